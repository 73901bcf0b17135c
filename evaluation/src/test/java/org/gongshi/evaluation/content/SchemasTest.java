package org.gongshi.evaluation.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.gongshi.evaluation.content.source.Fields;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.content.source.YamlNode;
import org.gongshi.evaluation.content.source.YamlTree;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.satisfaction.Audience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The JSON Schemas that editors use and the reader say the same: every mutation of a valid file by an unknown key, a missing key or
 * a value of another type is refused by both or by neither.
 */
class SchemasTest {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final Map<String, BiFunction<Fields, Findings, Boolean>> READERS = Map.ofEntries(
            Map.entry("site", (fields, found) -> SiteFiles.site(fields).isPresent()),
            Map.entry("places", (fields, found) -> PlaceFiles.places(fields).isPresent()),
            Map.entry("corrections", (fields, found) -> corrections(fields)),
            Map.entry("privacy", (fields, found) -> {
                var allowed = fields.mappings("allowed", SiteFiles::allowed);
                return fields.build(allowed::get).isPresent();
            }),
            Map.entry(
                    "objections",
                    (fields, found) -> ObjectionFile.period(fields, found).isPresent()),
            Map.entry("archive", (fields, found) -> ArchiveFile.decision(fields).isPresent()),
            Map.entry(
                    "round",
                    (fields, found) ->
                            RoundFiles.round(fields, ContentFixture.KEY).isPresent()),
            Map.entry("calendar", (fields, found) -> RoundFiles.calendar(fields).isPresent()),
            Map.entry(
                    "indicators",
                    (fields, found) -> IndicatorFiles.system(fields).isPresent()),
            Map.entry(
                    "survey-plan",
                    (fields, found) ->
                            SurveyPlanFile.plan(fields, Digest.of(new byte[0])).isPresent()),
            Map.entry(
                    "questionnaire",
                    (fields, found) -> QuestionnaireFile.questionnaire(fields, Audience.PARENT, Digest.of(new byte[0]))
                            .isPresent()),
            Map.entry(
                    "language",
                    (fields, found) -> TranslationFile.translation(fields, "en", Digest.of(new byte[0]), found)
                            .isPresent()),
            Map.entry(
                    "survey-sample",
                    (fields, found) ->
                            SamplePlanFile.plan(fields, Digest.of(new byte[0])).isPresent()),
            Map.entry("stages", (fields, found) -> StagesFile.stages(fields).isPresent()),
            Map.entry(
                    "findings", (fields, found) -> ProblemFile.problems(fields).isPresent()),
            Map.entry(
                    "decisions",
                    (fields, found) -> DecisionFile.decisions(fields).isPresent()));

    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("site", "site.yaml"),
            Map.entry("places", "places.yaml"),
            Map.entry("corrections", "corrections.yaml"),
            Map.entry("archive", "archive.yaml"),
            Map.entry("objections", "2025/990000/objections.yaml"),
            Map.entry("privacy", "privacy.yaml"),
            Map.entry("round", "2025/990000/round.yaml"),
            Map.entry("calendar", "2025/990000/calendar.yaml"),
            Map.entry("indicators", "2025/990000/indicators.yaml"),
            Map.entry("survey-plan", "2025/990000/survey-plan.yaml"),
            Map.entry("survey-sample", "2025/990000/survey-sample.yaml"),
            Map.entry("language", "2025/990000/languages/en.yaml"),
            Map.entry("questionnaire", "2025/990000/questionnaires/parent.yaml"),
            Map.entry("outcomes", "2025/990000/outcomes.yaml"),
            Map.entry("stages", "2025/990000/990100/stages.yaml"),
            Map.entry("findings", "2025/990000/990100/findings.yaml"),
            Map.entry("decisions", "2025/990000/990100/decisions.yaml"));

    @TempDir
    private Path root;

    static Stream<String> kinds() {
        return FILES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void schema_and_reader_agree_on_every_mutation(String kind) {
        ContentFixture content = ContentFixture.valid(root);
        content.write("corrections.yaml", CORRECTION);
        content.write(
                "2025/990000/objections.yaml",
                "from: 2025-11-20\nto: 2025-11-28\nchannel: 书面\nphone: 0000-1\naddress: 一号\nobjections:\n"
                        + "  - received: 2025-11-21\n    about: 某项得分\n    handled: 2025-11-27\n    result: 不成立\n");
        content.write(
                "2025/990000/languages/en.yaml",
                "language: en\nsite:\n  name: Example\npublic:\n  P01: Schools\n  scale:\n    5: Very good\n    4: Good\n");
        content.write("2025/990000/survey-sample.yaml", SAMPLE);
        content.write("privacy.yaml", "allowed:\n  - value: a@b.cn\n    reason: 公开信箱\n");
        content.write(
                "archive.yaml", "body: 委员会\ndocument: 无\ndate: 2025-09-01\ndigest: " + Digest.of(new byte[0]) + "\n");
        content.change("2025/990000/indicators.yaml", "issued:", "notes: 说明\nissued:");
        content.change("2025/990000/questionnaires/parent.yaml", "check:", QUESTIONS + "check:");
        // That satisfied values stand in the mapping is a rule between fields, which a schema cannot say.
        content.change("2025/990000/survey-plan.yaml", "satisfied: [3]", "satisfied: []");
        Schema schema = schema(kind);
        YamlNode valid = tree(content.folder(), FILES.get(kind));
        assertThat(schema.validate(json(valid), InputFormat.JSON)).isEmpty();
        List<Mutation> mutations = Mutation.all(valid);
        assertThat(mutations).hasSizeGreaterThan(10);
        for (Mutation mutation : mutations) {
            boolean bySchema =
                    schema.validate(json(mutation.tree()), InputFormat.JSON).isEmpty();
            assertThat(reads(kind, mutation.tree()))
                    .as("reader and schema of %s after: %s", kind, mutation.title())
                    .isEqualTo(bySchema);
        }
        assertThat(mutations).as("mutations that are refused").anyMatch(mutation -> !reads(kind, mutation.tree()));
    }

    @Test
    void demonstration_and_starter_satisfy_the_schemas() throws IOException {
        Path shipped = Path.of("..", "content");
        try (Stream<Path> files = Files.walk(shipped)) {
            List<Path> yaml =
                    files.filter(path -> path.toString().endsWith(".yaml")).toList();
            assertThat(yaml).hasSizeGreaterThan(40);
            for (Path file : yaml) {
                YamlNode tree = tree(
                        new ContentFolder(shipped),
                        shipped.relativize(file).toString().replace('\\', '/'));
                assertThat(schema(kindOf(file)).validate(json(tree), InputFormat.JSON))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void the_example_of_a_draw_satisfies_its_schema() {
        YamlNode tree = tree(new ContentFolder(Path.of("..", "examples", "survey-sample")), "survey-sample.yaml");
        assertThat(schema("survey-sample").validate(json(tree), InputFormat.JSON))
                .isEmpty();
    }

    private static String kindOf(Path file) {
        String name = file.getFileName().toString().replace(".yaml", "");
        if (file.getParent().endsWith("languages")) {
            // The survey's translation lies within a round, the site's at the top.
            return file.getParent().getParent().endsWith("demo") ? "site-language" : "language";
        }
        return file.getParent().endsWith("questionnaires") ? "questionnaire" : name;
    }

    private static boolean reads(String kind, YamlNode tree) {
        Findings findings = new Findings();
        if (kind.equals("outcomes")) {
            return OutcomesOf.reads(tree);
        }
        return Fields.of(tree, findings)
                        .map(fields -> READERS.get(kind).apply(fields, findings))
                        .orElse(false)
                && !findings.hasErrors();
    }

    private static boolean corrections(Fields fields) {
        var list = fields.mappings("corrections", SiteFiles::correction);
        return fields.build(list::get).isPresent();
    }

    private static Schema schema(String kind) {
        String name = "/org/gongshi/evaluation/content/schema/" + kind + ".schema.json";
        try (InputStream stream = SchemasTest.class.getResourceAsStream(name)) {
            return REGISTRY.getSchema(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }

    private static String json(YamlNode node) {
        return JsonText.compact(Mutation.json(node));
    }

    private static YamlNode tree(ContentFolder folder, String name) {
        Findings findings = new Findings();
        SourceFile file = folder.open(name, findings).orElseThrow();
        YamlNode tree = YamlTree.read(file, findings).orElseThrow();
        assertThat(findings.sorted()).isEmpty();
        return tree;
    }

    /** Outcomes are read entry by entry, from a file. */
    private static final class OutcomesOf {
        static boolean reads(YamlNode tree) {
            Findings findings = new Findings();
            byte[] bytes = JsonText.compact(Mutation.json(tree)).getBytes(StandardCharsets.UTF_8);
            var places = java.util.Set.of(
                    new org.gongshi.evaluation.place.PlaceCode("990100"),
                    new org.gongshi.evaluation.place.PlaceCode("990300"));
            // JSON is YAML: the mutated tree can be written as a file again.
            OutcomeFile.outcomes(new SourceFile("outcomes.yaml", bytes), places, Scope.everything(), findings);
            return !findings.hasErrors();
        }
    }

    private static final String SAMPLE = """
            frames: [sha256:DIGEST]
            confidence: 0.95
            share: 0.5
            size: classes
            classesPerSchool: 1
            minimumSchools: 3
            targets:
              public: {halfWidth: 0.2, designEffect: 1, responseRate: 0.9}
              parent: {halfWidth: 0.15, designEffect: 1.5, responseRate: 0.8, stages: [primary, junior]}
            commitment: sha256:DIGEST
            beacon: 开奖号码
            """.replace("DIGEST", "0123456789abcdef".repeat(4));

    private static final String CORRECTION = """
            corrections:
              - date: 2025-12-15
                page: 2025/chengchuan
                old: "95.5"
                new: "95.6"
                reason: 录入错误
                document: 云教督〔2025〕40号
            """;

    private static final String QUESTIONS = """
            change:
              code: P92
              text: 与一年前相比
              options:
                - value: 2
                  label: 变好
                - value: 1
                  label: 没有变化
            priority:
              code: P93
              text: 最需要改进的方面
              most: 3
            remark:
              code: P94
              text: 其他意见
              longest: 300
            """;
}
