package org.gongshi.survey.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gongshi.survey.results.Surveys.place;
import static org.gongshi.survey.results.Surveys.population;
import static org.gongshi.survey.results.Surveys.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongshi.evaluation.content.ReleasedResultsJson;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Deviation;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.survey.release.DeviationOrder;
import org.gongshi.survey.response.Mode;
import org.gongshi.survey.response.Response;
import org.gongshi.survey.response.Stratum;
import org.gongshi.survey.round.RoundFault;
import org.junit.jupiter.api.Test;

/** Recorded deviations from the plan: what they make of the figures is what the same data give when planned so from the start. */
class DeviationsTest {
    private static final Questionnaire PARENT = Surveys.questionnaire(Audience.PARENT, 1);
    private static final LocalDate DAY = LocalDate.of(2025, 3, 30);

    private static Deviation deviation(
            Deviation.Kind kind, PlaceCode place, SchoolStage stage, SchoolStage into, long people) {
        return new Deviation(
                kind,
                place,
                Audience.PARENT,
                Optional.ofNullable(stage),
                Optional.ofNullable(into),
                people,
                "该学段学校在调查期间停课，无法补充调查",
                DAY,
                List.of("经办岗", "复核岗"),
                false);
    }

    /** Four schools of forty parents in every stratum; the second place's junior schools did not answer. */
    private static List<Response> sheets() {
        List<Response> sheets = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            for (SchoolStage stage : List.of(SchoolStage.PRIMARY, SchoolStage.JUNIOR)) {
                for (int person = 0; person < 160 && !(number == 2 && stage == SchoolStage.JUNIOR); person++) {
                    int school = 10 * number + 5 * stage.ordinal() + person % 4;
                    sheets.add(sheet(
                            Audience.PARENT,
                            place(number),
                            stage,
                            school,
                            1 + (person * (number + 2) + person / 7) % 5));
                }
            }
        }
        return sheets;
    }

    private static List<Population> frame(long juniorOfTwo, long primaryOfTwo, long codesOfTwo) {
        List<Population> frame = new ArrayList<>(List.of(
                population(place(1), Audience.PARENT, SchoolStage.PRIMARY, 4000, 200),
                population(place(1), Audience.PARENT, SchoolStage.JUNIOR, 3000, 200),
                population(place(2), Audience.PARENT, SchoolStage.PRIMARY, primaryOfTwo, codesOfTwo),
                population(place(3), Audience.PARENT, SchoolStage.PRIMARY, 5000, 200),
                population(place(3), Audience.PARENT, SchoolStage.JUNIOR, 1000, 200)));
        if (juniorOfTwo > 0) {
            frame.add(population(place(2), Audience.PARENT, SchoolStage.JUNIOR, juniorOfTwo, 200));
        }
        return frame;
    }

    private static ReleaseRequest request(List<Population> frame, Deviation... deviations) {
        return Surveys.request(Surveys.plan(), 3, List.of(PARENT), frame).with(List.of(deviations));
    }

    private static Outcome run(ReleaseRequest request) {
        return ResultsRelease.of(request, sheets()::forEach);
    }

    private static ReleasedResults released(ReleaseRequest request) {
        Outcome outcome = run(request);
        assertThat(outcome).as("%s", outcome.findings()).isInstanceOf(Outcome.Released.class);
        return ((Outcome.Released) outcome).results();
    }

    /** All rows of places and of the whole, without those of single stages. */
    private static List<AudienceResult> whole(ReleasedResults results) {
        return results.results().stream().filter(row -> row.stage().isEmpty()).toList();
    }

    @Test
    void a_stratum_in_which_nobody_answered_stops_the_release_and_is_listed_with_its_neighbours() {
        ReleaseRequest request = request(frame(2000, 6000, 200));
        assertThat(run(request)).isInstanceOf(Outcome.Refused.class);
        assertThat(run(request).findings())
                .extracting(Finding::hint)
                .anySatisfy(hint -> assertThat(hint).contains("偏离方案", "survey deviate", "并入相邻学段"));
        assertThat(obstacles(request))
                .containsExactly(new Obstacle(
                        new Stratum(place(2), Audience.PARENT, Optional.of(SchoolStage.JUNIOR)),
                        true,
                        2000,
                        200,
                        List.of(SchoolStage.PRIMARY)));
    }

    private static List<Obstacle> obstacles(ReleaseRequest request) {
        return ResultsRelease.obstacles(request, fresh -> fresh.recount(sheets()::forEach));
    }

    @Test
    void a_merged_stratum_gives_the_figures_of_strata_merged_from_the_start() {
        Deviation merged = deviation(Deviation.Kind.MERGED, place(2), SchoolStage.JUNIOR, SchoolStage.PRIMARY, 2000);
        ReleasedResults deviated = released(request(frame(2000, 6000, 200), merged));
        ReleasedResults fromTheStart = released(request(frame(0, 8000, 400)));
        assertThat(whole(deviated)).isEqualTo(whole(fromTheStart)).hasSize(4);
        assertThat(deviated.analysis()).isEqualTo(fromTheStart.analysis());
        assertThat(deviated.plan()).as("the plan stays").isEqualTo(fromTheStart.plan());
        assertThat(deviated.deviations()).containsExactly(merged);
        assertThat(whole(released(request(frame(0, 6000, 200)))))
                .as("otherwise the merge would be without effect")
                .isNotEqualTo(whole(deviated));
        assertThat(ReleasedResultsJson.read(ReleasedResultsJson.write(deviated)))
                .isEqualTo(deviated);
    }

    @Test
    void what_is_not_covered_has_no_weight_and_is_said_with_its_people() {
        Deviation uncovered = deviation(Deviation.Kind.NOT_COVERED, place(2), SchoolStage.JUNIOR, null, 2000);
        ReleaseRequest request = request(frame(2000, 6000, 200), uncovered);
        List<AudienceResult> rows = whole(released(request));
        List<AudienceResult> without = whole(released(request(frame(0, 6000, 200))));
        assertThat(rows).extracting(AudienceResult::index).isEqualTo(indices(without));
        assertThat(rows)
                .as("people and codes of the frame stay")
                .extracting(AudienceResult::population)
                .startsWith(21000L);
        assertThat(run(request).findings())
                .extracting(Finding::message)
                .anySatisfy(text -> assertThat(text).contains("990200家长初中", "未覆盖", "2000 人"));
    }

    private static List<Object> indices(List<AudienceResult> rows) {
        return rows.stream().map(row -> (Object) row.index()).toList();
    }

    /** Two places, a stage of the first with one school. */
    private static final int[][] LONELY = {
        {1, 0, 1, 5, 4, 4, 3},
        {1, 1, 2, 5, 3, 2, 4, 4},
        {1, 1, 3, 1, 3, 2},
        {1, 1, 4, 5, 5, 4, 3},
        {2, 0, 5, 4, 4, 3},
        {2, 0, 6, 5, 2, 5, 4},
        {2, 1, 7, 3, 3, 4, 2, 1},
        {2, 1, 8, 5, 4, 4}
    };

    private static final Stratum ALONE = new Stratum(place(1), Audience.PARENT, Optional.of(SchoolStage.PRIMARY));

    private static Optional<Sample> lonely(SurveyPlan.LonelyCluster rule, Findings findings, Deviation... deviations) {
        List<Response> sheets = new ArrayList<>();
        for (int[] school : LONELY) {
            SchoolStage stage = school[1] == 0 ? SchoolStage.PRIMARY : SchoolStage.JUNIOR;
            for (int at = 3; at < school.length; at++) {
                sheets.add(sheet(Audience.PARENT, place(school[0]), stage, school[2], school[at]));
            }
        }
        SurveyPlan plan = Surveys.plan(rule);
        var tally = new Tally(plan, Map.of(Audience.PARENT, PARENT), Surveys.places(2));
        sheets.forEach(tally::add);
        Map<Stratum, Population> frame = new TreeMap<>();
        for (Population row : List.of(
                population(place(1), Audience.PARENT, SchoolStage.PRIMARY, 900, 40),
                population(place(1), Audience.PARENT, SchoolStage.JUNIOR, 2400, 40),
                population(place(2), Audience.PARENT, SchoolStage.PRIMARY, 1500, 40),
                population(place(2), Audience.PARENT, SchoolStage.JUNIOR, 1000, 40))) {
            frame.put(new Stratum(row.place(), row.audience(), row.stage()), row);
        }
        Location file = Location.of("populations.csv");
        return new Weighting(
                        plan,
                        Map.of(Audience.PARENT, PARENT),
                        Map.of(),
                        new Deviations(List.of(deviations)),
                        file,
                        file,
                        findings)
                .sample(tally.counted(Mode.CODE), frame);
    }

    private static void check(Sample sample, int place, double mean, double error) {
        Figure index = new Part(
                        sample,
                        PARENT,
                        Surveys.plan(),
                        stratum -> place == 0 || stratum.place().equals(place(place)))
                .index();
        assertThat(index.value().orElseThrow()).isCloseTo(mean, within(1e-9));
        assertThat(index.cv().orElseThrow() * mean).isCloseTo(error, within(1e-9));
    }

    /**
     * R 4.2.2, survey: {@code postStratify(svydesign(ids = ~school, strata = ~merged, weights = ~N / n), ~merged, people)}, then
     * {@code svymean} of all and of each place, where {@code merged} is the place for the first and place × stage for the second.
     */
    @Test
    void a_single_school_merged_with_its_neighbour_has_the_standard_errors_of_r_with_collapsed_strata() {
        var findings = new Findings();
        assertThat(lonely(SurveyPlan.LonelyCluster.FAIL, findings)).isEmpty();
        assertThat(findings.sorted()).extracting(Finding::message).anyMatch(text -> text.contains("只有一所学校"));
        Sample sample = lonely(
                        SurveyPlan.LonelyCluster.FAIL,
                        new Findings(),
                        deviation(Deviation.Kind.MERGED, place(1), SchoolStage.PRIMARY, SchoolStage.JUNIOR, 900))
                .orElseThrow();
        check(sample, 0, 64.8091133004926, 6.80852839115573);
        check(sample, 1, 64.3939393939394, 10.0929371975163);
        check(sample, 2, 65.3571428571429, 8.48605479838734);
    }

    @Test
    void an_error_taken_about_the_mean_is_that_of_a_plan_which_says_so() {
        Sample deviated = lonely(
                        SurveyPlan.LonelyCluster.FAIL,
                        new Findings(),
                        deviation(Deviation.Kind.ADJUSTED, place(1), SchoolStage.PRIMARY, null, 900))
                .orElseThrow();
        Sample planned = lonely(SurveyPlan.LonelyCluster.ADJUST, new Findings()).orElseThrow();
        for (int number = 0; number <= 2; number++) {
            int place = number;
            Figure index = new Part(
                            planned,
                            PARENT,
                            Surveys.plan(),
                            stratum -> place == 0 || stratum.place().equals(place(place)))
                    .index();
            double mean = index.value().orElseThrow();
            check(deviated, number, mean, index.cv().orElseThrow() * mean);
        }
    }

    @Test
    void an_order_is_held_against_the_obstacle_the_record_and_the_two_people() {
        var nobody = new Obstacle(ALONE, true, 900, 40, List.of(SchoolStage.JUNIOR));
        var single = new Obstacle(ALONE, false, 900, 40, List.of());
        String reason = "学校在调查期间停课";
        List<String> two = List.of("经办岗", "复核岗");
        var merge = new DeviationOrder(Deviation.Kind.MERGED, ALONE, Optional.of(SchoolStage.JUNIOR), reason);
        Deviation fine = merge.check(List.of(nobody), List.of(), two, DAY);
        assertThat(fine.people()).isEqualTo(900);
        refused(() -> merge.check(List.of(), List.of(), two, DAY), "可以按锁定的方案加权");
        refused(() -> merge.check(List.of(single), List.of(), two, DAY), "没有答卷足够的相邻学段");
        refused(() -> merge.check(List.of(nobody), List.of(fine), two, DAY), "已经登记");
        refused(() -> merge.check(List.of(nobody), List.of(), List.of("经办岗", " 经办岗 "), DAY), "两个不同的人");
        refused(
                () -> new DeviationOrder(Deviation.Kind.MERGED, ALONE, Optional.of(SchoolStage.SENIOR), reason)
                        .check(List.of(nobody), List.of(), two, DAY),
                "只能并入初中");
        refused(
                () -> new DeviationOrder(Deviation.Kind.NOT_COVERED, ALONE, Optional.empty(), reason)
                        .check(List.of(single), List.of(), two, DAY),
                "不能声明未覆盖");
        refused(
                () -> new DeviationOrder(Deviation.Kind.ADJUSTED, ALONE, Optional.empty(), reason)
                        .check(List.of(nobody), List.of(), two, DAY),
                "没有人作答的层");
        refused(
                () -> new DeviationOrder(Deviation.Kind.NOT_COVERED, ALONE, Optional.empty(), "停课")
                        .check(List.of(nobody), List.of(), two, DAY),
                "5 至 300 字");
        refused(
                () -> new DeviationOrder(Deviation.Kind.MERGED, ALONE, Optional.empty(), reason)
                        .check(List.of(nobody), List.of(), two, DAY),
                "并入哪个学段");
    }

    private static void refused(Runnable order, String why) {
        assertThatThrownBy(order::run).isInstanceOf(RoundFault.class).hasMessageContaining(why);
    }
}
