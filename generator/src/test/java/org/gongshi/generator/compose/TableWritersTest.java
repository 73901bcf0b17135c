package org.gongshi.generator.compose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.generator.document.WorkbookPress;
import org.gongshi.generator.importing.Kind;
import org.gongshi.generator.importing.RosterWorkbook;
import org.gongshi.generator.importing.WorkbookExport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every writer of CSV and XLSX of this program, with texts that a spreadsheet would compute. The survey's are in its own module's test. */
class TableWritersTest {
    private static final List<String> FORMULAS =
            List.of("=1+1", "+cmd|' /C calc'!A0", "-1+1", "@SUM(A1)", "\t=1", "＝1+1", "＋1", "－1+1", "＠x");
    private static final RoundKey ROUND = new RoundKey(new EvaluationYear(2025), new PlaceCode("990000"));

    @TempDir
    Path folder;

    /** A new writer of tables must come in here, and into the cases below. */
    @Test
    void no_writer_is_without_a_case() throws IOException {
        var writers = new TreeSet<String>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(one -> one.toString().endsWith(".java")).toList()) {
                String text = Files.readString(source);
                if (text.contains("new Workbook(") || text.contains("replace(\"\\\"\", \"\\\"\\\"\")")) {
                    writers.add(source.getFileName().toString());
                }
            }
        }
        // PlainWriter writes content, which the other writers hand out; and the roster, guarded below.
        assertThat(writers)
                .containsExactly("DataTable.java", "PlainWriter.java", "WorkbookPress.java", "WorkbookWriter.java");
    }

    @Test
    void the_published_tables_guard_texts_in_both_forms() throws IOException {
        DataTable table = new DataTable(
                "risky",
                "",
                "危险",
                List.of(new DataTable.Column("text", DataTable.Type.TEXT)),
                FORMULAS.stream().map(List::of).toList());
        List<String> lines = new String(table.csv(), UTF_8).lines().skip(1).toList();
        assertThat(lines).hasSize(FORMULAS.size()).allMatch(line -> line.startsWith("'") || line.startsWith("\"'"));
        List<String> cells = texts(WorkbookPress.press(new DataBook("危险", LocalDate.of(2026, 3, 1), List.of(table))));
        FORMULAS.forEach(formula -> assertThat(cells).contains("'" + formula));
    }

    @Test
    void a_workbook_to_be_filled_in_holds_texts_and_never_a_formula() throws IOException {
        Path demo = Path.of("../content/demo");
        try (Stream<Path> all = Files.walk(demo)) {
            for (Path one : all.toList()) {
                Path target = folder.resolve(demo.relativize(one).toString());
                if (Files.isDirectory(one)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(one, target);
                }
            }
        }
        Path scores = folder.resolve("2025/990000/scores.csv");
        List<String> lines = Files.readAllLines(scores);
        for (int at = 0; at < FORMULAS.size(); at++) {
            String line = lines.get(at + 1);
            String[] cells = line.split(",", 5);
            lines.set(
                    at + 1, String.join(",", cells[0], cells[1], cells[2], cells[3]) + ",\"" + FORMULAS.get(at) + "\"");
        }
        String header = lines.get(0).replace(",claimed", "");
        lines.set(0, header);
        Files.write(scores, lines.subList(0, FORMULAS.size() + 1));
        var findings = new Findings();
        byte[] bytes = WorkbookExport.of(Kind.SCORES, ROUND, new ContentFolder(folder), findings)
                .orElseThrow();
        List<String> cells = texts(bytes);
        List<String> plain = cells.stream().map(String::strip).toList();
        FORMULAS.forEach(formula -> assertThat(plain).contains(formula.strip()));
    }

    @Test
    void the_plain_roster_guards_names() throws IOException {
        for (String formula : FORMULAS) {
            var bytes = new ByteArrayOutputStream();
            var book = new Workbook(bytes, "test", "1.0");
            var sheet = book.newWorksheet("督学名册");
            List<String> row = List.of("D1", formula, "", "", "", "是");
            List<String> heads = List.of("编号", "姓名", "工作地区", "回避地区", "专业类别", "能否参加");
            for (int at = 0; at < heads.size(); at++) {
                sheet.value(0, at, heads.get(at));
                sheet.value(1, at, row.get(at));
            }
            book.finish();
            var findings = new Findings();
            String plain = new String(
                    RosterWorkbook.plain("a.xlsx", bytes.toByteArray(), findings)
                            .orElseThrow()
                            .bytes(),
                    UTF_8);
            assertThat(plain.lines().skip(1).findFirst().orElseThrow()).contains(",'");
        }
    }

    /** Every text of every sheet; a formula anywhere is a failure. */
    private static List<String> texts(byte[] workbook) throws IOException {
        var texts = new java.util.ArrayList<String>();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            for (Sheet sheet : book.getSheets().toList()) {
                for (Row row : sheet.read()) {
                    row.stream().filter(cell -> cell != null).forEach(cell -> {
                        assertThat(cell.getType()).isNotEqualTo(CellType.FORMULA);
                        texts.add(cell.getText());
                    });
                }
            }
        }
        return texts;
    }
}
