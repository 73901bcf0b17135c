package org.gongshi.generator.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.generator.importing.OfficeImport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents of several programs become Markdown; what is none is refused in words. */
class WordReportTest {
    private final Findings findings = new Findings();

    @TempDir
    private Path folder;

    @Test
    void a_document_of_libreoffice_keeps_headings_lists_tables_links_and_notes() throws IOException {
        WordReport report = read(WordFixture.shipped("from-libreoffice.docx"));

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
        WordReport report = read(WordFixture.shipped("from-word-template.docx"));

        assertThat(report.title()).contains("澄川市报告");
        assertThat(report.body())
                .contains("{{加权分数}}分，**重点**a\\*b\\_c \\[x\\] \\<y>", "- 第一\n- 第二", "1\\. 不是列表", "\\# 不是标题")
                .contains("| 格0\\|0 | 格0\\|1 | 格0\\|2 |");
        assertThat(findings.sorted())
                .extracting(Finding::message)
                .containsExactly("表格有合并的单元格（1 处）：第 1 个表第 2 行第 1 格“格1|0 格1|1”");
    }

    @Test
    void markup_in_the_text_stays_text() throws IOException {
        byte[] script = WordFixture.of(WordFixture.text("&lt;script&gt;alert(1)&lt;/script&gt;"))
                .bytes();
        assertThat(read(script).body()).isEqualTo("\\<script>alert(1)\\</script>\n");
    }

    @Test
    void an_imported_report_keeps_the_front_matter_that_is_there_and_begins_one_where_none_is() throws IOException {
        Path content = folder.resolve("content");
        Path report = content.resolve("2025/990000/990100/report.md");
        Files.createDirectories(report.getParent());
        Path word = Files.write(folder.resolve("报告.docx"), WordFixture.shipped("from-word-template.docx"));

        new OfficeImport(content).report(word, "2025/990000/990100");
        assertThat(Files.readString(report))
                .startsWith("---\ntitle: \"澄川市报告\"\ngrade:\n")
                .contains("## 总体评价");

        Files.writeString(report, "---\ntitle: 留下\ngrade: 合格\n---\n旧正文\n");
        var second = new OfficeImport(content).report(word, "2025/990000/990100");
        assertThat(second.findings()).extracting(Finding::message).contains("文档的题目“澄川市报告”与现有报告的 title 不同，没有导入");
        assertThat(Files.readString(report))
                .startsWith("---\ntitle: 留下\ngrade: 合格\n---\n## 总体评价")
                .doesNotContain("旧正文");
    }

    private WordReport read(byte[] bytes) {
        return WordReport.read("x.docx", bytes, findings).orElseThrow();
    }
}
