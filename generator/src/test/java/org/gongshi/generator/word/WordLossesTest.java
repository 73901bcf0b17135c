package org.gongshi.generator.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongshi.generator.word.WordFixture.paragraph;
import static org.gongshi.generator.word.WordFixture.run;
import static org.gongshi.generator.word.WordFixture.text;

import java.io.IOException;
import java.util.List;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a document loses on its way into Markdown is told, by kind, place and words; and nothing is told that was not lost. */
class WordLossesTest {
    private static final String BOX = "<w:txbxContent>%s</w:txbxContent>";

    private final Findings findings = new Findings();

    private List<String> told() {
        return findings.sorted().stream().map(Finding::message).toList();
    }

    private String imported(byte[] bytes) {
        return WordReport.read("x.docx", bytes, findings).orElseThrow().body();
    }

    private String imported(String body) throws IOException {
        return imported(WordFixture.of(body).bytes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<w:ins w:id='1'><w:r><w:t>插进来的</w:t></w:r></w:ins> | 前插进来的 | 修订中插入的文字已按“接受”导入（1 处）：第 1 段“插进来的”",
                "<w:del w:id='1'><w:r><w:delText>删去的</w:delText></w:r></w:del> | 前 | 修订中删除的文字没有导入（1 处）：第 1 段“删去的”",
                "<w:ins w:id='1'><w:del w:id='2'><w:r><w:delText>先插后删</w:delText></w:r></w:del></w:ins> | 前 | 修订中删除的文字没有导入（1 处）：第 1 段“先插后删”",
                "<w:moveFrom w:id='1'><w:r><w:t>移走的</w:t></w:r></w:moveFrom> | 前 | 修订中移动的文字在新位置导入（1 处）：第 1 段“移走的”",
                "<w:r><w:rPr><w:strike/></w:rPr><w:t>作废的</w:t></w:r> | 前作废的 | 有删除线的文字照样导入了，删除线没有保留（1 处）：第 1 段“作废的”",
                "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏着的</w:t></w:r> | 前 | 隐藏的文字没有导入（1 处）：第 1 段“藏着的”",
                "<w:r><w:rPr><w:color w:val='FFFFFF'/></w:rPr><w:t>白字</w:t></w:r> | 前白字 | 白色的文字照样导入了（1 处）：第 1 段“白字”",
                "<w:r><w:rPr><w:highlight w:val='yellow'/></w:rPr><w:t>待核</w:t></w:r> | 前待核 | 标了颜色的文字照样导入了，颜色没有保留（1 处）：第 1 段“待核”",
                "<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>c</m:t></m:r></m:den></m:f></m:oMath> | 前(a+b)/c | 公式改写成了一行文字（1 处）：第 1 段“(a+b)/c”",
                "<m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath> | 前x² | 公式改写成了一行文字（1 处）：第 1 段“x²”",
                "<w:r><w:drawing><wp:docPr name='图表 1'/><c:chart/></w:drawing></w:r> | 前 | 图表、嵌入对象或绘图没有导入（1 处）：第 1 段“图表 图表 1”",
                "<w:r><w:drawing><wp:docPr descr='公章' name='p'/><pic:pic/></w:drawing></w:r> | 前 | 文档中的图片没有导入（1 处）：第 1 段“公章”",
                "<w:r><w:pict><v:shape alt='旧图'><v:imagedata r:id='r9'/></v:shape></w:pict></w:r> | 前 | 文档中的图片没有导入（1 处）：第 1 段“旧图”",
                "<w:r><w:pict><v:shape><v:textpath string='样稿'/></v:shape></w:pict></w:r> | 前 | 图表、嵌入对象或绘图没有导入（1 处）：第 1 段“艺术字 样稿”",
                "<w:r><w:object><o:OLEObject ProgID='Excel.Sheet.12'/></w:object></w:r> | 前 | 图表、嵌入对象或绘图没有导入（1 处）：第 1 段“嵌入对象 Excel.Sheet.12”",
                "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处</w:t></w:r></w:sdtContent></w:sdt> | 前 | 没有填写的内容控件没有导入（1 处）：第 1 段“单击此处”",
                "<w:r><w:sym w:font='Webdings' w:char='F061'/></w:r> | 前 | 不认识的符号字体中的符号没有导入（1 处）：第 1 段“Webdings F061”",
                "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> REF 甲 </w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r> | 前 | 域没有结果，没有导入（1 处）：第 1 段“REF 甲”",
                "<w:r><w:footnoteReference w:id='7'/></w:r> | 前〔注1〕 | 找不到这条注的文字（1 处）：注 1",
                "<w:r><w:rPr><w:rPrChange><w:rPr><w:t>格式里的字</w:t></w:rPr></w:rPrChange></w:rPr></w:r> | 前 | ",
                "<w:customXml><w:r><w:t>夹在里面的</w:t></w:r></w:customXml> | 前夹在里面的 | ",
                "<w:smartTag><w:r><w:t>呼和浩特</w:t></w:r></w:smartTag> | 前呼和浩特 | ",
                "<w:r><w:noBreakHyphen/><w:t>后</w:t><w:softHyphen/><w:tab/><w:br/><w:br w:type='page'/><w:t>末</w:t></w:r> | 前-后 末 | ",
                "<w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r> | 前✓ | ",
                "<w:r><w:rPr><w:rFonts w:ascii='Symbol'/></w:rPr><w:t>a</w:t></w:r> | 前α | ",
                "<w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>拼</w:t></w:r></w:rubyBase></w:ruby></w:r> | 前拼（pin） | ",
                "<w:r><w:pict><v:line/></w:pict></w:r> | 前 | ",
            })
    void whatever_stands_within_a_paragraph_is_kept_or_told(String inner, String kept, String message)
            throws IOException {
        assertThat(imported(paragraph("", run("", "前") + inner))).startsWith(kept + "\n");
        assertThat(told()).isEqualTo(message == null ? List.of() : List.of(message));
    }

    @Test
    void every_place_is_told_by_its_paragraph_or_cell() throws IOException {
        String deleted = "<w:del><w:r><w:delText>删%d</w:delText></w:r></w:del>";
        String body = imported(text("甲") + paragraph("", "") + paragraph("", run("", "乙") + deleted.formatted(1))
                + "<w:tbl><w:tr><w:tc>" + text("列") + "</w:tc><w:tc>"
                + paragraph("", run("", "丙") + deleted.formatted(2))
                + "</w:tc></w:tr></w:tbl>");
        assertThat(body).isEqualTo("甲\n\n乙\n\n| 列 | 丙 |\n| --- | --- |\n");
        assertThat(told()).containsExactly("修订中删除的文字没有导入（2 处）：第 2 段“删1”、第 1 个表第 1 行第 2 格“删2”");
    }

    @Test
    void deleted_rows_and_ends_of_paragraphs_are_gone_as_if_accepted() throws IOException {
        String row = "<w:tr><w:trPr>%s</w:trPr><w:tc>%s</w:tc><w:tc>%s</w:tc></w:tr>";
        String body = imported(paragraph("<w:rPr><w:del/></w:rPr>", run("", "前半，")) + text("后半")
                + "<w:tbl>" + row.formatted("", text("一"), text("二")) + row.formatted("<w:del/>", text("废"), text("废"))
                + row.formatted("<w:hidden/>", text("藏"), text("藏")) + "</w:tbl>");
        assertThat(body).isEqualTo("前半，后半\n\n| 一 | 二 |\n| --- | --- |\n");
        assertThat(told()).containsExactly("修订中删除的文字没有导入（1 处）：第 1 个表第 2 行“废 废”", "隐藏的文字没有导入（1 处）：第 1 个表第 3 行“藏 藏”");
    }

    @Test
    void text_hidden_by_its_style_stays_hidden_and_a_run_may_say_no() throws IOException {
        String styles =
                "<w:style w:type='paragraph' w:styleId='h'><w:name w:val='内部'/><w:rPr><w:vanish/></w:rPr></w:style>";
        String body = imported(
                WordFixture.of(paragraph("<w:pStyle w:val='h'/>", run("", "藏") + run("<w:vanish w:val='0'/>", "显")))
                        .with("styles", styles)
                        .bytes());
        assertThat(body).isEqualTo("显\n");
        assertThat(told()).containsExactly("隐藏的文字没有导入（1 处）：第 1 段“藏”");
    }

    @Test
    void comments_and_headers_are_told_but_not_a_page_number() throws IOException {
        String body = imported(WordFixture.of(
                        text("一") + paragraph("", run("", "二") + "<w:r><w:commentReference w:id='0'/></w:r>"))
                .with("comments", "<w:comment w:id='0'>" + text("数字待核") + "</w:comment>")
                .with("header1", text("内部资料"))
                .with("footer1", text("第 3 页 共 9 页"))
                .with("footer2", text("- 3 -"))
                .bytes());
        assertThat(body).isEqualTo("一\n\n二\n");
        assertThat(told()).containsExactly("批注没有导入（1 处）：第 2 段“数字待核”", "页眉、页脚的文字没有导入（1 处）：“内部资料”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"一、基本情况", "（一）经费投入", "第三章 结论"})
    void a_heading_by_direct_formatting_is_told(String heading) throws IOException {
        imported(paragraph("", run("<w:b/>", heading)) + text("正文"));
        assertThat(told()).containsExactly("像标题的段落没有用标题样式，按正文导入（1 处）：第 1 段“" + heading + "”");
    }

    @Test
    void a_heading_by_the_fonts_of_official_documents_is_told() throws IOException {
        imported(paragraph("", run("<w:rFonts w:eastAsia='黑体'/>", "一、基本情况")) + text("正文"));
        assertThat(told()).containsExactly("像标题的段落没有用标题样式，按正文导入（1 处）：第 1 段“一、基本情况”");
    }

    @Test
    void raised_and_lowered_digits_keep_their_meaning() throws IOException {
        String raised = "<w:vertAlign w:val='superscript'/>";
        String lowered = "<w:vertAlign w:val='subscript'/>";
        String byHand = "<w:position w:val='8'/><w:sz w:val='19'/>";
        assertThat(imported(paragraph(
                        "",
                        run("", "12万m")
                                + run(raised, "2")
                                + run("", "，CO")
                                + run(lowered, "2")
                                + run("", "，km")
                                + run(byHand, "2"))))
                .isEqualTo("12万m²，CO₂，km²\n");
        assertThat(told()).isEmpty();
        imported(paragraph("", run("", "图") + run(raised, "甲")));
        assertThat(told()).containsExactly("上标或下标改成了普通文字（1 处）：第 1 段“甲”");
    }

    @Test
    void a_text_box_follows_its_paragraph_once_whatever_programs_may_read_it() throws IOException {
        String box = "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>"
                + BOX.formatted(text("框里"))
                + "</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
                + BOX.formatted(text("框里"))
                + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
        String old = "<w:r><w:pict><v:shape><v:textbox>" + BOX.formatted(text("旧框"))
                + "</v:textbox></v:shape></w:pict></w:r>";
        assertThat(imported(paragraph("", run("", "前") + box) + paragraph("", old) + text("后")))
                .isEqualTo("前\n\n框里\n\n旧框\n\n后\n");
        assertThat(told()).isEmpty();
    }

    @Test
    void a_file_put_into_the_document_is_told() throws IOException {
        imported(text("前") + "<w:altChunk r:id='r7'/>" + text("后"));
        assertThat(told()).containsExactly("插入的另一个文件没有导入（1 处）：第 1 段之后");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from-libreoffice.docx", "from-word-template.docx"})
    void nothing_is_told_that_was_not_lost(String name) throws IOException {
        imported(WordFixture.shipped(name));
        assertThat(told()).noneMatch(message -> message.contains("没有导入") || message.contains("编号"));
    }
}
