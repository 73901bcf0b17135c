package org.gongshi.generator.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocxTest {
    private static final String SPACES =
            " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" xmlns:mc=\"http://schemas.openxmlformats.org/"
                    + "markup-compatibility/2006\" xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"";

    private final Findings findings = new Findings();

    @TempDir
    private Path folder;

    @Test
    void a_document_of_libreoffice_keeps_headings_lists_tables_links_and_notes() throws IOException {
        DocxMarkdown.Report report = read(fixture("from-libreoffice.docx"));

        assertThat(report.body()).isEqualTo("""
                        ## 一、总体评价

                        正文 **重点**，见注〔注1〕。

                        1. 甲
                           1. 内一
                        2. 乙

                        | 指标 | 值 |
                        | --- | --- |
                        | A1 | 3.5 |

                        [链接](https://example.org/a%20b)

                        注1：来自统计年报
                        """);
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void a_document_of_words_own_template_gives_its_title_and_keeps_figures_and_odd_signs_as_text() throws IOException {
        DocxMarkdown.Report report = read(fixture("from-word-template.docx"));

        assertThat(report.title()).contains("澄川市报告");
        assertThat(report.body())
                .contains("{{加权分数}}分，**重点**a\\*b\\_c \\[x\\] \\<y>", "- 第一\n- 第二", "1\\. 不是列表", "\\# 不是标题")
                .contains("| 格0\\|0 | 格0\\|1 | 格0\\|2 |");
        assertThat(findings.sorted()).extracting(Finding::message).containsExactly("表格有合并的单元格：“格1\\|0 格1\\|1”");
    }

    @Test
    void chinese_heading_styles_are_headings() throws IOException {
        DocxMarkdown.Report report = read(document(
                "<w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr><w:r><w:t>总体</w:t></w:r></w:p>"
                        + "<w:p><w:r><w:t>正文</w:t></w:r></w:p>",
                "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:name w:val=\"标题 1\"/></w:style>"));

        assertThat(report.body()).isEqualTo("## 总体\n\n正文\n");
    }

    @Test
    void a_hostile_or_broken_document_is_a_finding() throws IOException {
        byte[] script = document("<w:p><w:r><w:t>&lt;script&gt;alert(1)&lt;/script&gt;</w:t></w:r></w:p>", "");
        assertThat(read(script).body()).isEqualTo("\\<script>alert(1)\\</script>\n");

        for (byte[] bytes : new byte[][] {{}, "PK".getBytes(StandardCharsets.UTF_8), new byte[1000]}) {
            Findings faults = new Findings();
            assertThat(DocxText.read("x.docx", bytes, faults)).isEmpty();
            assertThat(faults.sorted()).extracting(Finding::message).containsExactly("不是可以读取的 .docx 文档");
        }
    }

    @Test
    void an_imported_report_keeps_the_front_matter_that_is_there_and_begins_one_where_none_is() throws IOException {
        Path content = folder.resolve("content");
        Path report = content.resolve("2025/990000/990100/report.md");
        Files.createDirectories(report.getParent());
        Path word = Files.write(folder.resolve("报告.docx"), fixture("from-word-template.docx"));

        new OfficeImport(content).report(word, "2025/990000/990100");
        assertThat(Files.readString(report))
                .startsWith("---\ntitle: \"澄川市报告\"\ngrade:\n")
                .contains("## 总体评价");

        Files.writeString(report, "---\ntitle: 留下\ngrade: 合格\n---\n旧正文\n");
        new OfficeImport(content).report(word, "2025/990000/990100");
        assertThat(Files.readString(report))
                .startsWith("---\ntitle: 留下\ngrade: 合格\n---\n## 总体评价")
                .doesNotContain("旧正文");
    }

    private DocxMarkdown.Report read(byte[] bytes) {
        return DocxMarkdown.of(
                "x.docx", DocxText.read("x.docx", bytes, findings).orElseThrow(), findings);
    }

    static byte[] fixture(String name) throws IOException {
        try (InputStream file = DocxTest.class.getResourceAsStream("/importing/" + name)) {
            return file.readAllBytes();
        }
    }

    /** The smallest document that Word opens. */
    static byte[] document(String body, String styles) throws IOException {
        return document(body, styles, Map.of());
    }

    /** The same with more parts, such as {@code comments}, by the name of their file without ending. */
    static byte[] document(String body, String styles, Map<String, String> more) throws IOException {
        String word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        String types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Override PartName=\"/word/document.xml\" ContentType=\"" + types
                            + "document.main+xml\"/>"
                            + "<Override PartName=\"/word/styles.xml\" ContentType=\"" + types
                            + "styles+xml\"/></Types>");
            String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
            String relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
            part(
                    zip,
                    "_rels/.rels",
                    relations + "<Relationship Id=\"r1\" Type=\"" + office
                            + "officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            part(
                    zip,
                    "word/_rels/document.xml.rels",
                    relations + "<Relationship Id=\"r1\" Type=\"" + office
                            + "styles\" Target=\"styles.xml\"/></Relationships>");
            part(
                    zip,
                    "word/document.xml",
                    "<w:document xmlns:w=\"" + word + "\"" + SPACES + "><w:body>" + body + "</w:body></w:document>");
            for (Map.Entry<String, String> one : more.entrySet()) {
                part(
                        zip,
                        "word/" + one.getKey() + ".xml",
                        "<w:part xmlns:w=\"" + word + "\">" + one.getValue() + "</w:part>");
            }
            part(zip, "word/styles.xml", "<w:styles xmlns:w=\"" + word + "\">" + styles + "</w:styles>");
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
