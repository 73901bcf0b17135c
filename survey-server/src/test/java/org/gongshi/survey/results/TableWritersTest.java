package org.gongshi.survey.results;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.place.Tier;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.access.CodeKind;
import org.gongshi.survey.handover.HandoverPack;
import org.gongshi.survey.intake.LockedForms;
import org.gongshi.survey.slip.SlipCsv;
import org.gongshi.survey.slip.SlipSheet;
import org.gongshi.survey.slip.SlipWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every writer of CSV and XLSX of this program, with texts that a spreadsheet would compute. */
class TableWritersTest {
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
                if (text.contains("new Workbook(")
                        || text.contains("replace(\"\\\"\", \"\\\"\\\"\")")
                        || text.contains("SlipCsv.cell(")) {
                    writers.add(source.getFileName().toString());
                }
            }
        }
        // CluesCommand writes what the public sent, through SlipCsv.cell.
        assertThat(writers)
                .containsExactly("CluesCommand.java", "HandoverPack.java", "SlipCsv.java", "SlipWorkbook.java");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd|' /C calc'!A0", "-1+1", "@SUM(A1)", "＝1+1", "＋1", "－1+1", "＠x"})
    void no_table_begins_a_cell_with_a_formula(String formula) throws IOException {
        assertThat(SlipCsv.cell(formula)).startsWith("'");
        AccessCode code = AccessCode.parse("WJZ2-WCAQ-9VXF-WQK1-J").orElseThrow();
        var sheet = new SlipSheet(
                "题",
                CodeKind.SLIP,
                Audience.PUBLIC,
                formula,
                Optional.empty(),
                URI.create("https://a.cn/"),
                List.of(new SlipSheet.Printing(1, List.of(code))));
        assertThat(SlipCsv.write(sheet)).contains(",'" + formula);
        assertThat(formulas(SlipWorkbook.write(sheet))).isZero();
        List<String> found = new ArrayList<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(pack(formula)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readAllBytes();
                if (entry.getName().endsWith(".csv")) {
                    String text = new String(bytes, UTF_8);
                    assertThat(text)
                            .as(entry.getName())
                            .doesNotContain("\"" + formula)
                            .doesNotContain("," + formula);
                    if (text.contains("\"'" + formula)) {
                        found.add(entry.getName());
                    }
                } else if (entry.getName().endsWith(".xlsx")) {
                    assertThat(formulas(bytes)).as(entry.getName()).isZero();
                }
            }
        }
        assertThat(found).contains("codebook.csv");
    }

    private byte[] pack(String formula) throws IOException {
        Fieldbook book = new Fieldbook(3);
        var forms = new LockedForms(book.plan, book.questionnaires, new TreeSet<>(Surveys.places(Fieldbook.PLACES)));
        List<Place> places = Surveys.places(Fieldbook.PLACES).stream()
                .map(one -> new Place(one, formula, "某机构", Tier.LEAGUE, "p" + one, Optional.of(Surveys.ORGANIZER)))
                .toList();
        var bytes = new ByteArrayOutputStream();
        new HandoverPack(formula, forms, places, List.of(), Optional.empty())
                .write(bytes, book.sheets::forEach, folder, new Random(1));
        return bytes.toByteArray();
    }

    /** How many cells of a workbook are formulas. */
    private static long formulas(byte[] workbook) throws IOException {
        long formulas = 0;
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            for (Sheet sheet : book.getSheets().toList()) {
                for (Row row : sheet.read()) {
                    formulas += row.stream()
                            .filter(cell -> cell != null && cell.getType() == CellType.FORMULA)
                            .count();
                }
            }
        }
        return formulas;
    }
}
