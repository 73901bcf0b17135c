package org.gongshi.evaluation.content.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.junit.jupiter.api.Test;

class SourceFileTest {
    @Test
    void text_comes_without_a_byte_order_mark() {
        assertThat(text("\uFEFF名称,值\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("名称,值\n");
    }

    @Test
    void gbk_is_recognised_and_the_first_wrong_byte_is_named() {
        assertThat(fault("a,b\n名称,值\n".getBytes(Charset.forName("GBK"))))
                .startsWith("t.csv:2:1: error: 这里的字节不是 UTF-8")
                .contains("GBK", "另存为 UTF-8");
    }

    @Test
    void a_broken_byte_after_chinese_text_is_counted_in_characters() {
        byte[] bytes = "行一\n名称X".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xFF;
        assertThat(fault(bytes)).startsWith("t.csv:2:3: error");
    }

    @Test
    void a_character_cut_off_at_the_end_is_found() {
        byte[] bytes = "名称".getBytes(StandardCharsets.UTF_8);
        assertThat(fault(java.util.Arrays.copyOf(bytes, bytes.length - 1))).startsWith("t.csv:1:2: error");
    }

    @Test
    void utf_16_is_named() {
        assertThat(fault("\uFEFF名称".getBytes(StandardCharsets.UTF_16LE))).contains("UTF-16");
    }

    @Test
    void encoded_surrogates_are_no_utf_8() {
        assertThat(fault(new byte[] {'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80}))
                .startsWith("t.csv:1:2: error");
    }

    @Test
    void marks_that_turn_the_direction_of_text_are_refused() {
        assertThat(fault("ab\u202Ec".getBytes(StandardCharsets.UTF_8)))
                .startsWith("t.csv:1:3: error")
                .contains("U+202E");
    }

    private static String text(byte[] bytes) {
        return new SourceFile("t.csv", bytes).text(new Findings()).orElseThrow();
    }

    private static String fault(byte[] bytes) {
        Findings findings = new Findings();
        assertThat(new SourceFile("t.csv", bytes).text(findings)).isEmpty();
        assertThat(findings.sorted()).hasSize(1);
        Finding only = findings.sorted().get(0);
        return only.toLine();
    }
}
