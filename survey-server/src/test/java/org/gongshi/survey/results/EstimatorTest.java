package org.gongshi.survey.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gongshi.survey.results.Surveys.place;
import static org.gongshi.survey.results.Surveys.population;
import static org.gongshi.survey.results.Surveys.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.evaluation.statistics.AnswerPairs;
import org.gongshi.evaluation.statistics.Answers;
import org.gongshi.evaluation.statistics.DfRule;
import org.gongshi.evaluation.statistics.Domain;
import org.gongshi.evaluation.statistics.Estimates;
import org.gongshi.evaluation.statistics.IntervalMethod;
import org.gongshi.evaluation.statistics.LonelyPsu;
import org.gongshi.evaluation.statistics.Margin;
import org.gongshi.evaluation.statistics.MeanEstimate;
import org.gongshi.evaluation.statistics.PostStratification;
import org.gongshi.evaluation.statistics.Precision;
import org.gongshi.evaluation.statistics.ProportionInterval;
import org.gongshi.evaluation.statistics.SurveyDesign;
import org.gongshi.evaluation.statistics.TotalEstimate;
import org.gongshi.survey.response.Mode;
import org.gongshi.survey.response.Response;
import org.gongshi.survey.response.Stratum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EstimatorTest {
    private static final Precision BY_DOMAIN = new Precision(0.95, DfRule.DOMAIN);

    /** Six parents of three schools, mean 50: Z = 50/3, 0, −50/3; V = 3/2 · 2 · (50/3)² = 833.3; t(2) = 4.302653. */
    @Test
    void a_mean_by_hand() {
        List<Response> sheets = List.of(
                sheet(Audience.PARENT, place(1), SchoolStage.PRIMARY, 1, 5),
                sheet(Audience.PARENT, place(1), SchoolStage.PRIMARY, 1, 5),
                sheet(Audience.PARENT, place(1), SchoolStage.PRIMARY, 2, 3),
                sheet(Audience.PARENT, place(1), SchoolStage.PRIMARY, 2, 3),
                sheet(Audience.PARENT, place(1), SchoolStage.PRIMARY, 3, 1),
                sheet(Audience.PARENT, place(1), SchoolStage.PRIMARY, 3, 1));
        var frame = List.of(population(place(1), Audience.PARENT, SchoolStage.PRIMARY, 300, 6));
        Figure index = part(Audience.PARENT, 1, sheets, frame, stratum -> true).index();
        assertThat(index.value()).hasValue(50);
        assertThat(index.n()).isEqualTo(6);
        assertThat(index.schools()).isEqualTo(3);
        assertThat(index.df()).hasValue(2);
        double half = 4.302652729749464 * Math.sqrt(2500.0 / 3);
        assertThat(index.low().orElseThrow()).isCloseTo(50 - half, within(1e-9));
        assertThat(index.high().orElseThrow()).isCloseTo(50 + half, within(1e-9));
        // s² = 6/5 · 10000/6 = 2000, so that deff = 833.33 / (2000/6) = 2.5 and effective n = 2.4.
        assertThat(index.designEffect().orElseThrow()).isCloseTo(2.5, within(1e-9));
        assertThat(index.effectiveN().orElseThrow()).isCloseTo(2.4, within(1e-9));
    }

    /** Two strata of 100 and 300 people with means 100 and 0 weigh 1 : 3, whoever answered more. */
    @Test
    void strata_count_by_their_people_not_by_their_answers() {
        List<Response> sheets = new ArrayList<>();
        for (int school = 1; school <= 3; school++) {
            for (int person = 0; person < 5; person++) {
                sheets.add(sheet(Audience.STUDENT, place(1), SchoolStage.PRIMARY, school, 5));
            }
            sheets.add(sheet(Audience.STUDENT, place(1), SchoolStage.SENIOR, school, 1));
        }
        var frame = List.of(
                population(place(1), Audience.STUDENT, SchoolStage.PRIMARY, 100, 20),
                population(place(1), Audience.STUDENT, SchoolStage.SENIOR, 300, 20));
        Part part = part(Audience.STUDENT, 1, sheets, frame, stratum -> true);
        assertThat(part.index().value().orElseThrow()).isCloseTo(25, within(1e-12));
        assertThat(part.rate().value().orElseThrow()).isCloseTo(25, within(1e-12));
        OptionCount best = part.items().get(0).options().get(5);
        assertThat(best.percent()).isCloseTo(25, within(1e-12));
        assertThat(best.count()).isEqualTo(15);
        assertThat(best.base()).isEqualTo(18);
    }

    @Test
    void not_knowing_is_no_answer_but_has_a_share_of_its_own() {
        List<Response> sheets = List.of(
                sheet(Audience.PUBLIC, place(1), null, 0, 5, 9),
                sheet(Audience.PUBLIC, place(1), null, 0, 4, 9),
                sheet(Audience.PUBLIC, place(1), null, 0, 2, 1),
                sheet(Audience.PUBLIC, place(1), null, 0, 9, 0));
        var frame = List.of(population(place(1), Audience.PUBLIC, null, 4000, 10));
        List<ItemRow> items =
                part(Audience.PUBLIC, 2, sheets, frame, stratum -> true).items();
        assertThat(items.get(0).mean().value().orElseThrow()).isCloseTo(200.0 / 3, within(1e-12));
        assertThat(items.get(0).dontKnow().percent()).isEqualTo(25);
        assertThat(items.get(1).dontKnow().percent()).isCloseTo(200.0 / 3, within(1e-12));
        assertThat(items.get(1).satisfied().n()).isEqualTo(1);
    }

    /** What is computed from counts equals the engine on one row a respondent. */
    @ParameterizedTest
    @EnumSource(Audience.class)
    void counts_give_what_rows_give(Audience audience) {
        for (int seed = 0; seed < 6; seed++) {
            var drawn = new Surveys.Drawn(seed, 6, new int[][] {{30, 22, 41}, {25, 36, 15}, {16, 19, 28}});
            Predicate<Stratum> second = stratum -> stratum.place().equals(place(2));
            for (Predicate<Stratum> strata : List.of(second, (Predicate<Stratum>) stratum -> true)) {
                compare(audience, drawn, strata);
            }
        }
    }

    private static void compare(Audience audience, Surveys.Drawn drawn, Predicate<Stratum> strata) {
        Part part = part(audience, 6, drawn.sheets, drawn.populations, strata);
        var rows = new Rows(audience, drawn, strata);
        same(part.index(), Estimates.mean(rows.design, rows.index(), rows.domain, BY_DOMAIN));
        TotalEstimate ratio = Estimates.ratio(rows.design, rows.satisfiedAndValid(), rows.domain, BY_DOMAIN);
        Figure rate = part.rate();
        double p = ratio.estimate().orElseThrow();
        double n = p * (1 - p) / Math.pow(ratio.se().orElseThrow(), 2);
        double t = (ratio.ciHigh().orElseThrow() - p) / ratio.se().orElseThrow();
        assertThat(rate.value().orElseThrow()).isCloseTo(100 * p, within(1e-9));
        assertThat(rate.n()).isEqualTo(ratio.n());
        assertThat(rate.df()).isEqualTo(ratio.df());
        // Wilson's interval solves (x − p)² = t² x(1 − x)/n.
        for (double end :
                new double[] {rate.low().orElseThrow() / 100, rate.high().orElseThrow() / 100}) {
            assertThat((end - p) * (end - p)).isCloseTo(t * t * end * (1 - end) / n, within(1e-9));
        }
        ItemRow item = part.items().get(2);
        same(item.mean(), Estimates.mean(rows.design, rows.item(2, false), rows.domain, BY_DOMAIN));
        ProportionInterval wilson = Estimates.proportion(rows.design, rows.item(2, true), rows.domain, BY_DOMAIN)
                .interval(IntervalMethod.WILSON_DESIGN);
        assertThat(item.satisfied().low().orElseThrow())
                .isCloseTo(100 * wilson.ciLow().orElseThrow(), within(1e-9));
        assertThat(item.satisfied().high().orElseThrow())
                .isCloseTo(100 * wilson.ciHigh().orElseThrow(), within(1e-9));
    }

    private static void same(Figure figure, MeanEstimate mean) {
        assertThat(figure.n()).isEqualTo(mean.n());
        assertThat(figure.value().orElseThrow()).isCloseTo(mean.estimate().orElseThrow(), within(1e-9));
        assertThat(figure.low().orElseThrow()).isCloseTo(mean.ciLow().orElseThrow(), within(1e-9));
        assertThat(figure.high().orElseThrow()).isCloseTo(mean.ciHigh().orElseThrow(), within(1e-9));
        assertThat(figure.df()).isEqualTo(mean.df());
        assertThat(figure.effectiveN().orElseThrow())
                .isCloseTo(Math.min(mean.n(), mean.effectiveN().orElseThrow()), within(1e-6));
    }

    static Part part(
            Audience audience, int items, List<Response> sheets, List<Population> frame, Predicate<Stratum> strata) {
        Questionnaire questionnaire = Surveys.questionnaire(audience, items);
        Tally tally = new Tally(Surveys.plan(), Map.of(audience, questionnaire), Surveys.places(9));
        sheets.forEach(tally::add);
        Map<Stratum, Population> populations = new TreeMap<>();
        frame.stream()
                .filter(row -> row.audience() == audience)
                .forEach(row -> populations.put(new Stratum(row.place(), audience, row.stage()), row));
        Findings findings = new Findings();
        Location file = Location.of("populations.csv");
        Sample sample = new Weighting(
                        Surveys.plan(),
                        Map.of(audience, questionnaire),
                        Map.of(),
                        Deviations.NONE,
                        file,
                        file,
                        findings)
                .sample(
                        tally.counted(Mode.CODE).stream()
                                .filter(cell -> cell.stratum().audience() == audience)
                                .toList(),
                        populations)
                .orElseThrow(() -> new AssertionError(findings.sorted()));
        return new Part(sample, questionnaire, Surveys.plan(), strata);
    }

    /** The same sample with one row a respondent. */
    private static final class Rows {
        private final List<Response> sheets;
        private final SurveyDesign design;
        private final Domain domain;

        Rows(Audience audience, Surveys.Drawn drawn, Predicate<Stratum> strata) {
            sheets = drawn.sheets.stream()
                    .filter(sheet -> sheet.audience() == audience && sheet.mode() == Mode.CODE)
                    .filter(sheet -> !sheet.answers().isEmpty())
                    .toList();
            List<Stratum> order =
                    sheets.stream().map(Rows::stratum).distinct().sorted().toList();
            int[] stratum = sheets.stream()
                    .mapToInt(sheet -> order.indexOf(stratum(sheet)))
                    .toArray();
            double[] people = new double[order.size()];
            drawn.populations.forEach(row -> {
                int at = order.indexOf(new Stratum(row.place(), row.audience(), row.stage()));
                if (at >= 0) {
                    people[at] = row.people();
                }
            });
            double[] weight = new double[sheets.size()];
            java.util.Arrays.fill(weight, 1);
            var builder = SurveyDesign.withWeights(weight).strata(stratum).lonelyPsu(LonelyPsu.ADJUST);
            if (audience.isSampledBySchool()) {
                builder = builder.clusters(
                        sheets.stream().mapToInt(Response::cluster).toArray());
            }
            design = PostStratification.apply(
                    builder.build(),
                    new Margin(
                            "frame",
                            stratum,
                            order.stream().map(Stratum::toString).toList(),
                            people));
            domain = Domain.where(sheets.size(), row -> strata.test(stratum(sheets.get(row))));
        }

        private static Stratum stratum(Response sheet) {
            return new Stratum(sheet.place(), sheet.audience(), sheet.stage());
        }

        Answers index() {
            return Answers.ofRows(sheets.stream()
                    .mapToDouble(sheet -> {
                        double[] points = valid(sheet);
                        return points.length < 3
                                ? Double.NaN
                                : java.util.Arrays.stream(points).sum() / points.length;
                    })
                    .toArray());
        }

        AnswerPairs satisfiedAndValid() {
            double[] satisfied = sheets.stream()
                    .mapToDouble(sheet -> java.util.Arrays.stream(valid(sheet))
                            .filter(points -> points >= 75)
                            .count())
                    .toArray();
            double[] valid = sheets.stream()
                    .mapToDouble(sheet -> valid(sheet).length == 0 ? Double.NaN : valid(sheet).length)
                    .toArray();
            return AnswerPairs.ofRows(satisfied, valid);
        }

        Answers item(int item, boolean event) {
            return Answers.ofRows(sheets.stream()
                    .mapToDouble(sheet -> {
                        Optional<Integer> chosen = sheet.chosen(Surveys.code(item + 1));
                        double points = chosen.isEmpty() || chosen.get() == 9 ? Double.NaN : 25 * (chosen.get() - 1);
                        return !event || Double.isNaN(points) ? points : points >= 75 ? 1 : 0;
                    })
                    .toArray());
        }

        private static double[] valid(Response sheet) {
            return sheet.answers().keySet().stream()
                    .map(code -> sheet.chosen(code).orElseThrow())
                    .filter(value -> value != 9)
                    .mapToDouble(value -> 25 * (value - 1))
                    .toArray();
        }
    }
}
