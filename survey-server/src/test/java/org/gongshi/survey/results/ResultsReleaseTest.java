package org.gongshi.survey.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongshi.survey.results.Surveys.place;
import static org.gongshi.survey.results.Surveys.population;
import static org.gongshi.survey.results.Surveys.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.gongshi.evaluation.content.ReleasedResultsJson;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.AudienceResult.Mode;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.evaluation.satisfaction.Way;
import org.gongshi.evaluation.satisfaction.WayCount;
import org.gongshi.evaluation.satisfaction.WeightingPlan;
import org.gongshi.evaluation.statistics.Answers;
import org.gongshi.evaluation.statistics.Domain;
import org.gongshi.evaluation.statistics.Estimates;
import org.gongshi.evaluation.statistics.MeanEstimate;
import org.gongshi.evaluation.statistics.Precision;
import org.gongshi.evaluation.statistics.SurveyDesign;
import org.gongshi.survey.response.QualityFlag;
import org.gongshi.survey.response.Response;
import org.junit.jupiter.api.Test;

class ResultsReleaseTest {
    private static final int ITEMS = 6;
    private static final List<Questionnaire> ALL = List.of(
            Surveys.questionnaire(Audience.PUBLIC, ITEMS),
            Surveys.questionnaire(Audience.PARENT, ITEMS),
            Surveys.questionnaire(Audience.STUDENT, ITEMS));
    /** Three places; the last stage of the third has five sheets. */
    private static final int[][] SHEETS = {{70, 60, 80}, {90, 75, 66}, {150, 140, 5}};

    private static ReleaseRequest request(Surveys.Drawn drawn) {
        return Surveys.request(Surveys.plan(), SHEETS.length, ALL, drawn.populations);
    }

    private static ReleasedResults released(ReleaseRequest request, List<Response> sheets) {
        return released(ResultsRelease.of(request, sheets::forEach));
    }

    private static ReleasedResults released(Outcome outcome) {
        assertThat(outcome).as("%s", outcome.findings()).isInstanceOf(Outcome.Released.class);
        return ((Outcome.Released) outcome).results();
    }

    private static byte[] bytes(ReleasedResults results) {
        return JsonText.pretty(ReleasedResultsJson.write(results));
    }

    private static AudienceResult row(
            ReleasedResults results, PlaceCode place, Audience audience, SchoolStage stage, Mode mode) {
        return results.results().stream()
                .filter(row -> row.place().equals(place)
                        && row.audience() == audience
                        && row.stage().equals(Optional.ofNullable(stage))
                        && row.mode() == mode)
                .findFirst()
                .orElseThrow();
    }

    private static double value(Estimate estimate) {
        return ((Estimate.Shown) estimate).value().doubleValue();
    }

    @Test
    void the_same_answers_in_any_order_and_numbering_of_schools_give_the_same_bytes() {
        for (int seed = 0; seed < 5; seed++) {
            var drawn = new Surveys.Drawn(seed, ITEMS, SHEETS);
            byte[] expected = bytes(released(request(drawn), drawn.sheets));
            Random random = new Random(seed);
            List<Response> shuffled = renumbered(drawn.sheets, random);
            Collections.shuffle(shuffled, random);
            assertThat(bytes(released(request(drawn), shuffled))).isEqualTo(expected);
        }
    }

    private static List<Response> renumbered(List<Response> sheets, Random random) {
        Map<Integer, Integer> numbers = new HashMap<>(Map.of(0, 0));
        List<Response> renumbered = new ArrayList<>();
        for (Response sheet : sheets) {
            int number = numbers.computeIfAbsent(sheet.cluster(), old -> 1 + random.nextInt(Integer.MAX_VALUE - 1));
            renumbered.add(new Response(
                    sheet.audience(),
                    sheet.place(),
                    sheet.stage(),
                    sheet.mode(),
                    number,
                    sheet.flags(),
                    sheet.answers()));
        }
        return renumbered;
    }

    @Test
    void one_other_answer_gives_other_bytes() {
        var drawn = new Surveys.Drawn(1, ITEMS, SHEETS);
        byte[] before = bytes(released(request(drawn), drawn.sheets));
        List<Response> other = new ArrayList<>(drawn.sheets);
        // Every answer of one sheet: an index with one decimal need not move for a single one.
        Response first = other.stream()
                .filter(sheet -> sheet.audience() == Audience.PARENT)
                .findFirst()
                .orElseThrow();
        int[] values = new int[ITEMS];
        java.util.Arrays.fill(values, 1);
        other.set(
                other.indexOf(first),
                sheet(first.audience(), first.place(), first.stage(), first.mode(), first.cluster(), values));
        assertThat(bytes(released(request(drawn), other))).isNotEqualTo(before);
    }

    @Test
    void what_is_released_reads_back_equal() {
        var drawn = new Surveys.Drawn(2, ITEMS, SHEETS);
        ReleasedResults results = released(request(drawn), drawn.sheets);
        assertThat(ReleasedResultsJson.read(JsonText.parse(bytes(results)))).isEqualTo(results);
        assertThat(results.find(place(1), Audience.STUDENT).orElseThrow().mayEnterScore(new BigDecimal("0.5")))
                .isTrue();
        assertThat(results.find(place(1), Audience.STUDENT).orElseThrow().mayEnterScore(BigDecimal.ONE))
                .isFalse();
    }

    /** The stage of five people is withheld, and so is its smallest neighbour; without that it comes back. */
    @Test
    void a_small_stage_does_not_come_back_as_the_place_less_its_other_stages() {
        int cameBack = 0;
        for (int seed = 0; seed < 8; seed++) {
            var drawn = new Surveys.Drawn(seed, ITEMS, SHEETS);
            double hidden = trueIndex(drawn, place(3), SchoolStage.SENIOR);
            ReleasedResults guarded = released(request(drawn), drawn.sheets);
            assertThat(row(guarded, place(3), Audience.PARENT, SchoolStage.SENIOR, Mode.PROBABILITY)
                            .index())
                    .isEqualTo(new Estimate.Withheld(Estimate.Reason.TOO_FEW));
            assertThat(remainder(guarded, drawn)).as("seed %d", seed).isEmpty();

            Outcome careless = new ResultsRelease(
                            request(drawn), new Protection((complement, primary) -> primary, true, false))
                    .run(drawn.sheets::forEach);
            Optional<Double> found = remainder(released(careless), drawn);
            cameBack += found.filter(index -> Math.abs(index - hidden) < 3).isPresent() ? 1 : 0;
        }
        assertThat(cameBack).as("with the first reasons alone").isGreaterThan(5);
    }

    /**
     * A handful in every stage of most places: that each of three stages has somebody would say that the place has three. Such
     * stages are not told apart, and the release goes out.
     */
    @Test
    void a_round_of_handfuls_is_released_without_the_stages_of_places_that_show_nothing() {
        int folded = 0;
        for (int seed = 0; seed < 3; seed++) {
            int[][] few = new int[6][3];
            var random = new Random(seed);
            for (int[] place : few) {
                java.util.Arrays.setAll(place, stage -> 1 + random.nextInt(4));
            }
            java.util.Arrays.setAll(few[5], stage -> 40 + random.nextInt(9));
            var drawn = new Surveys.Drawn(seed, ITEMS, few);
            ReleaseRequest request = Surveys.request(Surveys.plan(), few.length, ALL, drawn.populations);
            ReleasedResults results = released(request, drawn.sheets);
            for (AudienceResult whole : results.results()) {
                boolean place = whole.stage().isEmpty() && !whole.place().equals(Surveys.ORGANIZER);
                long stages = results.results().stream()
                        .filter(row -> row.stage().isPresent()
                                && row.place().equals(whole.place())
                                && row.audience() == whole.audience()
                                && row.mode() == whole.mode())
                        .count();
                if (place && whole.audience() != Audience.PUBLIC && whole.mode() == Mode.PROBABILITY) {
                    assertThat(stages).isIn(0L, 3L);
                    folded += stages == 0 ? 1 : 0;
                    assertThat(stages == 3 || whole.responded().isEmpty())
                            .as("only a place that shows nothing is not told apart")
                            .isTrue();
                }
            }
        }
        assertThat(folded).isGreaterThan(10);
    }

    /** (N × place − N₁ × primary − N₂ × junior) ÷ N₃, when all three are published. */
    private static Optional<Double> remainder(ReleasedResults results, Surveys.Drawn drawn) {
        var whole = row(results, place(3), Audience.PARENT, null, Mode.PROBABILITY);
        double rest = whole.population() * value(whole.index());
        for (SchoolStage stage : List.of(SchoolStage.PRIMARY, SchoolStage.JUNIOR)) {
            var part = row(results, place(3), Audience.PARENT, stage, Mode.PROBABILITY);
            if (part.index() instanceof Estimate.Withheld) {
                return Optional.empty();
            }
            rest -= part.population() * value(part.index());
        }
        return Optional.of(rest / people(drawn, place(3), SchoolStage.SENIOR));
    }

    private static long people(Surveys.Drawn drawn, PlaceCode place, SchoolStage stage) {
        return drawn.populations.stream()
                .filter(row -> row.audience() == Audience.PARENT
                        && row.place().equals(place)
                        && row.stage().equals(Optional.of(stage)))
                .mapToLong(Population::people)
                .sum();
    }

    private static double trueIndex(Surveys.Drawn drawn, PlaceCode place, SchoolStage stage) {
        return drawn.sheets.stream()
                .filter(sheet -> sheet.audience() == Audience.PARENT
                        && sheet.place().equals(place)
                        && sheet.stage().equals(Optional.of(stage)))
                .mapToDouble(sheet -> sheet.answers().keySet().stream()
                        .map(code -> sheet.chosen(code).orElseThrow())
                        .filter(chosen -> chosen != 9)
                        .mapToInt(chosen -> 25 * (chosen - 1))
                        .average()
                        .orElseThrow())
                .average()
                .orElseThrow();
    }

    /** Nothing published says a number of people below ten, or one to the unit. */
    @Test
    void counts_are_rounded_and_percentages_whole() {
        for (int seed = 0; seed < 5; seed++) {
            var drawn = new Surveys.Drawn(seed, ITEMS, SHEETS);
            ReleasedResults results = released(request(drawn), drawn.sheets);
            assertThat(results.results()).hasSize(4 * 3 + 9 * 2 + 4 * 3);
            for (AudienceResult row : results.results()) {
                row.items().forEach(item -> {
                    check(item.satisfied(), 0, 0);
                    check(item.mean(), 0, 1);
                });
                check(row.index(), 1, 1);
                check(row.satisfied(), 0, 0);
                row.responseRate()
                        .ifPresent(rate -> assertThat(rate)
                                .isEqualTo(BigDecimal.valueOf(
                                                100 * row.responded().orElseThrow())
                                        .divide(BigDecimal.valueOf(row.invited()), 1, java.math.RoundingMode.HALF_UP)));
            }
        }
    }

    private static void check(Estimate estimate, int least, int most) {
        if (estimate instanceof Estimate.Shown shown) {
            assertThat(shown.value().scale()).isBetween(least, most);
            assertThat(shown.n()).isGreaterThanOrEqualTo(30);
            shown.interval().ifPresent(interval -> assertThat(interval.high()).isGreaterThan(interval.low()));
        }
    }

    @Test
    void volunteers_get_shares_but_no_index_and_no_interval() {
        List<Response> sheets = new ArrayList<>();
        for (int person = 0; person < 120; person++) {
            sheets.add(sheet(Audience.PUBLIC, place(1 + person % 2), null, 0, 1 + person % 5));
            sheets.add(sheet(
                    Audience.PUBLIC,
                    place(1),
                    Optional.empty(),
                    org.gongshi.survey.response.Mode.OPEN_LINK,
                    0,
                    5 - person % 3));
        }
        var request = Surveys.request(
                Surveys.plan(),
                2,
                List.of(Surveys.questionnaire(Audience.PUBLIC, 1)),
                List.of(
                        population(place(1), Audience.PUBLIC, null, 5000, 100),
                        population(place(2), Audience.PUBLIC, null, 5000, 100)));
        ReleasedResults results = released(request, sheets);
        var open = row(results, place(1), Audience.PUBLIC, null, Mode.OPEN_LINK);
        assertThat(open.responded()).contains(120L);
        assertThat(open.invited()).isZero();
        assertThat(open.responseRate()).isEmpty();
        assertThat(open.index()).isEqualTo(new Estimate.Withheld(Estimate.Reason.NO_INFERENCE));
        assertThat(open.items().get(0).mean()).isEqualTo(new Estimate.Withheld(Estimate.Reason.NO_INFERENCE));
        var rate = (Estimate.Shown) open.items().get(0).satisfied();
        assertThat(rate.value()).isEqualByComparingTo("67");
        assertThat(rate.interval()).isEmpty();
        assertThat(open.mayEnterScore(BigDecimal.ZERO)).isFalse();
        assertThat(row(results, place(2), Audience.PUBLIC, null, Mode.OPEN_LINK).satisfied())
                .isEqualTo(new Estimate.Withheld(Estimate.Reason.NO_ANSWERS));
        var byCode = (Estimate.Shown)
                row(results, place(1), Audience.PUBLIC, null, Mode.PROBABILITY).index();
        assertThat(byCode.interval()).isPresent();
        assertThat(byCode.df()).as("60 persons − 1 stratum, rounded").hasValue(60);
    }

    /** What a program that answers four hundred times by the open link does: nothing to the sample, and its sheets are told as doubted. */
    @Test
    void a_bot_at_the_open_link_moves_no_figure_of_the_sample_and_is_told() {
        var drawn = new Surveys.Drawn(11, ITEMS, SHEETS);
        ReleasedResults without = released(request(drawn), drawn.sheets);
        List<Response> sheets = new ArrayList<>(drawn.sheets);
        for (int sent = 0; sent < 400; sent++) {
            Response sheet = sheet(
                    Audience.PUBLIC,
                    place(1),
                    Optional.empty(),
                    org.gongshi.survey.response.Mode.OPEN_LINK,
                    0,
                    1,
                    2,
                    1,
                    1,
                    2,
                    1);
            Set<QualityFlag> flags = sent < 60 ? Set.of() : Set.of(QualityFlag.BURST);
            sheets.add(new Response(
                    sheet.audience(), sheet.place(), sheet.stage(), sheet.mode(), 0, flags, sheet.answers()));
        }
        ReleasedResults with = released(request(drawn), sheets);
        assertThat(rows(with, Mode.PROBABILITY)).isEqualTo(rows(without, Mode.PROBABILITY));
        assertThat(with.analysis()).isEqualTo(without.analysis());
        assertThat(rows(with, Mode.OPEN_LINK)).isNotEqualTo(rows(without, Mode.OPEN_LINK));
        var told = with.collected().ways().stream()
                .filter(count -> count.audience() == Audience.PUBLIC && count.way() == Way.OPEN_LINK)
                .findFirst()
                .orElseThrow();
        assertThat(told.doubted()).contains(340L);
    }

    private static List<AudienceResult> rows(ReleasedResults results, Mode mode) {
        return results.results().stream().filter(row -> row.mode() == mode).toList();
    }

    /** Each assurance has rows of its own, and the whole area says how many came in which way. */
    @Test
    void a_schools_code_and_the_open_link_are_never_added_up_and_every_way_is_told() {
        List<Response> sheets = new ArrayList<>();
        for (int person = 0; person < 200; person++) {
            var way = person < 4
                    ? org.gongshi.survey.response.Mode.PAPER
                    : person < 40 ? org.gongshi.survey.response.Mode.ROOM : org.gongshi.survey.response.Mode.CODE;
            sheets.add(sheet(Audience.PUBLIC, place(1), Optional.empty(), way, 0, 1 + person % 5));
        }
        for (int person = 0; person < 63; person++) {
            sheets.add(sheet(
                    Audience.PUBLIC, place(1), Optional.empty(), org.gongshi.survey.response.Mode.SCHOOL_CODE, 0, 5));
        }
        for (int person = 0; person < 12; person++) {
            sheets.add(sheet(
                    Audience.PUBLIC, place(1), Optional.empty(), org.gongshi.survey.response.Mode.OPEN_LINK, 0, 1));
        }
        var request = Surveys.request(
                Surveys.plan(),
                1,
                List.of(Surveys.questionnaire(Audience.PUBLIC, 1)),
                List.of(population(place(1), Audience.PUBLIC, null, 5000, 300)));
        ReleasedResults results = released(request, sheets);
        assertThat(row(results, place(1), Audience.PUBLIC, null, Mode.PROBABILITY)
                        .responded())
                .contains(200L);
        var school = row(results, place(1), Audience.PUBLIC, null, Mode.SCHOOL_CODE);
        assertThat(school.responded()).contains(65L);
        assertThat(school.index()).isEqualTo(new Estimate.Withheld(Estimate.Reason.NO_INFERENCE));
        assertThat(school.mayEnterScore(BigDecimal.ZERO)).isFalse();
        assertThat(row(results, place(1), Audience.PUBLIC, null, Mode.OPEN_LINK).responded())
                .contains(10L);
        assertThat(results.collected().ways())
                .as("four on paper would be the sample less code and room")
                .containsExactly(
                        new WayCount(Audience.PUBLIC, Way.CODE, Optional.of(160L)),
                        new WayCount(Audience.PUBLIC, Way.PAPER, Optional.empty()),
                        new WayCount(Audience.PUBLIC, Way.ROOM, Optional.empty()),
                        new WayCount(Audience.PUBLIC, Way.SCHOOL_CODE, Optional.of(65L), Optional.of(0L)),
                        new WayCount(Audience.PUBLIC, Way.OPEN_LINK, Optional.of(10L), Optional.of(0L)));
    }

    /** Schools that differ: the interval is far wider than that of a simple random sample of the same people. */
    @Test
    void clustered_answers_never_get_a_simple_random_interval() {
        List<Response> sheets = new ArrayList<>();
        double[] points = new double[120];
        for (int person = 0; person < 120; person++) {
            int school = 1 + person / 20;
            int value = 2 + school % 3 + (person % 5 == 0 ? 1 : 0);
            points[person] = 25 * (value - 1);
            sheets.add(sheet(Audience.PARENT, place(1), SchoolStage.PRIMARY, school, value));
        }
        SurveyPlan strict = Surveys.plan();
        SurveyPlan plan = new SurveyPlan(
                strict.digest(),
                strict.opens(),
                strict.closes(),
                strict.mapping(),
                strict.satisfied(),
                strict.minimumAnswered(),
                1,
                new SurveyPlan.Thresholds(10, 10, BigDecimal.ZERO, 3),
                strict.quality(),
                strict.stages(),
                strict.lonelyCluster(),
                WeightingPlan.STANDARD,
                Optional.empty(),
                List.of());
        // Effective n of such schools lies below any threshold: what is compared is the raw figure.
        var part = EstimatorTest.part(
                Audience.PARENT,
                1,
                sheets,
                List.of(population(place(1), Audience.PARENT, SchoolStage.PRIMARY, 5000, 120)),
                stratum -> true);
        MeanEstimate random = Estimates.mean(
                SurveyDesign.withWeights(new double[] {5000.0 / 120})
                        .counts(new int[] {120})
                        .build(),
                Answers.ofOptionCounts(1, counts(points), 0, 25, 50, 75, 100),
                Domain.all(1),
                Precision.STANDARD);
        double clustered =
                part.index().high().orElseThrow() - part.index().low().orElseThrow();
        assertThat(clustered)
                .isGreaterThan(
                        3 * (random.ciHigh().orElseThrow() - random.ciLow().orElseThrow()));
        ReleasedResults results = released(
                Surveys.request(
                        plan,
                        1,
                        List.of(Surveys.questionnaire(Audience.PARENT, 1)),
                        List.of(population(place(1), Audience.PARENT, SchoolStage.PRIMARY, 5000, 120))),
                sheets);
        assertThat(row(results, place(1), Audience.PARENT, null, Mode.PROBABILITY)
                        .index())
                .as("effective n below ten")
                .isEqualTo(new Estimate.Withheld(Estimate.Reason.INSUFFICIENT));
    }

    private static int[] counts(double[] points) {
        int[] counts = new int[5];
        for (double each : points) {
            counts[(int) each / 25]++;
        }
        return counts;
    }

    @Test
    void answers_of_two_schools_are_too_few_schools() {
        List<Response> sheets = new ArrayList<>();
        for (int person = 0; person < 80; person++) {
            sheets.add(sheet(Audience.PARENT, place(1), SchoolStage.PRIMARY, 1 + person % 2, 1 + person % 5));
        }
        ReleasedResults results = released(
                Surveys.request(
                        Surveys.plan(),
                        1,
                        List.of(Surveys.questionnaire(Audience.PARENT, 1)),
                        List.of(population(place(1), Audience.PARENT, SchoolStage.PRIMARY, 5000, 120))),
                sheets);
        var row = row(results, place(1), Audience.PARENT, null, Mode.PROBABILITY);
        assertThat(row.index()).isEqualTo(new Estimate.Withheld(Estimate.Reason.TOO_FEW_SCHOOLS));
        assertThat(row.responded()).contains(80L);
        assertThat(row.items()).isEmpty();
    }

    @Test
    void what_an_office_must_mend_comes_all_at_once() {
        List<Response> sheets = new ArrayList<>();
        for (int person = 0; person < 12; person++) {
            sheets.add(sheet(Audience.PARENT, place(1), SchoolStage.PRIMARY, 1 + person % 4, 4));
            sheets.add(sheet(Audience.PARENT, place(1), SchoolStage.SENIOR, 1 + person % 4, 4));
        }
        sheets.add(sheet(Audience.PARENT, place(2), SchoolStage.PRIMARY, 9, 4));
        sheets.add(sheet(Audience.PARENT, place(2), SchoolStage.PRIMARY, 9, 7));
        var request = Surveys.request(
                Surveys.plan(SurveyPlan.LonelyCluster.FAIL),
                2,
                List.of(Surveys.questionnaire(Audience.PARENT, 1)),
                List.of(
                        population(place(1), Audience.PARENT, SchoolStage.PRIMARY, 5000, 10),
                        population(place(1), Audience.PARENT, SchoolStage.JUNIOR, 5000, 10),
                        population(place(2), Audience.PARENT, SchoolStage.PRIMARY, 5000, 10),
                        population(place(2), Audience.PARENT, SchoolStage.JUNIOR, 700, 0)));
        Outcome outcome = ResultsRelease.of(request, sheets::forEach);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(outcome.findings())
                .allSatisfy(finding -> assertThat(finding.at().file()).startsWith("2025/990000/"))
                .extracting(Finding::message)
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).contains("990100家长小学", "12 份", "多于发码数 10"),
                        text -> assertThat(text).contains("990100家长高中", "没有该层的总体"),
                        text -> assertThat(text).contains("990100家长初中", "没有一份有效答卷"),
                        text -> assertThat(text).contains("990200家长小学", "只有一所学校"),
                        text -> assertThat(text).contains("990200家长初中", "未抽样"),
                        text -> assertThat(text).contains("1 份答卷与地区、学段"));
    }

    @Test
    void a_plan_that_does_not_fit_the_questionnaire_is_refused_before_counting() {
        SurveyPlan plan = Surveys.plan();
        Map<Integer, BigDecimal> mapping = new HashMap<>(plan.mapping());
        mapping.remove(3);
        mapping.put(9, BigDecimal.TEN);
        var broken = new SurveyPlan(
                plan.digest(),
                plan.opens(),
                plan.closes(),
                mapping,
                plan.satisfied(),
                plan.minimumAnswered(),
                1,
                plan.thresholds(),
                plan.quality(),
                plan.stages(),
                plan.lonelyCluster(),
                WeightingPlan.STANDARD,
                Optional.empty(),
                List.of());
        Outcome outcome = ResultsRelease.of(
                Surveys.request(broken, 1, List.of(Surveys.questionnaire(Audience.PARENT, 1)), List.of()), consumer -> {
                    throw new AssertionError("no answer is looked at");
                });
        assertThat(outcome.findings()).hasSize(2);
    }
}
