package org.gongshi.survey.results;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.CompositePlan;
import org.gongshi.evaluation.satisfaction.Option;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.Question;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.evaluation.satisfaction.WeightingPlan;
import org.gongshi.survey.response.Answer;
import org.gongshi.survey.response.Mode;
import org.gongshi.survey.response.Response;

/** Questionnaires, plans, populations and answers for the tests of this package. */
final class Surveys {
    static final PlaceCode ORGANIZER = new PlaceCode("990000");
    static final List<SchoolStage> STAGES = List.of(SchoolStage.values());

    private Surveys() {}

    static PlaceCode place(int number) {
        return new PlaceCode("99" + String.format("%02d", number) + "00");
    }

    static List<PlaceCode> places(int count) {
        List<PlaceCode> places = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            places.add(place(number));
        }
        return places;
    }

    static Questionnaire questionnaire(Audience audience, int items) {
        List<Question.Rating> ratings = new ArrayList<>();
        for (int item = 1; item <= items; item++) {
            ratings.add(new Question.Rating(code(item), "A1", "题目" + item));
        }
        return new Questionnaire(
                audience,
                Digest.of(audience.key().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "问卷",
                "说明",
                List.of(
                        new Option(5, "非常满意"),
                        new Option(4, "比较满意"),
                        new Option(3, "一般"),
                        new Option(2, "不太满意"),
                        new Option(1, "很不满意")),
                new Option(9, "不了解"),
                ratings,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same questionnaire with profile questions Q1, Q2, …, of so many options 1, 2, …. */
    static Questionnaire withProfile(Questionnaire plain, int... options) {
        List<Question.Choice> profile = new ArrayList<>();
        for (int question = 0; question < options.length; question++) {
            List<Option> choices = new ArrayList<>();
            for (int option = 1; option <= options[question]; option++) {
                choices.add(new Option(option, "选项" + option));
            }
            profile.add(new Question.Choice("Q" + (question + 1), "背景" + (question + 1), choices));
        }
        return new Questionnaire(
                plain.audience(),
                plain.digest(),
                plain.title(),
                plain.introduction(),
                plain.scale(),
                plain.dontKnow(),
                plain.items(),
                plain.check(),
                plain.change(),
                plain.priority(),
                plain.remark(),
                profile);
    }

    /** The same plan with other weighting steps and a composite. */
    static SurveyPlan with(SurveyPlan plan, WeightingPlan weighting, Optional<CompositePlan> composite) {
        return new SurveyPlan(
                plan.digest(),
                plan.opens(),
                plan.closes(),
                plan.mapping(),
                plan.satisfied(),
                plan.minimumAnswered(),
                plan.indexDecimals(),
                plan.thresholds(),
                plan.quality(),
                plan.stages(),
                plan.lonelyCluster(),
                weighting,
                composite,
                List.of());
    }

    static String code(int item) {
        return "P" + String.format("%02d", item);
    }

    static SurveyPlan plan(SurveyPlan.LonelyCluster lonely) {
        return new SurveyPlan(
                Digest.of(new byte[] {1}),
                OffsetDateTime.parse("2025-03-03T08:00:00+08:00"),
                OffsetDateTime.parse("2025-03-28T18:00:00+08:00"),
                Map.of(
                        5, BigDecimal.valueOf(100),
                        4, BigDecimal.valueOf(75),
                        3, BigDecimal.valueOf(50),
                        2, BigDecimal.valueOf(25),
                        1, BigDecimal.ZERO),
                Set.of(5, 4),
                new BigDecimal("0.5"),
                1,
                new SurveyPlan.Thresholds(10, 30, new BigDecimal("0.5"), 3),
                new SurveyPlan.Quality(BigDecimal.valueOf(2), 15),
                Map.of(Audience.PARENT, STAGES, Audience.STUDENT, STAGES),
                lonely,
                WeightingPlan.STANDARD,
                Optional.empty(),
                List.of());
    }

    static SurveyPlan plan() {
        return plan(SurveyPlan.LonelyCluster.ADJUST);
    }

    /** A sheet by code; a value of 0 leaves the item out. */
    static Response sheet(Audience audience, PlaceCode place, SchoolStage stage, int cluster, int... values) {
        return sheet(audience, place, Optional.ofNullable(stage), Mode.CODE, cluster, values);
    }

    static Response sheet(
            Audience audience, PlaceCode place, Optional<SchoolStage> stage, Mode mode, int cluster, int... values) {
        Map<String, Answer> answers = new TreeMap<>();
        for (int item = 0; item < values.length; item++) {
            if (values[item] != 0) {
                answers.put(code(item + 1), new Answer.Chosen(values[item]));
            }
        }
        return new Response(audience, place, stage, mode, cluster, Set.of(), answers);
    }

    static Population population(PlaceCode place, Audience audience, SchoolStage stage, long people, long invited) {
        return new Population(place, audience, Optional.ofNullable(stage), people, stage == null ? 0 : 9, invited);
    }

    static ReleaseRequest request(
            SurveyPlan plan, int places, List<Questionnaire> questionnaires, List<Population> populations) {
        Map<Audience, Questionnaire> asked = new TreeMap<>();
        questionnaires.forEach(each -> asked.put(each.audience(), each));
        return new ReleaseRequest(
                new RoundKey(new EvaluationYear(2025), ORGANIZER),
                places(places),
                plan,
                asked,
                populations,
                LocalDate.of(2025, 3, 3),
                LocalDate.of(2025, 3, 28),
                LocalDate.of(2025, 4, 1),
                List.of("统计岗", "复核岗"));
    }

    /** A survey of clustered answers with 不了解, refusals and volunteers, drawn from a seed. */
    static final class Drawn {
        final List<Response> sheets = new ArrayList<>();
        final List<Population> populations = new ArrayList<>();
        private final Random random;
        private final int items;

        /** @param sheetsOfStratum by place, then stage (the first is also the public's) */
        Drawn(long seed, int items, int[][] sheetsOfStratum) {
            this.random = new Random(seed);
            this.items = items;
            int school = 1;
            for (int place = 0; place < sheetsOfStratum.length; place++) {
                draw(Audience.PUBLIC, place(place + 1), null, sheetsOfStratum[place][0], 0);
                for (int stage = 0; stage < sheetsOfStratum[place].length; stage++) {
                    for (Audience audience : List.of(Audience.PARENT, Audience.STUDENT)) {
                        school = 10
                                + draw(
                                        audience,
                                        place(place + 1),
                                        STAGES.get(stage),
                                        sheetsOfStratum[place][stage],
                                        school);
                    }
                }
            }
        }

        private int draw(Audience audience, PlaceCode place, SchoolStage stage, int sheets, int firstSchool) {
            populations.add(
                    population(place, audience, stage, 1000 + random.nextInt(9000), sheets + random.nextInt(20)));
            int schools = Math.max(1, sheets / 7);
            double[] effect = random.doubles(schools, -0.6, 0.6).toArray();
            for (int sheet = 0; sheet < sheets; sheet++) {
                int school = sheet % schools;
                int[] values = new int[items];
                double person = effect[school] + random.nextGaussian() * 0.7;
                for (int item = 0; item < items; item++) {
                    values[item] = value(person);
                }
                sheets(audience, place, stage, stage == null ? 0 : firstSchool + school, values);
            }
            return firstSchool + schools;
        }

        private void sheets(Audience audience, PlaceCode place, SchoolStage stage, int school, int[] values) {
            sheets.add(sheet(audience, place, stage, school, values));
            if (random.nextInt(12) == 0) {
                sheets.add(sheet(audience, place, Optional.empty(), Mode.OPEN_LINK, 0, values));
            }
        }

        private int value(double person) {
            int kind = random.nextInt(20);
            if (kind == 0) {
                return 0;
            }
            return kind == 1 ? 9 : (int) Math.max(1, Math.min(5, Math.round(4 + person + random.nextGaussian() * 0.8)));
        }
    }
}
