package org.gongshi.survey.slip;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.access.CodeKind;
import org.gongshi.survey.browser.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Slips as they come out of the printer and as they open in a spreadsheet. */
class SlipPrintTest {
    /** A4 less its margins of 10 mm, in pixels of CSS. */
    private static final int PAPER = 718;

    private static final String CUT = """
            () => [...document.querySelectorAll('article')].flatMap(slip => {
              const edge = slip.getBoundingClientRect();
              return [...slip.querySelectorAll('svg, h2, p')].map(part => {
                const range = document.createRange();
                range.selectNodeContents(part);
                const words = range.getBoundingClientRect();
                return words.right > edge.right || words.bottom > edge.bottom ? part.textContent : '';
              }).filter(text => text);
            })""";

    private static SlipSheet sheet(String title, String place) {
        AccessCode code = AccessCode.parse("WJZ2-WCAQ-9VXF-WQK1-J").orElseThrow();
        return new SlipSheet(
                title,
                CodeKind.SLIP,
                Audience.PARENT,
                place,
                Optional.of(SchoolStage.PRIMARY),
                URI.create("https://manyidu.jiaoyu.neimenggu.gov.cn/"),
                List.of(new SlipSheet.Printing(12, List.of(code, code, code))));
    }

    @Test
    void nothing_on_a_slip_is_cut_off_and_the_code_least_of_all() {
        try (Browser browser = Browser.startOrSkip()) {
            Page page = browser.page(PAPER, 1000, true);
            page.setContent(SlipHtml.write(sheet("2025年度盟市级人民政府履行教育职责评价满意度调查", "呼和浩特市土默特左旗")));

            assertThat(page.locator(".code").first().textContent()).isEqualTo("WJZ2-WCAQ-9VXF-WQK1-J");
            assertThat((List<?>) page.evaluate(CUT)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd|' /C calc'!A0", "-1", "@SUM(1)", "\t=1", "＝1+1", "＋1", "－1", "＠x"})
    void a_name_that_looks_like_a_formula_stays_a_text_in_both_tables(String place) throws IOException {
        SlipSheet sheet = sheet("调查", place);

        assertThat(SlipCsv.write(sheet).lines().toList().get(1)).contains(",'" + place + ",");
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(SlipWorkbook.write(sheet)))) {
            assertThat(book.getFirstSheet().read().stream().flatMap(row -> row.stream()))
                    .noneMatch(cell -> cell != null && cell.getType() == CellType.FORMULA);
        }
    }
}
