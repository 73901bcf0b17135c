package org.gongshi.generator.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintedOrderTest {
    private static final String REPORT = "<p>前文</p><table><tr><th scope=\"col\">事项</th><th>说明</th></tr>"
            + "<tr><td>甲乙丙丁</td><td>子丑寅卯</td></tr></table><p>后文</p>";

    @Test
    void cells_that_are_several_lines_long_stand_line_by_line_on_paper() {
        assertThat(PrintedOrder.difference(REPORT, "前文 事项 说明 甲乙 子丑\n丙丁 寅卯 -1- 页眉 后文"))
                .isEmpty();
        assertThat(PrintedOrder.difference(REPORT, "前文 事项 说明 甲乙丙丁 子丑寅卯 后文")).isEmpty();
        assertThat(PrintedOrder.difference(REPORT, "前文 事项 说明 甲乙 -1- 页眉 丙丁 子丑寅卯 后文"))
                .isEmpty();
        assertThat(PrintedOrder.difference(REPORT, "前文 事项 说明 甲〓 子丑 丙丁 寅卯 后文")).isEmpty();
    }

    @Test
    void another_letter_a_missing_or_a_moved_one_is_found() {
        assertThat(PrintedOrder.difference(REPORT, "前文 事项 说明 甲乙 子丑 丙丁 寅辰 后文")).isNotEmpty();
        assertThat(PrintedOrder.difference(REPORT, "前文 事项 说明 甲乙 子丑 丁 寅卯 后文")).isNotEmpty();
        assertThat(PrintedOrder.difference(REPORT, "前文 事项 说明 乙甲 子丑 丙丁 寅卯 后文")).isNotEmpty();
        assertThat(PrintedOrder.difference(REPORT, "前文 事项 说明 甲乙 子丑 丙丁 寅卯 后")).isEqualTo("后文");
        assertThat(PrintedOrder.difference(REPORT, "前 事项 说明 甲乙 子丑 丙丁 寅卯 后文")).isNotEmpty();
    }
}
