package org.gongshi.generator.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.SortedMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gongshi.generator.compose.DataBook;
import org.gongshi.generator.compose.DataTable;
import org.gongshi.templates.frame.Markup;

/**
 * Published tables as a workbook (XLSX): the same cells as the CSV files, numbers and dates typed. Texts that begin like a formula bear
 * the same apostrophe as in the CSV files, so that they stay texts when a reader saves the sheet as CSV.
 */
public final class WorkbookPress {
    /** Excel keeps 15 digits of a number; what has more is written as text, so that no digit is lost. */
    private static final int DIGITS = 15;
    /** Excel's own limit of a cell is 32,767. */
    private static final int LONGEST_TEXT = 32_000;

    private static final String CUT = "……（全文见 CSV 文件）";
    private static final int MOST_ROWS = 1_048_575;
    private static final int WIDEST = 40;
    private static final String PROPERTIES = "docProps/core.xml";

    private WorkbookPress() {}

    /** The bytes of the workbook; the same on every machine.
     * @throws IllegalArgumentException when a table has more rows than a sheet */
    public static byte[] press(DataBook book) {
        var out = new ByteArrayOutputStream();
        try {
            Workbook workbook = new Workbook(out, "gongshi", null);
            book.tables().forEach(table -> sheet(workbook.newWorksheet(table.name()), table));
            workbook.finish();
            SortedMap<String, byte[]> parts = PackedArchive.unpacked(out.toByteArray());
            parts.put(PROPERTIES, properties(book).getBytes(StandardCharsets.UTF_8));
            return PackedArchive.of(parts);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static void sheet(Worksheet sheet, DataTable table) {
        if (table.rows().size() > MOST_ROWS) {
            throw new IllegalArgumentException(table.name() + " has more rows than a sheet can hold");
        }
        for (int column = 0; column < table.columns().size(); column++) {
            sheet.value(0, column, table.columns().get(column).name());
            sheet.style(0, column).bold().fillColor("E8EEF4").set();
            sheet.width(column, width(table, column));
        }
        for (int row = 0; row < table.rows().size(); row++) {
            for (int column = 0; column < table.columns().size(); column++) {
                cell(
                        sheet,
                        row + 1,
                        column,
                        table.columns().get(column).type(),
                        table.exported(table.rows().get(row), column));
            }
        }
        sheet.freezePane(0, 1);
        if (!table.rows().isEmpty()) {
            sheet.setAutoFilter(0, 0, table.rows().size(), table.columns().size() - 1);
        }
    }

    private static void cell(Worksheet sheet, int row, int column, DataTable.Type type, String text) {
        if (text.isEmpty()) {
            return;
        }
        switch (type) {
            case DECIMAL -> number(sheet, row, column, text);
            case DATE -> {
                sheet.value(row, column, LocalDate.parse(text));
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case BOOLEAN -> sheet.value(row, column, Boolean.parseBoolean(text));
            default -> text(sheet, row, column, text);
        }
    }

    private static void number(Worksheet sheet, int row, int column, String text) {
        BigDecimal number = new BigDecimal(text);
        if (number.precision() > DIGITS || number.scale() > DIGITS || number.scale() < 0) {
            text(sheet, row, column, text);
            return;
        }
        sheet.value(row, column, number);
        // As many decimals as the CSV file has: 85.00 stays 85.00.
        sheet.style(row, column)
                .format(number.scale() == 0 ? "0" : "0." + "0".repeat(number.scale()))
                .set();
    }

    private static void text(Worksheet sheet, int row, int column, String text) {
        sheet.value(row, column, text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + CUT : text);
    }

    private static int width(DataTable table, int column) {
        int widest = table.columns().get(column).name().length();
        for (var row : table.rows()) {
            String text = row.get(column);
            int wide = (int) text.chars().limit(WIDEST).filter(c -> c > 0x2E7F).count();
            widest = Math.max(widest, Math.min(WIDEST, text.length()) + wide);
        }
        return Math.min(WIDEST, widest) + 2;
    }

    /** In place of the library's, which names an author and the time of the build. */
    private static String properties(DataBook book) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>"
                + Markup.escaped(book.title())
                + "</dc:title><dc:language>zh-CN</dc:language><dcterms:created xsi:type=\"dcterms:W3CDTF\">"
                + book.asOf() + "T00:00:00Z</dcterms:created></cp:coreProperties>";
    }
}
