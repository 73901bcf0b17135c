package org.gongshi.evaluation.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The site's translation is bound to its approval like everything else: one byte more, less or another, and nothing is built. */
class TranslationTamperingTest {
    private static final String CSV = "languages/en.csv";
    private static final String TEXT = "texts/about.en.md";
    private static final String NOTICE = "notices/2025-12-01-n.en.md";
    private static final String CANARY = "CANARY-5d1f";

    @TempDir
    Path root;

    private ContentFixture content;

    @BeforeEach
    void write() {
        content = ContentFixture.valid(root);
        content.write("notices/2025-12-01-n.md", "---\ntitle: 通知\ndate: 2025-12-01\n---\n\n通知正文。\n");
        content.write(CSV, "original,text\n云岭自治区," + CANARY + "\n");
        content.write(TEXT, sibling("texts/about.md"));
        content.write(NOTICE, sibling("notices/2025-12-01-n.md"));
        approve("2025-12-09");
    }

    private String sibling(String original) {
        return "---\ntitle: About\nof: " + Digest.of(content.read(original).getBytes(StandardCharsets.UTF_8))
                + "\n---\n\nText " + CANARY + ".\n";
    }

    private void approve(String date) {
        // What sha256sum prints, in the order of the names.
        Map<String, String> files = new TreeMap<>();
        List.of(CSV, NOTICE, TEXT)
                .forEach(name -> files.put(
                        name,
                        Digest.of(content.read(name).getBytes(StandardCharsets.UTF_8))
                                .toString()
                                .replace("sha256:", "")));
        String sums = files.entrySet().stream()
                .map(file -> file.getValue() + "  " + file.getKey() + "\n")
                .collect(Collectors.joining());
        content.write(
                "languages/en.yaml",
                "language: en\nname: English\nbody: 云岭教育督导委员会办公室\ndocument: 云教督办〔2025〕9号\ndate: " + date + "\ndigest: "
                        + Digest.of(sums.getBytes(StandardCharsets.UTF_8)) + "\n");
    }

    @Test
    void what_was_approved_is_published() {
        var passed = (GateResult.Passed) content.build();
        assertThat(passed.content().translations()).hasSize(1);
        assertThat(passed.content().inputs()).containsKeys(CSV, TEXT, NOTICE);
    }

    @ParameterizedTest
    @CsvSource({
        "languages/en.csv, CANARY, Canary",
        "languages/en.csv, 云岭自治区, '云岭自治区 '",
        "languages/en.csv, original, '\uFEFForiginal'",
        "texts/about.en.md, Text, Test",
        "texts/about.en.md, About, Abouts",
        "notices/2025-12-01-n.en.md, Text, [x](javascript:alert(1)) Text",
        "languages/en.yaml, digest: sha256:, digest: sha256:0",
        "texts/about.md, 。, 。。",
        "notices/2025-12-01-n.md, 正文, 全文",
    })
    void one_changed_byte_stops_the_build(String file, String from, String to) {
        content.change(file, from, to);
        refused();
    }

    @Test
    void a_file_more_and_a_file_less_stop_the_build() {
        content.write("texts/privacy.en.md", sibling("texts/privacy.md"));
        refused();
        content.delete("texts/privacy.en.md").delete(TEXT);
        refused();
    }

    @Test
    void before_its_day_nothing_of_it_is_opened() {
        approve("2026-12-09");
        var passed = (GateResult.Passed) content.build();
        assertThat(passed.content().translations()).isEmpty();
        assertThat(passed.content().inputs()).doesNotContainKeys(CSV, TEXT, NOTICE);
        assertThat(passed.content().toString()).doesNotContain(CANARY);
    }

    private void refused() {
        GateResult result = content.build();
        assertThat(result).isInstanceOf(GateResult.Refused.class);
        List<String> lines = ((GateResult.Refused) result)
                .findings().stream().map(Finding::toLine).toList();
        assertThat(lines)
                .anyMatch(line -> line.contains("error") && (line.contains("languages/en") || line.contains(".en.md")));
        assertThat(lines).noneMatch(line -> line.contains(CANARY));
    }
}
