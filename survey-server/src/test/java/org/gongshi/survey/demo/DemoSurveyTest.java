package org.gongshi.survey.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gongshi.evaluation.content.ReleasedResultsJson;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.ProfileMargin;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.command.SurveyCommand;
import org.gongshi.survey.response.Mode;
import org.gongshi.survey.response.Response;
import org.gongshi.survey.results.Outcome;
import org.gongshi.survey.store.ClosedStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** One small survey from the first code to the released results, and what an office can do wrong on the way. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoSurveyTest {
    private static final LocalDate DAY = LocalDate.of(2025, 4, 14);
    private static final List<String> TWO = List.of("统计岗", "复核岗");
    private static final double SMALL = 0.3;

    @TempDir
    private static Path folder;

    private static DemoSurvey survey;

    @BeforeAll
    static void run() {
        survey = DemoSurvey.run(folder.resolve("first"), 7, SMALL);
    }

    private static Path results(DemoSurvey of) {
        return of.content.root().resolve("2025/990000/results.json");
    }

    @Test
    @Order(1)
    void every_kind_of_reply_was_met() {
        Counts counts = survey.counts;
        assertThat(counts.accepted()).isBetween(1500L, 2700L);
        assertThat(counts.retried()).isPositive();
        assertThat(counts.spent()).isPositive();
        assertThat(counts.sent()).isEqualTo(counts.accepted() + counts.retried() + counts.spent() + counts.busy());
        assertThat(sheets()).hasSize((int) counts.accepted());
    }

    private static List<Response> sheets() {
        List<Response> sheets = new ArrayList<>();
        try (ClosedStore store = ClosedStore.open(survey.files.folder(), RowKey.read(survey.files.rowKey()))) {
            store.forEach(sheets::add);
        }
        return sheets;
    }

    @Test
    @Order(2)
    void one_person_alone_releases_nothing() {
        refused(survey.release(List.of("统计岗", "统计岗 "), DAY), "不得为同一人");
        refused(survey.release(TWO, LocalDate.of(2025, 3, 1)), "早于调查结束日期");
        assertThat(results(survey)).doesNotExist();
    }

    @Test
    @Order(3)
    void a_plan_changed_after_the_opening_releases_nothing() throws IOException {
        Path plan = survey.content.root().resolve("2025/990000/survey-plan.yaml");
        byte[] locked = Files.readAllBytes(plan);
        Files.writeString(plan, Files.readString(plan).replace("4: 75", "4: 80"));
        refused(survey.release(TWO, DAY), "调查开启后被改动");
        Files.write(plan, locked);
        assertThat(results(survey)).doesNotExist();
    }

    /** The weights rest on the people behind every stratum: they are fixed before the first answer too. */
    @Test
    @Order(3)
    void a_population_changed_after_the_opening_releases_nothing() throws IOException {
        Path file = survey.content.root().resolve("2025/990000/populations.csv");
        List<String> locked = Files.readAllLines(file);
        List<String> changed = new ArrayList<>(locked);
        String row = "990100,public,,2487600,";
        assertThat(changed).anyMatch(line -> line.startsWith(row));
        changed.replaceAll(line -> line.replace(row, "990100,public,,2487601,"));
        Files.write(file, changed);
        refused(survey.release(TWO, DAY), "调查开启后被改动");
        assertThat(survey.release(TWO, DAY).findings())
                .anySatisfy(finding -> assertThat(finding.at().file()).endsWith("populations.csv"));
        Files.write(file, locked);
        assertThat(results(survey)).doesNotExist();
    }

    /** Schools alone in their stratum: each named, each with what the office can do. */
    @Test
    @Order(7)
    void a_survey_that_cannot_be_weighted_releases_nothing_and_names_its_strata() {
        DemoSurvey thin = DemoSurvey.run(
                folder.resolve("thin"), 3, 0.06, plan -> plan.replace("lonelyPsu: adjust", "lonelyPsu: fail"));
        Outcome outcome = thin.release(TWO, DAY);
        refused(outcome, "只有一所学校有答卷");
        assertThat(outcome.findings())
                .filteredOn(finding -> finding.message().contains("只有一所学校"))
                .allSatisfy(finding -> {
                    assertThat(finding.message()).containsPattern("99[0-9]{4}(家长|学生)(小学|初中|高中)");
                    assertThat(finding.hint()).contains("登记偏离方案", "并入相邻学段", "保守方法");
                });
        assertThat(results(thin)).doesNotExist();
    }

    /** A margin that the sample cannot reach: nobody lives where the plan says that a part of the people does. */
    @Test
    @Order(8)
    void a_margin_out_of_reach_releases_nothing_and_names_it() {
        DemoSurvey skewed = DemoSurvey.run(
                folder.resolve("skewed"),
                3,
                0.12,
                plan -> plan.replace("1: 0.68\n        2: 0.32", "1: 1\n        2: 0"));
        Outcome outcome = skewed.release(TWO, DAY);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(outcome.findings())
                .filteredOn(finding -> finding.message().contains("P95"))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.hint()).isNotBlank());
    }

    private static void refused(Outcome outcome, String why) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(outcome.findings()).anyMatch(finding -> finding.message().contains(why));
    }

    @Test
    @Order(4)
    void the_command_releases_once_and_never_over() throws IOException {
        String first = command(0, "release");
        assertThat(first).contains("已发布", "results.json");
        byte[] bytes = Files.readAllBytes(results(survey));
        assertThat(command(1, "release")).contains("不得覆盖");
        assertThat(Files.readAllBytes(results(survey))).isEqualTo(bytes);
        assertThat(command(0, "status")).contains("已发布");
    }

    private static String command(int expected, String verb) {
        var out = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(
                verb,
                "--data",
                survey.files.folder().root().toString(),
                "--content",
                survey.content.root().toString()));
        if (verb.equals("release")) {
            arguments.addAll(List.of("--released-by", "统计岗", "--confirmed-by", "复核岗", "--date", DAY.toString()));
        }
        CommandLine line = SurveyCommand.line();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(out, true));
        assertThat(line.execute(arguments.toArray(String[]::new)))
                .as(out.toString())
                .isEqualTo(expected);
        return out.toString();
    }

    /** Counted again from the stored rows, without the program's counting, weighting and estimating. */
    @Test
    @Order(5)
    void released_indices_are_those_of_an_independent_recount() throws IOException {
        ReleasedResults results = ReleasedResultsJson.read(JsonText.parse(Files.readAllBytes(results(survey))));
        SurveyPlan plan = survey.content.forms().plan();
        int compared = 0;
        for (AudienceResult row : results.results()) {
            if (row.mode() == AudienceResult.Mode.PROBABILITY && row.index() instanceof Estimate.Shown shown) {
                double again = recount(row, plan);
                assertThat(shown.value().doubleValue())
                        .as("%s %s", row.place(), row.audience())
                        .isBetween(again - 0.0501, again + 0.0501);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(20);
        assertThat(results.results()).as("the stage of a handful").anySatisfy(row -> {
            assertThat(row.place()).isEqualTo(new PlaceCode("990500"));
            assertThat(row.index()).isEqualTo(new Estimate.Withheld(Estimate.Reason.TOO_FEW));
        });
    }

    /** Σ weight · index ÷ Σ weight over the sheets of the row, by hand. */
    private static double recount(AudienceResult row, SurveyPlan plan) {
        var items = survey.content.forms().questionnaires().get(row.audience()).items();
        double points = 0;
        double people = 0;
        for (Map.Entry<Response, Double> entry : weights(row.audience(), plan).entrySet()) {
            Response sheet = entry.getKey();
            boolean inside =
                    (row.place().value().endsWith("0000") || sheet.place().equals(row.place()))
                            && (row.stage().isEmpty() || row.stage().equals(sheet.stage()));
            double[] valid = items.stream()
                    .flatMap(item -> sheet.chosen(item.code()).stream())
                    .filter(plan.mapping()::containsKey)
                    .mapToDouble(value -> plan.mapping().get(value).doubleValue())
                    .toArray();
            if (inside && 2 * valid.length >= items.size()) {
                points += entry.getValue() * Arrays.stream(valid).sum() / valid.length;
                people += entry.getValue();
            }
        }
        return points / people;
    }

    /** People of a stratum by its sheets, then fitted in turn to the strata and to each margin, a hundred times over. */
    private static Map<Response, Double> weights(Audience audience, SurveyPlan plan) {
        var items = survey.content.forms().questionnaires().get(audience).items();
        Map<Response, Double> weights = new IdentityHashMap<>();
        for (Response sheet : sheets()) {
            boolean blank =
                    items.stream().noneMatch(item -> sheet.chosen(item.code()).isPresent());
            if (sheet.mode() == Mode.CODE && sheet.audience() == audience && !blank) {
                weights.put(sheet, 1.0);
            }
        }
        Map<String, Double> strata = new HashMap<>();
        survey.content.populations().stream()
                .filter(population -> population.audience() == audience)
                .forEach(population ->
                        strata.put(population.place() + " " + population.stage(), (double) population.people()));
        fit(weights, sheet -> sheet.place() + " " + sheet.stage(), strata);
        Map<String, Map<String, Double>> margins = new HashMap<>();
        for (ProfileMargin margin : plan.weighting().margins()) {
            if (margin.audience() == audience) {
                margins.put(margin.question(), targets(margin, weights));
            }
        }
        for (int turn = 0; turn < 100; turn++) {
            margins.forEach((question, totals) -> fit(weights, sheet -> answer(sheet, question), totals));
            fit(weights, sheet -> sheet.place() + " " + sheet.stage(), strata);
        }
        return weights;
    }

    private static String answer(Response sheet, String question) {
        return sheet.chosen(question).map(Object::toString).orElse("");
    }

    /** Who did not say keeps the weight that is there; the others share the rest as the population does. */
    private static Map<String, Double> targets(ProfileMargin margin, Map<Response, Double> weights) {
        double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        double silent = weights.entrySet().stream()
                .filter(entry -> answer(entry.getKey(), margin.question()).isEmpty())
                .mapToDouble(Map.Entry::getValue)
                .sum();
        Map<String, Double> totals = new HashMap<>(Map.of("", silent));
        margin.area().forEach((option, share) -> totals.put(option.toString(), (all - silent) * share.doubleValue()));
        return totals;
    }

    private static void fit(
            Map<Response, Double> weights, Function<Response, String> group, Map<String, Double> totals) {
        Map<String, Double> now = new HashMap<>();
        weights.forEach((sheet, weight) -> now.merge(group.apply(sheet), weight, Double::sum));
        weights.replaceAll((sheet, weight) -> weight * totals.get(group.apply(sheet)) / now.get(group.apply(sheet)));
    }

    /** Other codes, other school numbers, another order of arrival: the same bytes. */
    @Test
    @Order(6)
    void the_same_people_give_the_same_results_to_the_byte() throws IOException {
        byte[] first = Files.readAllBytes(results(survey));
        DemoSurvey again = DemoSurvey.run(folder.resolve("again"), 7, SMALL);
        assertThat(again.release(TWO, DAY)).isInstanceOf(Outcome.Released.class);
        assertThat(Files.readAllBytes(results(again))).isEqualTo(first);
    }

    @Test
    @Order(7)
    void the_next_round_is_open_now() {
        var now = java.time.OffsetDateTime.parse("2031-05-06T10:20:30+08:00");
        DemoContent next = NextRound.make(survey.content, folder.resolve("next"), now);
        assertThat(next.key().toString()).isEqualTo("2026/990000");
        assertThat(next.round().title()).contains("2026年度");
        assertThat(next.round().release()).isEmpty();
        assertThat(next.forms().plan().opens()).isBefore(now);
        assertThat(next.forms().plan().closes()).isAfter(now);
        assertThat(next.forms().questionnaires()).containsOnlyKeys(Audience.values());
        // The site of the new year can be made from it: texts, corrections and the years before are there, too.
        assertThat(next.root().resolve("texts/about.md")).exists();
        assertThat(next.root().resolve("corrections.yaml")).exists();
        assertThat(next.root().resolve("2025/990000/round.yaml")).exists();
    }
}
