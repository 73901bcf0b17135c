package org.gongshi.survey.results;

import static org.gongshi.survey.results.Surveys.place;
import static org.gongshi.survey.results.Surveys.population;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.CompositePlan;
import org.gongshi.evaluation.satisfaction.Doubt;
import org.gongshi.evaluation.satisfaction.Population;
import org.gongshi.evaluation.satisfaction.ProfileMargin;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.evaluation.satisfaction.WeightingPlan;
import org.gongshi.survey.response.Answer;
import org.gongshi.survey.response.Mode;
import org.gongshi.survey.response.QualityFlag;
import org.gongshi.survey.response.Response;
import org.gongshi.survey.response.Stratum;

/**
 * A drawn survey with everything that weights and variances must cope with: parents and students of the same schools, a
 * school with two stages, a stage with one school, base weights that differ, profile questions left blank, doubted sheets.
 */
final class Fieldbook {
    static final int ITEMS = 4;
    static final int PLACES = 4;
    private static final Map<Integer, BigDecimal> TOWN = Map.of(1, new BigDecimal("0.62"), 2, new BigDecimal("0.38"));

    final List<Response> sheets = new ArrayList<>();
    final List<Population> populations = new ArrayList<>();
    final Map<SampledSchool, BigDecimal> baseWeights = new TreeMap<>();
    final Map<Audience, Questionnaire> questionnaires = new TreeMap<>();
    final SurveyPlan plan;
    private final Random random;

    Fieldbook(long seed) {
        random = new Random(seed);
        for (Audience audience : Audience.values()) {
            Questionnaire plain = Surveys.questionnaire(audience, ITEMS);
            questionnaires.put(audience, audience == Audience.PUBLIC ? Surveys.withProfile(plain, 2, 3) : plain);
        }
        plan = Surveys.with(
                Surveys.plan(),
                new WeightingPlan(Optional.of(BigDecimal.valueOf(5)), margins(), EnumSet.allOf(Doubt.class)),
                Optional.of(new CompositePlan(
                        Map.of(
                                Audience.PUBLIC, new BigDecimal("0.3"),
                                Audience.PARENT, new BigDecimal("0.45"),
                                Audience.STUDENT, new BigDecimal("0.25")),
                        CompositePlan.Missing.WITHHOLD)));
        for (int number = 1; number <= PLACES; number++) {
            drawPublic(place(number), 60 + random.nextInt(30));
            drawSchools(number);
        }
    }

    private static List<ProfileMargin> margins() {
        Map<PlaceCode, Map<Integer, BigDecimal>> ages = new TreeMap<>();
        for (int number = 1; number <= PLACES; number++) {
            BigDecimal young = BigDecimal.valueOf(20 + 5L * number, 2);
            ages.put(
                    place(number),
                    Map.of(1, young, 2, new BigDecimal("0.40"), 3, new BigDecimal("0.60").subtract(young)));
        }
        return List.of(
                new ProfileMargin(Audience.PUBLIC, "Q1", TOWN, Map.of()),
                new ProfileMargin(Audience.PUBLIC, "Q2", Map.of(), ages));
    }

    private void drawPublic(PlaceCode place, int people) {
        populations.add(population(place, Audience.PUBLIC, null, 20_000 + random.nextInt(60_000), people + 20));
        for (int person = 0; person < people; person++) {
            int town = random.nextInt(12) == 0 ? 0 : random.nextInt(5) < 2 ? 1 : 2;
            int age = random.nextInt(15) == 0 ? 0 : 1 + random.nextInt(3);
            add(Audience.PUBLIC, place, null, 0, town == 1 ? 0.4 : -0.1, Map.of("Q1", town, "Q2", age));
        }
    }

    /** School 1 of a place has primary and junior classes; the senior stage of place 2 has one school. */
    private void drawSchools(int number) {
        for (int stage = 0; stage < 3; stage++) {
            int schools = number == 2 && stage == 2 ? 1 : 4 + random.nextInt(3);
            int pupils = 900 + random.nextInt(4000);
            for (Audience audience : List.of(Audience.PARENT, Audience.STUDENT)) {
                populations.add(population(place(number), audience, Surveys.STAGES.get(stage), pupils, 300));
            }
            for (int school = 0; school < schools; school++) {
                boolean joint = school == 0 && stage < 2;
                int cluster = joint ? 10 * number + 1 : 1000 * number + 100 * stage + school;
                drawSchool(place(number), Surveys.STAGES.get(stage), cluster);
            }
        }
    }

    private void drawSchool(PlaceCode place, SchoolStage stage, int cluster) {
        double effect = 0.5 * random.nextGaussian();
        for (Audience audience : List.of(Audience.PARENT, Audience.STUDENT)) {
            if (!place.equals(place(3))) {
                baseWeights.put(
                        new SampledSchool(new Stratum(place, audience, Optional.of(stage)), cluster),
                        BigDecimal.valueOf(10 + random.nextInt(30)));
            }
            for (int person = 9 + random.nextInt(7); person > 0; person--) {
                add(audience, place, stage, cluster, effect, Map.of());
            }
        }
    }

    private void add(
            Audience audience,
            PlaceCode place,
            SchoolStage stage,
            int cluster,
            double level,
            Map<String, Integer> profile) {
        Map<String, Answer> answers = new TreeMap<>();
        double person = level + 0.6 * random.nextGaussian();
        for (int item = 1; item <= ITEMS; item++) {
            int kind = random.nextInt(20);
            int value = (int) Math.max(1, Math.min(5, Math.round(3.8 + person + 0.7 * random.nextGaussian())));
            if (kind != 0) {
                answers.put(Surveys.code(item), new Answer.Chosen(kind == 1 ? 9 : value));
            }
        }
        profile.forEach((question, option) -> {
            if (option > 0) {
                answers.put(question, new Answer.Chosen(option));
            }
        });
        Set<QualityFlag> flags = random.nextInt(9) == 0 ? Set.of(QualityFlag.TOO_FAST) : Set.of();
        sheets.add(new Response(audience, place, Optional.ofNullable(stage), Mode.CODE, cluster, flags, answers));
    }

    ReleaseRequest request() {
        ReleaseRequest plain = Surveys.request(plan, PLACES, List.copyOf(questionnaires.values()), populations);
        return new ReleaseRequest(
                plain.round(),
                plain.places(),
                plain.plan(),
                plain.questionnaires(),
                plain.populations(),
                plain.opened(),
                plain.closed(),
                plain.released(),
                plain.releasedBy(),
                baseWeights);
    }

    /** The sheets as rows of the plain recount. */
    Recount recount() {
        List<Recount.Row> rows = new ArrayList<>();
        Map<String, Double> people = new TreeMap<>();
        populations.forEach(
                row -> people.put(stratum(row.audience(), row.place(), row.stage()), (double) row.people()));
        for (Response sheet : sheets) {
            if (answered(sheet)) {
                rows.add(row(sheet));
            }
        }
        return new Recount(rows, people, targets(rows, people));
    }

    private static boolean answered(Response sheet) {
        return sheet.answers().keySet().stream().anyMatch(code -> code.startsWith("P"));
    }

    private Recount.Row row(Response sheet) {
        String stratum = stratum(sheet.audience(), sheet.place(), sheet.stage());
        boolean bySchool = sheet.audience() != Audience.PUBLIC;
        Population population = populations.stream()
                .filter(row -> stratum(row.audience(), row.place(), row.stage()).equals(stratum))
                .findFirst()
                .orElseThrow();
        double base = Optional.ofNullable(baseWeights.get(new SampledSchool(
                        new Stratum(sheet.place(), sheet.audience(), sheet.stage()), sheet.cluster())))
                .map(BigDecimal::doubleValue)
                .orElse((double) population.people() / population.invited());
        // Every place has a school with primary and junior classes: its two stages are one stratum of the draw.
        String draw = !bySchool
                ? sheet.place() + " public"
                : sheet.place() + (sheet.stage().orElseThrow() == SchoolStage.SENIOR ? " senior" : " compulsory");
        // The one senior school of place 2 is calibrated together with the junior ones.
        boolean alone =
                bySchool && sheet.place().equals(place(2)) && sheet.stage().orElseThrow() == SchoolStage.SENIOR;
        String calibration =
                alone ? stratum(sheet.audience(), sheet.place(), Optional.of(SchoolStage.JUNIOR)) : stratum;
        return new Recount.Row(
                sheet.audience(),
                stratum,
                draw,
                bySchool ? sheet.place() + " " + sheet.cluster() : "",
                base,
                bySchool
                        ? List.of(calibration, "others", "others")
                        : List.of(
                                calibration,
                                sheet.chosen("Q1").map(Object::toString).orElse("blank"),
                                sheet.place()
                                        + sheet.chosen("Q2")
                                                .map(Object::toString)
                                                .orElse("blank")),
                index(sheet));
    }

    private static double index(Response sheet) {
        List<Integer> valid = new ArrayList<>();
        for (int item = 1; item <= ITEMS; item++) {
            sheet.chosen(Surveys.code(item)).filter(value -> value != 9).ifPresent(valid::add);
        }
        return 2 * valid.size() < ITEMS
                ? Double.NaN
                : valid.stream()
                        .mapToDouble(value -> 25.0 * (value - 1))
                        .average()
                        .orElseThrow();
    }

    private static String stratum(Audience audience, PlaceCode place, Optional<SchoolStage> stage) {
        return place + " " + audience + stage.map(known -> " " + known).orElse("");
    }

    private List<Map<String, Double>> targets(List<Recount.Row> rows, Map<String, Double> people) {
        Map<String, Double> strata = new TreeMap<>(people);
        for (Audience audience : List.of(Audience.PARENT, Audience.STUDENT)) {
            Double alone = strata.remove(stratum(audience, place(2), Optional.of(SchoolStage.SENIOR)));
            strata.merge(stratum(audience, place(2), Optional.of(SchoolStage.JUNIOR)), alone, Double::sum);
        }
        Map<String, Double> answeringOfPublic = new TreeMap<>();
        Map<String, Double> reached = new TreeMap<>();
        rows.forEach(row -> {
            answeringOfPublic.merge(row.stratum(), 1.0, Double::sum);
            reached.merge(row.stratum(), row.base(), Double::sum);
        });
        Map<String, Double> town = new TreeMap<>();
        Map<String, Double> age = new TreeMap<>();
        for (Recount.Row row : rows) {
            double weight = people.get(row.stratum()) / answeringOfPublic.get(row.stratum());
            double own = row.audience() == Audience.PUBLIC
                    ? weight
                    : row.base() * people.get(row.stratum()) / reached.get(row.stratum());
            town.merge(row.margins().get(1), own, Double::sum);
            age.merge(row.margins().get(2), own, Double::sum);
        }
        double townAnswered = town.get("1") + town.get("2");
        TOWN.forEach((option, share) -> town.put(option.toString(), share.doubleValue() * townAnswered));
        plan.weighting().margins(Audience.PUBLIC).get(1).places().forEach((place, shares) -> {
            double answered = age.get(place + "1") + age.get(place + "2") + age.get(place + "3");
            shares.forEach((option, share) -> age.put(place.toString() + option, share.doubleValue() * answered));
        });
        return List.of(strata, town, age);
    }
}
