package org.gongshi.generator.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongshi.generator.word.WordFixture.paragraph;
import static org.gongshi.generator.word.WordFixture.run;
import static org.gongshi.generator.word.WordFixture.text;

import java.io.IOException;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headings, numbers, lists, tables, fields and notes, as Word and WPS write them. */
class WordShapesTest {
    private static final String LEVELS = """
            <w:abstractNum w:abstractNumId='0'>\
            <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCountingThousand'/><w:lvlText w:val='%1、'/></w:lvl>\
            <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='（%2）'/></w:lvl>\
            <w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%3.'/></w:lvl>\
            <w:lvl w:ilvl='3'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='（%4）'/></w:lvl></w:abstractNum>\
            <w:abstractNum w:abstractNumId='1'>\
            <w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>\
            <w:lvl w:ilvl='1'><w:numFmt w:val='bullet'/><w:lvlText w:val='·'/></w:lvl></w:abstractNum>\
            <w:abstractNum w:abstractNumId='2'>\
            <w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/><w:lvlText w:val='%1'/></w:lvl>\
            <w:lvl w:ilvl='1'><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.%2'/></w:lvl></w:abstractNum>\
            <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>\
            <w:num w:numId='3'><w:abstractNumId w:val='1'/>\
            <w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num>\
            <w:num w:numId='4'><w:abstractNumId w:val='2'/></w:num>""";

    private final Findings findings = new Findings();

    private String read(WordFixture document) throws IOException {
        return WordReport.read("x.docx", document.bytes(), findings)
                .orElseThrow()
                .body();
    }

    private static String numbered(int list, int level, String text) {
        return paragraph(
                "<w:numPr><w:ilvl w:val='" + level + "'/><w:numId w:val='" + list + "'/></w:numPr>", run("", text));
    }

    private static String style(String id, String name, String more) {
        return "<w:style w:type='paragraph' w:styleId='" + id + "'><w:name w:val='" + name + "'/>" + more
                + "</w:style>";
    }

    @ParameterizedTest
    @CsvSource({
        "Heading1, heading 1, , ## 标题",
        "2, heading 1, , ## 标题",
        "a3, 标题 2, , ### 标题",
        "10, 标题1, , ## 标题",
        "x, 一级标题, , ## 标题",
        "y, 公文二级, <w:pPr><w:outlineLvl w:val='1'/></w:pPr>, ### 标题",
        "z, 我的标题, <w:basedOn w:val='base'/>, #### 标题",
        "n, Normal, <w:pPr><w:outlineLvl w:val='9'/></w:pPr>, 标题",
        "q, 标题 1 字符, , ## 标题",
    })
    void a_heading_is_known_by_its_style_in_any_language_and_by_its_outline_level(
            String id, String name, String more, String expected) throws IOException {
        String styles = style(id, name, more == null ? "" : more) + style("base", "heading 3", "");
        assertThat(read(WordFixture.of(paragraph("<w:pStyle w:val='" + id + "'/>", run("<w:b/>", "标题")))
                                .with("styles", styles))
                        .replace("*", ""))
                .isEqualTo(expected + "\n");
    }

    @Test
    void a_heading_without_styles_is_known_by_the_name_or_its_own_outline_level() throws IOException {
        assertThat(read(WordFixture.of(paragraph("<w:pStyle w:val='Heading2'/>", run("", "甲"))
                        + paragraph("<w:outlineLvl w:val='0'/>", run("", "乙"))
                        + paragraph("<w:outlineLvl w:val='0'/>", run("", "长".repeat(90))))))
                .isEqualTo("### 甲\n\n## 乙\n\n" + "长".repeat(90) + "\n");
        assertThat(findings.sorted())
                .extracting(Finding::message)
                .hasSize(1)
                .first()
                .asString()
                .startsWith("有大纲级别的段落太长");
    }

    @Test
    void the_title_may_have_two_lines_and_stand_below_the_red_header() throws IOException {
        var report = WordReport.read(
                        "x.docx",
                        WordFixture.of(text("澄川市教育督导委员会文件")
                                        + text("教督〔2025〕1号")
                                        + paragraph("<w:pStyle w:val='t'/>", run("", "关于澄川市履行教育职责"))
                                        + paragraph("<w:pStyle w:val='t'/>", run("", "评价的报告"))
                                        + text("正文"))
                                .with("styles", style("t", "Title", ""))
                                .bytes(),
                        findings)
                .orElseThrow();
        assertThat(report.title()).contains("关于澄川市履行教育职责评价的报告");
        assertThat(report.body()).isEqualTo("澄川市教育督导委员会文件\n\n教督〔2025〕1号\n\n正文\n");
    }

    @Test
    void numbers_that_word_makes_stand_as_text_and_begin_anew_where_word_does() throws IOException {
        String styles = style("h", "heading 1", "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>");
        String heading = "<w:pStyle w:val='h'/>";
        String body = read(WordFixture.of(paragraph(heading, run("", "总体"))
                        + numbered(1, 1, "经费")
                        + numbered(1, 3, "小项")
                        + numbered(1, 1, "教师")
                        + paragraph(heading, run("", "问题"))
                        + numbered(1, 1, "师资")
                        + numbered(4, 0, "甲")
                        + numbered(4, 1, "乙")
                        + numbered(4, 1, "丙"))
                .with("styles", styles)
                .with("numbering", LEVELS));
        assertThat(body.split("\n\n"))
                .containsExactly(
                        "## 一、总体", "（一）经费", "（1）小项", "（二）教师", "## 二、问题", "（一）师资", "1 甲", "1\\.1 乙", "1\\.2 丙\n");
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void lists_of_markdown_keep_levels_and_numbers_even_after_text_between_and_when_begun_anew() throws IOException {
        String body = read(WordFixture.of(numbered(2, 0, "一")
                        + numbered(2, 1, "点")
                        + numbered(2, 0, "二")
                        + text("间")
                        + numbered(2, 0, "三")
                        + numbered(3, 0, "新一")
                        + numbered(3, 0, "新二"))
                .with("numbering", LEVELS));
        assertThat(body).isEqualTo("1. 一\n   - 点\n2. 二\n\n间\n\n3. 三\n1) 新一\n2) 新二\n");
    }

    @Test
    void the_number_of_a_deleted_paragraph_is_not_counted() throws IOException {
        String deleted = paragraph(
                "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr><w:rPr><w:del/></w:rPr>",
                "<w:del><w:r><w:delText>废</w:delText></w:r></w:del>");
        assertThat(read(WordFixture.of(numbered(1, 0, "甲") + deleted + numbered(1, 0, "乙"))
                        .with("numbering", LEVELS)))
                .isEqualTo("一、甲\n\n二、乙\n");
    }

    @ParameterizedTest
    @CsvSource({
        "chineseCounting, 1, 一",
        "chineseCounting, 10, 十",
        "chineseCounting, 12, 十二",
        "chineseCounting, 20, 二十",
        "chineseCountingThousand, 103, 一百零三",
        "chineseCountingThousand, 110, 一百一十",
        "chineseCounting, 1005, 一千零五",
        "chineseLegalSimplified, 12, 壹拾贰",
        "ideographTraditional, 3, 丙",
        "ideographZodiac, 12, 亥",
        "ideographDigital, 20, 二〇",
        "decimalEnclosedCircle, 20, ⑳",
        "decimalEnclosedCircle, 21, 21",
        "decimalEnclosedParen, 2, ⑵",
        "upperLetter, 27, AA",
        "lowerRoman, 14, xiv",
        "upperRoman, 1994, MCMXCIV",
        "decimalFullWidth, 12, １２",
        "decimalZero, 7, 07",
        "hebrew1, 7, 7",
    })
    void a_number_is_written_in_words_form(String form, int number, String written) {
        assertThat(NumberForms.written(number, form)).isEqualTo(written);
    }

    @Test
    void merged_cells_keep_every_other_cell_in_its_column() throws IOException {
        String cell = "<w:tc><w:tcPr>%s</w:tcPr>%s</w:tc>";
        String restart = "<w:vMerge w:val='restart'/>";
        String body = read(WordFixture.of("<w:tbl>"
                + "<w:tr>" + cell.formatted("<w:gridSpan w:val='3'/>", text("表一")) + "</w:tr>"
                + "<w:tr>" + cell.formatted("", text("类")) + cell.formatted("<w:gridSpan w:val='2'/>", text("数"))
                + "</w:tr>"
                + "<w:tr>" + cell.formatted(restart, text("甲")) + cell.formatted("", text("1"))
                + cell.formatted("", text("2")) + "</w:tr>"
                + "<w:tr>" + cell.formatted("<w:vMerge/>", paragraph("", "")) + cell.formatted("", text("3"))
                + cell.formatted("", text("a|b") + text("c"))
                + "</w:tr></w:tbl>"));
        assertThat(body).isEqualTo("表一\n\n| 类 | 数 |  |\n| --- | --- | --- |\n| 甲 | 1 | 2 |\n|  | 3 | a\\|b c |\n");
        assertThat(findings.sorted())
                .extracting(Finding::message)
                .containsExactly("表格有合并的单元格（3 处）：第 1 个表第 1 行第 1 格“表一”、第 1 个表第 2 行第 2 格“数”、第 1 个表第 3 行第 1 格“甲”");
    }

    @Test
    void a_table_in_a_cell_is_told_and_a_frame_is_no_table() throws IOException {
        String cell = "<w:tc>%s</w:tc>";
        String inner = "<w:tbl><w:tr>" + cell.formatted(text("内")) + cell.formatted(text("里")) + "</w:tr></w:tbl>";
        assertThat(read(WordFixture.of("<w:tbl><w:tr>" + cell.formatted(text("外") + inner) + cell.formatted(text("右"))
                        + "</w:tr></w:tbl>" + "<w:tbl><w:tr>" + cell.formatted(text("框") + text("二"))
                        + "</w:tr></w:tbl>")))
                .isEqualTo("| 外 内 里 | 右 |\n| --- | --- |\n\n框\n\n二\n");
        assertThat(findings.sorted())
                .extracting(Finding::message)
                .containsExactly("单元格里又有表格（1 处）：第 1 个表第 1 行第 1 格“内 里”");
    }

    @Test
    void links_lead_to_public_addresses_only_however_they_are_written() throws IOException {
        String field = "<w:r><w:fldChar w:fldCharType='%s'/></w:r>";
        String complex =
                field.formatted("begin") + "<w:r><w:instrText> HYPERLINK \"https://e.cn/c\" </w:instrText></w:r>"
                        + field.formatted("separate") + run("", "丙") + field.formatted("end");
        String body = read(
                WordFixture.of(paragraph(
                                "",
                                "<w:hyperlink r:id='l1'>" + run("", "甲") + run("<w:b/>", "乙") + "</w:hyperlink>"
                                        + complex + "<w:fldSimple w:instr=' HYPERLINK \"http://e.cn/d\" '>"
                                        + run("", "丁") + "</w:fldSimple>"
                                        + "<w:hyperlink r:id='l2'>" + run("", "戊")
                                        + "</w:hyperlink><w:hyperlink w:anchor='_x'>" + run("", "己")
                                        + "</w:hyperlink>"))
                        .related(
                                "<Relationship Id='l1' Type='x/hyperlink' TargetMode='External' Target='https://e.cn/a (b)'/>"
                                        + "<Relationship Id='l2' Type='x/hyperlink' TargetMode='External' Target='javascript:alert(1)'/>"));
        assertThat(body).isEqualTo("[甲**乙**](https://e.cn/a%20%28b%29)[丙](https://e.cn/c)[丁](http://e.cn/d)戊己\n");
    }

    @Test
    void a_table_of_contents_is_left_out_and_its_fields_swallow_nothing_else() throws IOException {
        String begin = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r>"
                + "<w:r><w:fldChar w:fldCharType='separate'/></w:r>";
        String styles = style("toc", "toc 1", "") + style("h", "heading 1", "");
        // The end of the field was deleted with the last line of the contents.
        String body = read(WordFixture.of(paragraph("<w:pStyle w:val='toc'/>", begin + run("", "一、总体\t1"))
                        + paragraph("<w:pStyle w:val='toc'/>", run("", "二、问题\t2"))
                        + paragraph("<w:pStyle w:val='h'/>", run("", "一、总体"))
                        + text("正文"))
                .with("styles", styles));
        assertThat(body).isEqualTo("## 一、总体\n\n正文\n");
        assertThat(findings.sorted()).extracting(Finding::message).containsExactly("目录没有导入（1 处）：第 1 段“一、总体 1”");
    }

    @Test
    void form_fields_and_circled_numbers_show_what_they_stand_for() throws IOException {
        String box =
                "<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox><w:default w:val='0'/>%s</w:checkBox></w:ffData></w:fldChar></w:r>"
                        + "<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>";
        String circled =
                "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> eq \\o\\ac(○,3)</w:instrText></w:r>"
                        + "<w:r><w:fldChar w:fldCharType='end'/></w:r>";
        assertThat(read(WordFixture.of(paragraph(
                        "",
                        box.formatted("<w:checked/>") + run("", "是") + box.formatted("") + run("", "否") + circled))))
                .isEqualTo("☑是☐否③\n");
    }

    @Test
    void notes_of_both_kinds_count_together_and_their_words_follow() throws IOException {
        String note = "<w:%s w:id='2'>" + text("%s") + "</w:%s>";
        String body = read(WordFixture.of(paragraph(
                        "",
                        run("", "甲") + "<w:r><w:endnoteReference w:id='2'/></w:r>" + run("", "乙")
                                + "<w:r><w:footnoteReference w:id='2'/></w:r>"))
                .with("footnotes", note.formatted("footnote", "脚注", "footnote"))
                .with("endnotes", note.formatted("endnote", "尾注", "endnote")));
        assertThat(body).isEqualTo("甲〔注1〕乙〔注2〕\n\n注1：尾注\n\n注2：脚注\n");
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void bold_and_italics_touch_no_blanks_and_cannot_be_mistaken_for_each_other() throws IOException {
        assertThat(read(WordFixture.of(paragraph(
                        "",
                        run("<w:b/>", "粗 ")
                                + run("<w:b/>", "体：")
                                + run("<w:i/>", "斜体")
                                + run("", " ")
                                + run("<w:i/>", " 斜 ")
                                + run("<w:b/><w:i/>", "两者")
                                + run("<w:b w:val='0'/>", "平")))))
                .isEqualTo("**粗 体：**斜体 *斜* **两者**平\n");
    }
}
