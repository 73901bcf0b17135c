package org.gongshi.survey.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongshi.evaluation.content.ReleasedResultsJson;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.Population;
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
        assertThat(counts.accepted()).isBetween(900L, 1800L);
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

    /** Σ N/n · index ÷ Σ N/n over the strata, by hand. */
    private static double recount(AudienceResult row, SurveyPlan plan) {
        var items = survey.content.forms().questionnaires().get(row.audience()).items();
        Map<String, List<Response>> strata = new HashMap<>();
        for (Response sheet : sheets()) {
            boolean inside = sheet.mode() == Mode.CODE
                    && sheet.audience() == row.audience()
                    && (row.place().value().endsWith("0000") || sheet.place().equals(row.place()))
                    && (row.stage().isEmpty() || row.stage().equals(sheet.stage()));
            boolean blank =
                    items.stream().noneMatch(item -> sheet.chosen(item.code()).isPresent());
            if (inside && !blank) {
                strata.computeIfAbsent(sheet.place() + " " + sheet.stage(), absent -> new ArrayList<>())
                        .add(sheet);
            }
        }
        double points = 0;
        double people = 0;
        for (Population population : survey.content.populations()) {
            List<Response> sheets = population.audience() == row.audience()
                    ? strata.getOrDefault(population.place() + " " + population.stage(), List.of())
                    : List.of();
            for (Response sheet : sheets) {
                double[] valid = items.stream()
                        .flatMap(item -> sheet.chosen(item.code()).stream())
                        .filter(plan.mapping()::containsKey)
                        .mapToDouble(value -> plan.mapping().get(value).doubleValue())
                        .toArray();
                if (2 * valid.length >= items.size()) {
                    double weight = (double) population.people() / sheets.size();
                    points += weight * java.util.Arrays.stream(valid).sum() / valid.length;
                    people += weight;
                }
            }
        }
        return points / people;
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
    }
}
