package org.gongshi.survey.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongshi.survey.results.Surveys.place;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.ProfileMargin;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.evaluation.satisfaction.WeightingPlan;
import org.gongshi.survey.response.Answer;
import org.gongshi.survey.response.Response;
import org.gongshi.survey.response.Stratum;
import org.junit.jupiter.api.Test;

/** Weights that cannot be made stop the release and say which margin, which place, and how to mend it. */
class InfeasibleWeightsTest {

    private static List<Finding> refused(Fieldbook book, WeightingPlan weighting) {
        ReleaseRequest request = book.request();
        Outcome outcome = ResultsRelease.of(
                new ReleaseRequest(
                        request.round(),
                        request.places(),
                        Surveys.with(book.plan, weighting, Optional.empty()),
                        request.questionnaires(),
                        request.populations(),
                        request.opened(),
                        request.closed(),
                        request.released(),
                        request.releasedBy(),
                        request.baseWeights()),
                book.sheets::forEach);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return outcome.findings();
    }

    private static WeightingPlan margins(ProfileMargin... margins) {
        return new WeightingPlan(Optional.of(BigDecimal.valueOf(5)), List.of(margins), Set.of());
    }

    private static Map<Integer, BigDecimal> shares(String one, String two) {
        return Map.of(1, new BigDecimal(one), 2, new BigDecimal(two));
    }

    private static void answer(Fieldbook book, String question, int value) {
        book.sheets.replaceAll(sheet -> {
            if (sheet.audience() != Audience.PUBLIC || !sheet.place().equals(place(3))) {
                return sheet;
            }
            Map<String, Answer> answers = new TreeMap<>(sheet.answers());
            answers.put(question, new Answer.Chosen(value));
            return new Response(
                    sheet.audience(),
                    sheet.place(),
                    sheet.stage(),
                    sheet.mode(),
                    sheet.cluster(),
                    sheet.flags(),
                    answers);
        });
    }

    @Test
    void an_option_that_nobody_of_a_place_chose() {
        var book = new Fieldbook(1);
        answer(book, "Q1", 1);
        Map<org.gongshi.evaluation.place.PlaceCode, Map<Integer, BigDecimal>> places = new TreeMap<>();
        Surveys.places(Fieldbook.PLACES).forEach(place -> places.put(place, shares("0.62", "0.38")));
        assertThat(refused(book, margins(new ProfileMargin(Audience.PUBLIC, "Q1", Map.of(), places))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).contains("Q1", "990300", "选项2", "38%", "无人选择");
                    assertThat(finding.hint()).contains("相邻选项合并");
                    assertThat(finding.at().file()).endsWith("survey-plan.yaml");
                });
    }

    @Test
    void people_where_the_population_has_none() {
        assertThat(refused(
                        new Fieldbook(2),
                        margins(new ProfileMargin(Audience.PUBLIC, "Q1", shares("1", "0"), Map.of()))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("Q1", "全域", "选项2", "写的是 0"));
    }

    /** Everybody of the largest place lives in town, which already is more of the area than the margin allows. */
    @Test
    void margins_that_contradict_the_places() {
        var book = new Fieldbook(3);
        answer(book, "Q1", 1);
        assertThat(refused(
                        book, margins(new ProfileMargin(Audience.PUBLIC, "Q1", shares("0.0001", "0.9999"), Map.of()))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("Q1", "不能同时达到"));
    }

    /** One school of a stratum weighs 1000, the others 1: a cap at five times the median cannot keep the total. */
    @Test
    void a_cap_below_the_mean_weight_names_the_stratum() {
        var book = new Fieldbook(4);
        var stratum = new Stratum(place(1), Audience.PARENT, Optional.of(SchoolStage.SENIOR));
        book.baseWeights.replaceAll((school, weight) ->
                school.stratum().equals(stratum) ? BigDecimal.valueOf(school.cluster() % 100 == 0 ? 1000 : 1) : weight);
        var plan = new WeightingPlan(Optional.of(BigDecimal.valueOf(5)), List.of(), Set.of());
        assertThat(refused(book, plan)).singleElement().satisfies(finding -> {
            assertThat(finding.message()).contains("990100家长高中", "截尾");
            assertThat(finding.hint()).contains("weighting.trim");
        });
    }

    /** People, codes, and not one sheet: no weight makes somebody of nobody. */
    @Test
    void a_stratum_without_a_sheet_is_named_with_its_people_and_codes() {
        var book = new Fieldbook(6);
        book.sheets.removeIf(sheet -> sheet.place().equals(place(1))
                && sheet.audience() == Audience.STUDENT
                && sheet.stage().equals(Optional.of(SchoolStage.JUNIOR)));
        assertThat(refused(book, WeightingPlan.STANDARD)).singleElement().satisfies(finding -> {
            assertThat(finding.message()).contains("990100学生初中", "300 个", "没有一份有效答卷");
            assertThat(finding.hint()).contains("补充调查", "并入相邻学段");
            assertThat(finding.at().file()).endsWith("populations.csv");
        });
    }

    @Test
    void a_school_outside_the_record_of_the_draw() {
        var book = new Fieldbook(5);
        var school = book.baseWeights.keySet().iterator().next();
        book.baseWeights.remove(school);
        assertThat(refused(book, WeightingPlan.STANDARD))
                .extracting(Finding::message)
                .anySatisfy(message -> assertThat(message).contains("1 所学校", "基础权数"));
    }
}
