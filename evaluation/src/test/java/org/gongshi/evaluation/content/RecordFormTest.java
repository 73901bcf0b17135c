package org.gongshi.evaluation.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.RoundKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a form changes, and everything that it must not. */
class RecordFormTest {
    private static final RoundKey ROUND = new RoundKey(new EvaluationYear(2025), new PlaceCode("990000"));
    private static final Path DEMO = Path.of("..", "content", "demo");

    @TempDir
    Path folder;

    private ContentFolder content;

    @BeforeEach
    void copy() throws IOException {
        content = new ContentFolder(folder);
        Files.createDirectories(folder.resolve(ROUND.toString()));
        for (RecordForm form : RecordForm.values()) {
            Files.copy(DEMO.resolve(form.path(ROUND)), folder.resolve(form.path(ROUND)));
        }
        for (String other : List.of("places.yaml", ContentPaths.calendar(ROUND))) {
            Files.copy(DEMO.resolve(other), folder.resolve(other));
        }
    }

    private String file(RecordForm form, String text) throws IOException {
        Files.writeString(folder.resolve(form.path(ROUND)), text);
        return text;
    }

    private static String text(Optional<byte[]> bytes) {
        return new String(bytes.orElseThrow(), UTF_8);
    }

    @ParameterizedTest
    @EnumSource
    void what_nobody_changed_keeps_every_byte(RecordForm form) throws IOException {
        String before = Files.readString(folder.resolve(form.path(ROUND)));
        RecordForm.Values values = form.read(content, ROUND);
        assertThat(values.readable()).isTrue();
        assertThat(text(form.withHead(content, ROUND, values.head()))).isEqualTo(before);
        for (int at = 0; at < values.entries().size(); at++) {
            assertThat(text(form.withEntry(
                            content, ROUND, Optional.of(at), values.entries().get(at))))
                    .isEqualTo(before);
        }
        assertThat(form.check(content, ROUND, before.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void one_value_changes_and_comments_order_and_unknown_keys_stay() throws IOException {
        file(
                RecordForm.OBJECTIONS,
                "# 手写的说明\nphone: 0471-1   # 总机\nfrom: 2025-11-28\nto: 2025-12-04\nchannel: 书面\naddress: |\n  教育路\n"
                        + "  1号\n\n# 异议\nobjections:\n    - about: '甲: 乙'\n      received: 2025-12-01\n      own: 办公室自用\n"
                        + "\n    # 第二件\n    - received: 2025-12-02\n      about: 丙\n");
        Map<String, String> head =
                new HashMap<>(RecordForm.OBJECTIONS.read(content, ROUND).head());
        head.put("phone", "0471-2");
        String changed = file(RecordForm.OBJECTIONS, text(RecordForm.OBJECTIONS.withHead(content, ROUND, head)));
        assertThat(changed).contains("phone: \"0471-2\"   # 总机\n", "address: |\n  教育路\n  1号\n\n# 异议\n");
        Map<String, String> entry = new HashMap<>(
                RecordForm.OBJECTIONS.read(content, ROUND).entries().get(0));
        entry.put("handled", "2025-12-03");
        entry.put("result", "不成立");
        changed = file(
                RecordForm.OBJECTIONS, text(RecordForm.OBJECTIONS.withEntry(content, ROUND, Optional.of(0), entry)));
        assertThat(changed)
                .contains(
                        "    - about: '甲: 乙'\n      received: 2025-12-01\n      handled: 2025-12-03\n      result: 不成立\n"
                                + "      own: 办公室自用\n\n    # 第二件\n");
        changed = file(RecordForm.OBJECTIONS, text(RecordForm.OBJECTIONS.withoutEntry(content, ROUND, 0)));
        assertThat(changed).endsWith("# 异议\nobjections:\n\n    # 第二件\n    - received: 2025-12-02\n      about: 丙\n");
        changed = text(RecordForm.OBJECTIONS.withoutEntry(content, ROUND, 0));
        assertThat(changed).endsWith("objections: []\n\n    # 第二件\n");
    }

    @Test
    void a_file_that_is_not_there_begins_with_what_its_reader_needs() throws IOException {
        for (RecordForm form : List.of(RecordForm.OBJECTIONS, RecordForm.OUTCOMES, RecordForm.CORRECTIONS)) {
            Files.delete(folder.resolve(form.path(ROUND)));
        }
        Map<String, String> period = Map.of(
                "from", "2025-11-28", "to", "2025-12-04", "channel", "书面", "phone", "0471-1", "address", "教育路1号");
        String made = file(RecordForm.OBJECTIONS, text(RecordForm.OBJECTIONS.withHead(content, ROUND, period)));
        assertThat(made.lines().skip(1))
                .containsExactly(
                        "from: 2025-11-28",
                        "to: 2025-12-04",
                        "channel: 书面",
                        "phone: \"0471-1\"",
                        "address: 教育路1号",
                        "objections: []");
        made = text(RecordForm.OBJECTIONS.withEntry(
                content, ROUND, Optional.empty(), Map.of("received", "2025-12-01", "about", "丙")));
        assertThat(RecordForm.OBJECTIONS.check(content, ROUND, made.getBytes(UTF_8)))
                .isEmpty();
        Map<String, String> outcome = Map.of(
                "place",
                "990100",
                "kind",
                "interview",
                "date",
                "2025-12-01",
                "document",
                "〔2025〕1号",
                "body",
                "政府",
                "text",
                "约谈");
        made = text(RecordForm.OUTCOMES.withEntry(content, ROUND, Optional.empty(), outcome));
        assertThat(made).contains("outcomes:\n  - place: \"990100\"\n    kind: interview\n    date: 2025-12-01\n");
        assertThat(RecordForm.OUTCOMES.check(content, ROUND, made.getBytes(UTF_8)))
                .isEmpty();
        assertThat(RecordForm.CORRECTIONS.read(content, ROUND).entries()).isEmpty();
    }

    @Test
    void what_is_wrong_is_told_by_its_field() {
        Map<String, String> outcome =
                new HashMap<>(RecordForm.OUTCOMES.read(content, ROUND).entries().get(1));
        outcome.put("place", "110000");
        outcome.put("kind", "praise");
        byte[] bytes = RecordForm.OUTCOMES
                .withEntry(content, ROUND, Optional.of(1), outcome)
                .orElseThrow();
        assertThat(RecordForm.OUTCOMES.check(content, ROUND, bytes))
                .extracting(Finding::at)
                .extracting(at -> at.field())
                .containsExactlyInAnyOrder("outcomes[1].place", "outcomes[1].kind");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- 一个列表\n",
                "corrections: [{date: 2025-01-01, page: /, old: a, new: b, reason: c, document: d}]\n",
                "corrections:\n  -\n    date: 2025-01-01\n    page: /\n",
                "corrections:\n  - {date: 2025-01-01}\n",
                "corrections: 文字\n",
                "corrections: &a []\n",
                "corrections:\n\t- x\n",
                "corrections: []\ncorrections: []\n",
                ""
            })
    void an_unusual_layout_is_changed_rightly_or_not_at_all(String layout) throws IOException {
        file(RecordForm.CORRECTIONS, layout);
        int before = RecordForm.CORRECTIONS.read(content, ROUND).entries().size();
        Map<String, String> one = Map.of(
                "date", "2026-01-05", "page", "/2025/", "old", "1", "new", "2", "reason", "录入", "document", "〔2026〕1号");
        Optional<byte[]> made = RecordForm.CORRECTIONS.withEntry(content, ROUND, Optional.empty(), one);
        if (made.isPresent()) {
            file(RecordForm.CORRECTIONS, text(made));
            assertThat(RecordForm.CORRECTIONS.read(content, ROUND).entries())
                    .hasSize(before + 1)
                    .last()
                    .isEqualTo(one);
        }
        if (before > 0) {
            Optional<byte[]> gone = RecordForm.CORRECTIONS.withoutEntry(content, ROUND, 0);
            assertThat(gone.map(bytes -> new String(bytes, UTF_8).contains("date: 2025"))
                            .orElse(false))
                    .isFalse();
        }
    }

    /** Texts that YAML could take for something else, in every field, in a random order of changes, against a plain list of maps. */
    @Test
    void whatever_is_typed_comes_back_as_it_was_typed() throws IOException {
        List<String> texts = List.of(
                "是",
                "yes",
                "2025",
                "2025-01-01",
                "# 不是注释",
                "甲: 乙",
                "- 甲",
                "'",
                "\"",
                "\\",
                "a # b",
                "[甲",
                "{",
                "|",
                ">",
                "&a",
                "*a",
                "!t",
                "%",
                "@",
                "`",
                "<script>alert(1)</script>",
                "=1+1",
                "null",
                "~",
                "甲\u00a0乙",
                "𠀀",
                "...",
                "---",
                "a:",
                " 前后有空格 ",
                "{{加权分数}}",
                "０８",
                "1e3");
        var random = new Random(6);
        List<Map<String, String>> expected =
                new ArrayList<>(RecordForm.CORRECTIONS.read(content, ROUND).entries());
        for (int step = 0; step < 120; step++) {
            Map<String, String> one = new LinkedHashMap<>();
            one.put("date", "2026-01-" + (10 + random.nextInt(20)));
            for (String key : List.of("page", "old", "new", "reason", "document")) {
                one.put(key, texts.get(random.nextInt(texts.size())));
            }
            int at = expected.isEmpty() ? -1 : random.nextInt(expected.size());
            Optional<byte[]> made;
            if (at < 0 || random.nextInt(3) == 0) {
                made = RecordForm.CORRECTIONS.withEntry(content, ROUND, Optional.empty(), one);
                expected.add(one);
            } else if (random.nextInt(2) == 0) {
                made = RecordForm.CORRECTIONS.withEntry(content, ROUND, Optional.of(at), one);
                expected.set(at, one);
            } else {
                made = RecordForm.CORRECTIONS.withoutEntry(content, ROUND, at);
                expected.remove(at);
            }
            String text = file(RecordForm.CORRECTIONS, text(made));
            assertThat(RecordForm.CORRECTIONS.read(content, ROUND).entries())
                    .as(text)
                    .isEqualTo(expected);
            assertThat(text).startsWith("# 更正登记");
        }
        assertThat(RecordForm.CORRECTIONS.check(
                        content,
                        ROUND,
                        text(RecordForm.CORRECTIONS.withHead(content, ROUND, Map.of()))
                                .getBytes(UTF_8)))
                .isEmpty();
    }
}
