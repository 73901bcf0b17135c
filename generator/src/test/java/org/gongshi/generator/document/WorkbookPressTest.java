package org.gongshi.generator.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.gongshi.evaluation.publication.SampleContent;
import org.gongshi.generator.compose.DataBook;
import org.gongshi.generator.compose.DataTable;
import org.gongshi.generator.compose.SiteComposer;
import org.gongshi.generator.compose.SitePlan;
import org.junit.jupiter.api.Test;

/** Workbooks hold what the CSV files hold, cell by cell. */
class WorkbookPressTest {
    private static final String PATH = "data/2025/data-2025.xlsx";
    private static final SitePlan PLAN = SiteComposer.compose(SampleContent.content(), Optional.empty(), true);
    private static final DataBook BOOK = ((SitePlan.Book) PLAN.entries().get(PATH)).book();

    @Test
    void holds_every_cell_of_the_csv_files() throws IOException {
        Map<String, List<List<String>>> sheets = sheets(WorkbookPress.press(BOOK));
        int tables = 0;
        for (var entry : PLAN.entries().entrySet()) {
            if (entry.getKey().startsWith("data/2025/") && entry.getKey().endsWith(".csv")) {
                String name = entry.getKey().substring("data/2025/".length()).replace(".csv", "");
                assertThat(sheets.get(name)).as(name).isEqualTo(csv(((SitePlan.File) entry.getValue()).bytes()));
                tables++;
            }
        }
        assertThat(tables).isGreaterThan(7);
        assertThat(sheets).containsKeys("about", "dictionary").hasSize(tables + 2);
    }

    @Test
    void explains_every_column() throws IOException {
        List<List<String>> dictionary = sheets(WorkbookPress.press(BOOK)).get("dictionary");
        List<String> explained = dictionary.stream()
                .skip(1)
                .map(row -> row.get(0) + "." + row.get(1))
                .toList();
        BOOK.tables().stream()
                .filter(table -> !table.path().isEmpty())
                .forEach(table -> table.columns()
                        .forEach(column -> assertThat(explained).contains(table.name() + "." + column.name())));
    }

    @Test
    void types_numbers_and_dates_and_never_a_formula() throws IOException {
        DataTable table = new DataTable(
                "risky",
                "",
                "危险",
                List.of(
                        new DataTable.Column("text", DataTable.Type.TEXT),
                        new DataTable.Column("number", DataTable.Type.DECIMAL),
                        new DataTable.Column("day", DataTable.Type.DATE)),
                List.of(
                        List.of("=HYPERLINK(\"http://x\")", "-1.50", "2026-03-01"),
                        List.of("@SUM(A1)", "12345678901234567.89", ""),
                        List.of("+1", "", "")));
        byte[] bytes = WorkbookPress.press(new DataBook("危险 <&>", LocalDate.of(2026, 3, 1), List.of(table)));
        String sheet =
                new String(PackedArchive.unpacked(bytes).get("xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8);
        assertThat(sheet).doesNotContain("<f>").doesNotContain("<f ");
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows.get(1).getCellText(0)).startsWith("'=");
            assertThat(rows.get(2).getCellText(0)).startsWith("'@");
            assertThat(rows.get(1).getCell(1).getType()).isEqualTo(CellType.NUMBER);
            assertThat(rows.get(1).getCell(1).asNumber()).isEqualByComparingTo("-1.5");
            assertThat(rows.get(2).getCellText(1)).as("too long for Excel").isEqualTo("12345678901234567.89");
            assertThat(rows.get(1).getCell(2).asDate().toLocalDate()).isEqualTo("2026-03-01");
        }
    }

    @Test
    void names_no_author_and_no_time_of_the_build() throws IOException {
        String properties = new String(
                PackedArchive.unpacked(WorkbookPress.press(BOOK)).get("docProps/core.xml"), StandardCharsets.UTF_8);
        assertThat(properties)
                .doesNotContain("creator")
                .contains("<dcterms:created xsi:type=\"dcterms:W3CDTF\">" + BOOK.asOf() + "T00:00:00Z<");
    }

    @Test
    void gives_the_same_bytes_each_time() {
        byte[] once = WorkbookPress.press(BOOK);
        SitePlan again = SiteComposer.compose(SampleContent.sample().build(), Optional.empty(), true);
        assertThat(WorkbookPress.press(((SitePlan.Book) again.entries().get(PATH)).book()))
                .isEqualTo(once);
    }

    private static Map<String, List<List<String>>> sheets(byte[] workbook) throws IOException {
        Map<String, List<List<String>>> sheets = new TreeMap<>();
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(workbook), new ReadingOptions(true, false))) {
            for (Sheet sheet : book.getSheets().toList()) {
                List<Row> rows = sheet.read();
                int width = rows.get(0).getCellCount();
                List<List<String>> texts = new ArrayList<>();
                for (Row row : rows) {
                    List<String> cells = new ArrayList<>();
                    for (int column = 0; column < width; column++) {
                        cells.add(row.getOptionalCell(column)
                                .map(WorkbookPressTest::text)
                                .orElse(""));
                    }
                    texts.add(cells);
                }
                sheets.put(sheet.getName(), texts);
            }
        }
        return sheets;
    }

    /** As the CSV file writes it: a number with the decimals of its format. */
    private static String text(Cell cell) {
        if (cell.getType() == CellType.BOOLEAN) {
            return cell.asBoolean().toString();
        }
        if (cell.getType() != CellType.NUMBER) {
            return cell.getText();
        }
        String format = cell.getDataFormatString();
        if (format.equals("yyyy-mm-dd")) {
            return cell.asDate().toLocalDate().toString();
        }
        int decimals = format.contains(".") ? format.length() - format.indexOf('.') - 1 : 0;
        BigDecimal number = cell.asNumber();
        assertThat(number.stripTrailingZeros().scale()).isLessThanOrEqualTo(decimals);
        return number.setScale(decimals).toPlainString();
    }

    private static List<List<String>> csv(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8).substring(1);
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quoted) {
                if (c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    cell.append('"');
                    at++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }
}
