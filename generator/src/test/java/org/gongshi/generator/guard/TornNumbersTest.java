package org.gongshi.generator.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that are not written as numbers are: what their reader sees is what is scanned. */
class TornNumbersTest {
    private static final String MOBILE = "13800138000";

    private static List<Datum> found(String line) {
        return TextScan.of(line.getBytes(StandardCharsets.UTF_8));
    }

    /** The digits of a mobile number, each as the code point that stands so far behind. */
    private static String shifted(int zero) {
        return MOBILE.chars().mapToObj(c -> Character.toString(zero + c - '0')).collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>电话138<strong>0013</strong>8000</p>",
                "<p>电话<em>138</em>00138000</p>",
                "<p>电话138<code>00138000</code></p>",
                "<p>电话1<strong>3</strong>8<em>0</em>0<del>1</del>38000</p>",
                "电话138**0013**8000",
                "电话138`0013`8000",
                "电话138~~0013~~8000",
                "<p>身份证110101<strong>19900307</strong>7715</p>",
                "<a href=\"/x?%31%33%38%30%30%31%33%38%30%30%30\">电话</a>",
                "<a href=\"/x?138%300138000\">电话</a>",
                "<a href=\"/x?q=zhangsan%40example.com\">邮箱</a>",
                "电话①③⑧⓪⓪①③⑧⓪⓪⓪",
                "电话❶❸❽⓿⓿❶❸❽⓿⓿⓿",
                "电话¹³⁸⁰⁰¹³⁸⁰⁰⁰",
                "电话₁₃₈₀₀₁₃₈₀₀₀",
                "①13800138000 是他的电话",
            })
    void a_number_torn_or_dressed_up_is_found(String line) {
        assertThat(found(line)).as(line).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50, 0x0F20, 0x1810, 0xFF10, 0x1D7CE, 0x1D7F6})
    void digits_of_every_script_are_digits(int zero) {
        assertThat(found("电话" + shifted(zero))).as(shifted(zero)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>得分<strong>86.53</strong>分，<strong>1380</strong>所学校</p>",
                "<td class=\"number\">13800</td><td class=\"number\">138000</td>",
                "<svg x1=\"33.33%\" y1=\"13.80%\"/>",
                "①2025年印发，②2024年办结1380件，③2023年138件",
                "面积13800m²，38000m³",
            })
    void ordinary_text_is_none(String line) {
        assertThat(found(line)).as(line).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 8, 9, 10})
    void emphasis_anywhere_in_a_number_does_not_hide_it(int at) {
        String torn = MOBILE.substring(0, at) + "<strong>" + MOBILE.substring(at) + "</strong>";
        assertThat(found(torn)).as(torn).isNotEmpty();
    }
}
