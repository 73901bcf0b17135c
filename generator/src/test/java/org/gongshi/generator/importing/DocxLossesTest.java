package org.gongshi.generator.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a document loses on its way into Markdown is told, by kind and with its words; and nothing is told that was not lost. */
class DocxLossesTest {
    private static final String LEVELS = """
            <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>\
            <w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>\
            <w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>""";

    private final Findings findings = new Findings();

    private List<String> told() {
        return findings.sorted().stream().map(Finding::message).toList();
    }

    private String imported(byte[] bytes) {
        var report = DocxMarkdown.of(
                "x.docx", DocxText.read("x.docx", bytes, findings).orElseThrow(), findings);
        DocxText.losses("x.docx", bytes, report.title().orElse("") + report.body(), findings);
        return report.body();
    }

    private String imported(String body) throws IOException {
        return imported(DocxTest.document(body, "", Map.of("numbering", LEVELS)));
    }

    private static String run(String properties, String text) {
        return "<w:r><w:rPr>" + properties + "</w:rPr><w:t>" + text + "</w:t></w:r>";
    }

    private static String paragraph(String properties, String runs) {
        return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<w:ins w:id='1'><w:r><w:t>插进来的</w:t></w:r></w:ins> | 修订中插入的文字已按“接受”导入（1 处）：“插进来的”",
                "<w:del w:id='1'><w:r><w:delText>删去的</w:delText></w:r></w:del> | 修订中删除的文字没有导入（1 处）：“删去的”",
                "<w:r><w:rPr><w:strike/></w:rPr><w:t>作废的</w:t></w:r> | 有删除线的文字照样导入了，删除线没有保留（1 处）：“作废的”",
                "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏着的</w:t></w:r> | 隐藏的文字照样导入了（1 处）：“藏着的”",
                "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath> | 公式没有导入（1 处）：“x=1”",
                "<w:r><w:drawing><c:chart/></w:drawing></w:r> | 图表、嵌入对象或绘图没有导入（1 处）：“chart”",
                "<w:customXml><w:r><w:t>夹在里面的</w:t></w:r></w:customXml> | 这段文字没有导入（1 处）：“前夹在里面的”",
            })
    void a_loss_within_a_paragraph_is_told(String inner, String message) throws IOException {
        imported(paragraph("", run("", "前") + inner));
        assertThat(told()).containsExactly(message);
    }

    @Test
    void comments_and_headers_are_told_but_not_a_page_number() throws IOException {
        String text = "<w:p><w:r><w:t>%s</w:t></w:r></w:p>";
        imported(DocxTest.document(
                text.formatted("正文"),
                "",
                Map.of(
                        "comments", "<w:comment w:id=\"0\">" + text.formatted("数字待核") + "</w:comment>",
                        "header1", text.formatted("内部资料"),
                        "footer1", text.formatted("第 3 页"))));
        assertThat(told()).containsExactlyInAnyOrder("批注没有导入（1 处）：“数字待核”", "页眉、页脚的文字没有导入（1 处）：“内部资料”");
    }

    @Test
    void a_number_that_word_makes_is_told_where_markdown_has_another() throws IOException {
        String level = "<w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"3\"/></w:numPr>";
        String body =
                imported(paragraph(level.formatted(0), run("", "总体情况")) + paragraph(level.formatted(1), run("", "经费")));
        assertThat(body).contains("总体情况", "经费");
        assertThat(told()).containsExactly("自动编号没有照原样导入（1 处）：“一、总体情况”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"一、基本情况", "（一）经费投入", "第三章 结论"})
    void a_heading_by_direct_formatting_is_told(String heading) throws IOException {
        imported(paragraph("", run("<w:b/>", heading)) + paragraph("", run("", "正文")));
        assertThat(told()).containsExactly("像标题的段落没有用标题样式，按正文导入（1 处）：“" + heading + "”");
    }

    @Test
    void raised_and_lowered_digits_keep_their_meaning() throws IOException {
        String raised = "<w:vertAlign w:val=\"superscript\"/>";
        String lowered = "<w:vertAlign w:val=\"subscript\"/>";
        assertThat(imported(paragraph("", run("", "12万m") + run(raised, "2") + run("", "，CO") + run(lowered, "2"))))
                .isEqualTo("12万m²，CO₂\n");
        assertThat(told()).isEmpty();
        imported(paragraph("", run("", "图") + run(raised, "甲")));
        assertThat(told()).containsExactly("上标或下标改成了普通文字：“甲”");
    }

    @Test
    void a_table_in_a_cell_is_told_and_its_rows_come_once() throws IOException {
        String cell = "<w:tc><w:p><w:r><w:t>%s</w:t></w:r></w:p>%s</w:tc>";
        String inner = "<w:tbl><w:tr>" + cell.formatted("内", "") + "</w:tr></w:tbl>";
        String body =
                imported("<w:tbl><w:tr>" + cell.formatted("外", inner) + cell.formatted("右", "") + "</w:tr></w:tbl>");
        assertThat(body).isEqualTo("| 外 内 | 右 |\n| --- | --- |\n");
        assertThat(told()).containsExactly("单元格里又有表格：“外 内”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from-libreoffice.docx", "from-word-template.docx"})
    void nothing_is_told_that_was_not_lost(String name) throws IOException {
        imported(DocxTest.fixture(name));
        assertThat(told()).noneMatch(message -> message.contains("没有导入") || message.contains("编号"));
    }
}
