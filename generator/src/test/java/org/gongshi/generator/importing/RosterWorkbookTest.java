package org.gongshi.generator.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.RosterFile;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.junit.jupiter.api.Test;

/** The roster of inspectors from Excel and from a CSV with Chinese headings: one plain form, faults by cell. */
class RosterWorkbookTest {
    private static final String PLAIN =
            "id,name,home,avoids,group,available\n" + "D01,甲,990100,990200 990300,基础教育,true\nD02,'=乙,,,职业教育,false\n";
    private static final List<String> HEADINGS = List.of("编号", "姓名", "工作地区", "回避地区", "专业类别", "能否参加");

    private static byte[] workbook(String... cells) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var book = new Workbook(bytes, "test", "1.0");
        Worksheet sheet = book.newWorksheet("督学名册");
        for (int at = 0; at < HEADINGS.size(); at++) {
            sheet.value(0, at, HEADINGS.get(at));
        }
        for (int at = 0; at < cells.length; at++) {
            if (!cells[at].isEmpty()) {
                sheet.value(1 + at / HEADINGS.size(), at % HEADINGS.size(), cells[at]);
            }
        }
        book.finish();
        return bytes.toByteArray();
    }

    private static Optional<String> plain(String name, byte[] bytes, Findings findings) {
        return RosterWorkbook.plain(name, bytes, findings)
                .map(SourceFile::bytes)
                .map(plain -> new String(plain, UTF_8));
    }

    @Test
    void a_workbook_and_a_csv_with_chinese_headings_become_the_same_plain_form() throws IOException {
        byte[] workbook =
                workbook("D01", "甲", "990100 澄川市", "990200 990300", "基础教育", "是", "D02", "=乙", "", "", "职业教育", "否");
        String chinese =
                "\uFEFF编号,姓名,工作地区,回避地区,专业类别,能否参加\r\nD01,甲,990100,990200 990300,基础教育,是\r\n" + "D02,'=乙,,,职业教育,否\r\n";
        assertThat(plain("名册.xlsx", workbook, new Findings())).contains(PLAIN);
        assertThat(plain("名册.csv", chinese.getBytes(UTF_8), new Findings()).map(text -> text.replace("\r", "")))
                .contains(PLAIN);
        assertThat(plain("roster.csv", PLAIN.getBytes(UTF_8), new Findings())).contains(PLAIN);
        assertThat(RosterFile.read(new SourceFile("roster.csv", PLAIN.getBytes(UTF_8)), new Findings())
                        .orElseThrow()
                        .inspectors()
                        .get(1)
                        .name())
                .isEqualTo("=乙");
    }

    @Test
    void every_fault_is_told_by_its_cell_in_the_words_of_the_sheet() throws IOException {
        var findings = new Findings();
        byte[] workbook = workbook("D01", "甲", "市", "", "", "是", "D01", "乙", "", "x", "", "也许");
        assertThat(RosterWorkbook.plain("名册.xlsx", workbook, findings)).isEmpty();
        assertThat(findings.sorted().stream().map(Finding::toLine))
                .anyMatch(line -> line.contains("督学名册!C2"))
                .anyMatch(line -> line.contains("督学名册!D3"))
                .anyMatch(line -> line.contains("督学名册!F3"))
                .noneMatch(line -> line.contains("available") || line.contains("avoids"));
        findings = new Findings();
        assertThat(RosterWorkbook.plain("名册.xls", "<html>".getBytes(UTF_8), findings))
                .isEmpty();
        assertThat(findings.sorted())
                .singleElement()
                .satisfies(one -> assertThat(one.message()).contains("不是可以读取的"));
    }

    @Test
    void the_empty_workbook_has_the_places_to_pick_from_and_no_people() {
        byte[] template = RosterWorkbook.template(new ContentFolder(Path.of("../content/demo")));
        var findings = new Findings();
        assertThat(RosterWorkbook.plain("roster.xlsx", template, findings)).isEmpty();
        assertThat(findings.sorted())
                .singleElement()
                .satisfies(one -> assertThat(one.message()).contains("名册中没有督学"));
    }
}
