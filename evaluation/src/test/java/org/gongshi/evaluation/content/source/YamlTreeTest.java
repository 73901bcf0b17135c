package org.gongshi.evaluation.content.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTreeTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void values_keep_their_text_and_their_place() {
        YamlNode.Mapping root = (YamlNode.Mapping)
                read("# 注释\na: 'x'\nb:\n  - 1.50\n  - {c: 是}\n").orElseThrow();
        YamlNode.Sequence list =
                (YamlNode.Sequence) root.entry("b").orElseThrow().value();
        assertThat(root.entry("a").orElseThrow().at()).hasToString("t.yaml:2:1");
        assertThat(list.items().get(0))
                .isEqualTo(new YamlNode.Scalar(list.items().get(0).at(), "1.50", false));
        YamlNode inner = ((YamlNode.Mapping) list.items().get(1))
                .entry("c")
                .orElseThrow()
                .value();
        assertThat(inner.at()).hasToString("t.yaml:5:9");
        assertThat(inner.at().field()).isEqualTo("b[1].c");
    }

    @Test
    void columns_count_characters_beyond_the_basic_plane_once() {
        YamlNode.Mapping root =
                (YamlNode.Mapping) read("a: [\uD840\uDC00, \"y\"]\n").orElseThrow();
        YamlNode.Sequence list =
                (YamlNode.Sequence) root.entry("a").orElseThrow().value();
        assertThat(list.items().get(1).at().column()).isEqualTo(8);
        assertThat(((YamlNode.Scalar) list.items().get(1)).quoted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "a: 5, NUMBER",
        "a: '\"5\"', TEXT",
        "a: 1e3, NUMBER",
        "a: .nan, NUMBER",
        "a: 0x1F, NUMBER",
        "a: 0o17, NUMBER",
        "a: true, BOOL",
        "a: TRUE, BOOL",
        "a: yes, TEXT",
        "a:, EMPTY",
        "a: ~, EMPTY",
        "a: null, EMPTY",
        "a: 2025-01-01, TEXT"
    })
    void scalars_are_what_editors_take_them_for(String yaml, YamlNode.Kind kind) {
        YamlNode value = ((YamlNode.Mapping) read(yaml + "\n").orElseThrow())
                .entry("a")
                .orElseThrow()
                .value();
        assertThat(((YamlNode.Scalar) value).kind()).isEqualTo(kind);
    }

    @Test
    void a_byte_order_mark_is_allowed() {
        assertThat(findings("\uFEFFa: 1\n")).isEmpty();
    }

    @Test
    void a_billion_laughs_are_refused_at_the_first() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            yaml.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9) + "]\n");
        }
        assertTimeoutPreemptively(
                LIMIT,
                () -> assertThat(findings(yaml.toString()))
                        .anyMatch(line -> line.startsWith("t.yaml:1:5: error: a0: 不允许 YAML 锚点")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void deep_nesting_is_refused(String opening) {
        assertTimeoutPreemptively(
                LIMIT, () -> assertThat(findings(opening.repeat(100_000))).isNotEmpty());
    }

    @Test
    void nesting_may_be_32_deep_and_no_deeper() {
        assertThat(findings("[".repeat(32) + "]".repeat(32))).isEmpty();
        assertThat(findings("[".repeat(33) + "]".repeat(33)))
                .singleElement()
                .asString()
                .startsWith("t.yaml:1:33: error: 嵌套超过 32 层");
    }

    @Test
    void a_line_of_millions_of_characters_is_read_or_refused_in_time() {
        assertTimeoutPreemptively(LIMIT, () -> {
            assertThat(findings("a: " + "x".repeat(10_000_000))).isNotEmpty();
            assertThat(findings("a: " + "x".repeat(1_900_000))).isEmpty();
            assertThat(findings("a: [" + "1,".repeat(900_000) + "1]"))
                    .singleElement()
                    .asString()
                    .contains("文件中的值超过");
            assertThat(findings("x".repeat(1_900_000) + ": 1")).isNotEmpty();
        });
    }

    @Test
    void random_bytes_never_throw_and_never_pass_unseen() {
        Random random = new Random(20251);
        assertTimeoutPreemptively(LIMIT, () -> {
            for (int i = 0; i < 3000; i++) {
                byte[] bytes = new byte[1 + random.nextInt(60)];
                for (int at = 0; at < bytes.length; at++) {
                    bytes[at] = (byte)
                            (random.nextInt(4) == 0
                                    ? random.nextInt(256)
                                    : " \n:-[]{}&*!|>'\"%@#,?ab1".charAt(random.nextInt(23)));
                }
                Findings findings = new Findings();
                Optional<YamlNode> tree = YamlTree.read(new SourceFile("t.yaml", bytes), findings);
                assertThat(tree.isPresent() || findings.hasErrors()).isTrue();
            }
        });
    }

    @Test
    void a_message_never_breaks_its_line() {
        assertThat(findings("\"a\\nb\": 1\n\"a\\nb\": 2\n"))
                .singleElement()
                .asString()
                .doesNotContain("\n");
    }

    private static Optional<YamlNode> read(String yaml) {
        return YamlTree.read(new SourceFile("t.yaml", yaml.getBytes(StandardCharsets.UTF_8)), new Findings());
    }

    private static List<String> findings(String yaml) {
        Findings findings = new Findings();
        YamlTree.read(new SourceFile("t.yaml", yaml.getBytes(StandardCharsets.UTF_8)), findings);
        return findings.sorted().stream().map(Finding::toLine).toList();
    }
}
