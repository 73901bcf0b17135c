package org.gongshi.survey.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.command.SurveyCommand;
import org.gongshi.survey.response.Mode;
import org.gongshi.survey.response.Response;
import org.gongshi.survey.results.Outcome;
import org.gongshi.survey.round.SchoolWeight;
import org.gongshi.survey.store.ClosedStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * From the frame to the index: {@code survey sample} draws the schools of the students, they answer, and what is released is a
 * plain recount of the stored rows with the weights that stand in the record.
 */
class SampledDemoTest {
    private static final String SECRET = "sampled-demo-5b1e";
    private static final List<String> STAGES = List.of("primary", "junior", "senior");

    private static final List<Response> ROWS = new ArrayList<>();

    @TempDir
    private static Path folder;

    private static DemoSurvey survey;
    private static ReleasedResults released;
    private static Json.Obj record;

    @BeforeAll
    static void draw_ask_and_release() throws IOException {
        survey = DemoSurvey.prepared(folder.resolve("demo"), 11, 0.1, content -> {
            Path root = content.root();
            Path plan = folder.resolve("survey-sample.yaml");
            write(folder.resolve("schools.csv"), frame(content.round().places()));
            write(plan, plan(frame(content.round().places())));
            assertThat(sample("--content", root, "--round", "2025/990000", "--plan", plan, "--seed", SECRET))
                    .isZero();
            invite(root.resolve("2025/990000/populations.csv"), recordOf(root));
        });
        record = recordOf(survey.content.root());
        try (ClosedStore store = ClosedStore.open(survey.files.folder(), RowKey.read(survey.files.rowKey()))) {
            store.forEach(row -> {
                if (row.audience() == Audience.STUDENT && row.mode() == Mode.CODE) {
                    ROWS.add(row);
                }
            });
        }
        Outcome outcome = survey.release(List.of("统计岗", "复核岗"), LocalDate.of(2025, 4, 14));
        assertThat(outcome).as("%s", outcome.findings()).isInstanceOf(Outcome.Released.class);
        released = ((Outcome.Released) outcome).results();
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Nine schools a stage: of one to seven classes, of 4 to 18 students each. */
    private static String frame(List<PlaceCode> places) {
        var text = new StringBuilder("place,stage,school,class,students\n");
        for (PlaceCode place : places) {
            for (String stage : STAGES) {
                for (int school = 1; school <= 9; school++) {
                    for (int each = 0; each <= school * 5 % 7; each++) {
                        int students = 4 + (school * 11 + stage.length() * 3 + each) % 15;
                        text.append("%s,%s,%s第%d校（%s）,%d班,%d%n"
                                .formatted(place, stage, place, school, stage, each + 1, students));
                    }
                }
            }
        }
        return text.toString();
    }

    private static String plan(String frame) {
        return """
                frames:
                  - %s
                confidence: 0.95
                share: 0.5
                size: students
                classesPerSchool: 1
                minimumSchools: 4
                targets:
                  student: {halfWidth: 0.3, designEffect: 1, responseRate: 0.8, stages: [primary, junior, senior]}
                commitment: %s
                """.formatted(digest(frame), digest(SECRET));
    }

    private static Digest digest(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static int sample(Object... arguments) {
        List<String> line = new ArrayList<>(
                List.of("sample", "--frame", folder.resolve("schools.csv").toString()));
        List.of(arguments).forEach(each -> line.add(each.toString()));
        var told = new StringWriter();
        return new CommandLine(new SurveyCommand())
                .setOut(new PrintWriter(told))
                .setErr(new PrintWriter(told))
                .execute(line.toArray(String[]::new));
    }

    private static Json.Obj recordOf(Path root) {
        try {
            return (Json.Obj) JsonText.parse(Files.readAllBytes(root.resolve("2025/990000/survey-sample.json")));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The numbers of codes of the drawn strata are those of the record. */
    private static void invite(Path populations, Json.Obj sample) {
        Map<String, Long> invited = new HashMap<>();
        for (Json.Obj stratum : objects(sample, "schools")) {
            long students = objects(stratum, "drawn").stream()
                    .flatMap(school -> objects(school, "classes").stream())
                    .mapToLong(each -> number(each, "students"))
                    .sum();
            invited.put(text(stratum, "place") + " student " + text(stratum, "stage"), students);
        }
        try {
            Files.write(
                    populations,
                    Files.readAllLines(populations).stream()
                            .map(line -> {
                                String[] cells = line.split(",", -1);
                                Long drawn = invited.get(cells[0] + " " + cells[1] + " " + cells[2]);
                                cells[5] = drawn == null ? cells[5] : drawn.toString();
                                return String.join(",", cells);
                            })
                            .toList());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static List<Json.Obj> objects(Json.Obj object, String field) {
        return ((Json.Arr) object.field(field).orElseThrow())
                .items().stream().map(Json.Obj.class::cast).toList();
    }

    private static String text(Json.Obj object, String field) {
        return ((Json.Str) object.field(field).orElseThrow()).value();
    }

    private static long number(Json.Obj object, String field) {
        return ((Json.Num) object.field(field).orElseThrow()).value().longValueExact();
    }

    private static double fraction(String written) {
        String[] parts = written.split("/");
        return Double.parseDouble(parts[0]) / (parts.length == 1 ? 1 : Double.parseDouble(parts[1]));
    }

    /** What the sealed round keeps of the record: for each stratum the weights of its schools, and no name. */
    @Test
    void the_closed_round_keeps_the_weights_of_the_record() {
        int compared = 0;
        for (Json.Obj stratum : objects(record, "schools")) {
            double[] told = objects(stratum, "drawn").stream()
                    .mapToDouble(SampledDemoTest::weight)
                    .sorted()
                    .toArray();
            double[] kept = weights(new PlaceCode(text(stratum, "place")), text(stratum, "stage")).values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            assertThat(kept).containsExactly(told, within(1e-6));
            compared += told.length;
        }
        assertThat(compared).isGreaterThan(100);
    }

    /** 1 ÷ (probability of the school × probability of the class); what is printed as weight is held against it. */
    private static double weight(Json.Obj school) {
        double weight = 1 / (fraction(text(school, "probability")) * fraction(text(school, "classProbability")));
        assertThat(fraction(text(school, "weight"))).isCloseTo(weight, within(1e-9 * weight));
        return weight;
    }

    /** By the school's number beside the answers. */
    private static Map<Integer, Double> weights(PlaceCode place, String stage) {
        Map<Integer, Double> weights = new TreeMap<>();
        for (SchoolWeight each : survey.record.weights()) {
            if (each.stratum().place().equals(place)
                    && each.stratum().stage().orElseThrow().key().equals(stage)) {
                weights.put(each.cluster(), each.weight().decimal(9).doubleValue());
            }
        }
        return weights;
    }

    @Test
    void the_released_indices_are_a_recount_of_the_rows_with_the_weights_of_the_record() {
        int compared = 0;
        int otherwise = 0;
        for (PlaceCode place : survey.content.round().places()) {
            if (released.find(place, Audience.STUDENT).orElseThrow().index() instanceof Estimate.Shown shown) {
                assertThat(shown.value()).as(place.value()).isEqualByComparingTo(index(place, weight -> weight));
                otherwise += shown.value().compareTo(index(place, weight -> 1.0)) == 0 ? 0 : 1;
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(5);
        assertThat(otherwise)
                .as("equal weights give other figures: the record matters")
                .isGreaterThan(3);
    }

    /** Σ weight × person index ÷ Σ weight, the weights of each stage adjusted to its people. */
    private static BigDecimal index(PlaceCode place, Function<Double, Double> use) {
        Questionnaire questionnaire = survey.content.forms().questionnaires().get(Audience.STUDENT);
        double sum = 0;
        double people = 0;
        for (String stage : STAGES) {
            Map<Integer, Double> weights = weights(place, stage);
            double least =
                    weights.values().stream().mapToDouble(each -> each).min().orElseThrow();
            assertThat(weights.values()).as("nothing to trim").allMatch(weight -> weight < 5 * least);
            List<Response> rows = ROWS.stream()
                    .filter(row -> row.place().equals(place)
                            && row.stage().orElseThrow().key().equals(stage))
                    .toList();
            double reached = rows.stream()
                    .mapToDouble(row -> use.apply(weights.get(row.cluster())))
                    .sum();
            for (Response row : rows) {
                Optional<Double> index = index(row, questionnaire);
                double weight = use.apply(weights.get(row.cluster())) * people(place, stage) / reached;
                sum += index.map(own -> own * weight).orElse(0.0);
                people += index.isPresent() ? weight : 0;
            }
        }
        return BigDecimal.valueOf(sum / people).setScale(1, RoundingMode.HALF_UP);
    }

    private static long people(PlaceCode place, String stage) {
        return survey.content.populations().stream()
                .filter(row -> row.place().equals(place)
                        && row.audience() == Audience.STUDENT
                        && row.stage().orElseThrow().key().equals(stage))
                .findFirst()
                .orElseThrow()
                .people();
    }

    /** The mean of the points of the answered items, when at least half of them are. */
    private static Optional<Double> index(Response row, Questionnaire questionnaire) {
        double[] points = questionnaire.items().stream()
                .flatMap(item -> row.chosen(item.code()).stream())
                .filter(chosen -> chosen != questionnaire.dontKnow().value())
                .mapToDouble(chosen -> 25.0 * (chosen - 1))
                .toArray();
        return 2 * points.length < questionnaire.items().size() || points.length == 0
                ? Optional.empty()
                : Optional.of(DoubleStream.of(points).sum() / points.length);
    }

    @Test
    void anyone_can_replay_the_draw() {
        assertThat(sample("--replay", survey.content.root().resolve("2025/990000/survey-sample.json")))
                .isZero();
    }
}
