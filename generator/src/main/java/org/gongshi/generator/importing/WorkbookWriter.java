package org.gongshi.generator.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.SheetProtectionOption;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes workbooks that a clerk fills in: headings that cannot be changed by mistake, lists to pick from, typed cells. */
final class WorkbookWriter {
    static final String ABOUT = "说明";
    static final String CHOICES = "选项表";
    private static final int FREE_ROWS = 500;
    // A guard against slips, not a secret: docs/office-files.md names it.
    private static final String PASSWORD = "gongshi";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Workbook book = new Workbook(bytes, "gongshi", "1.0");
    private final Map<String, List<String>> codes;
    private Worksheet choices;
    private int lists;

    /** @param codes codes with their names, to pick from, by the path of the column */
    WorkbookWriter(Map<String, List<String>> codes) {
        this.codes = codes;
    }

    /** The whole workbook. */
    byte[] write(Map<String, String> about, Map<Table, List<Map<String, String>>> sheets) {
        Worksheet first = book.newWorksheet(ABOUT);
        int line = 0;
        for (Map.Entry<String, String> entry : about.entrySet()) {
            first.value(line, 0, entry.getKey());
            first.value(line++, 1, entry.getValue());
        }
        first.width(0, 14);
        first.width(1, 90);
        List<Worksheet> pages = sheets.keySet().stream()
                .map(table -> book.newWorksheet(table.name()))
                .toList();
        choices = book.newWorksheet(CHOICES);
        Iterator<Worksheet> page = pages.iterator();
        sheets.forEach((table, rows) -> sheet(page.next(), table, rows));
        choices.setVisibilityState(VisibilityState.HIDDEN);
        try {
            book.finish();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return bytes.toByteArray();
    }

    private void sheet(Worksheet sheet, Table table, List<Map<String, String>> rows) {
        int last = rows.size() + (table.path().isEmpty() && rows.size() == 1 ? 0 : FREE_ROWS);
        for (int index = 0; index < table.columns().size(); index++) {
            Column column = table.columns().get(index);
            sheet.value(0, index, column.heading());
            sheet.style(0, index).bold().wrapText(true).fillColor("E8EEF4").set();
            sheet.width(index, column.width());
            sheet.range(1, index, last, index)
                    .style()
                    .protectionOption(ProtectionOption.LOCKED, false)
                    .format(format(column))
                    .wrapText(column.width() > 20)
                    .set();
            offer(sheet, index, last, column);
            for (int row = 0; row < rows.size(); row++) {
                value(sheet, row + 1, index, column, rows.get(row).get(column.path()));
            }
        }
        sheet.freezePane(1, 1);
        sheet.protect(
                PASSWORD,
                SheetProtectionOption.SHEET,
                SheetProtectionOption.DELETE_COLUMNS,
                SheetProtectionOption.INSERT_COLUMNS);
    }

    private static String format(Column column) {
        return switch (column.type()) {
            case DATE -> "yyyy-mm-dd";
            case NUMBER -> "General";
            default -> "@";
        };
    }

    /** A list to pick from stands in a hidden sheet: Excel allows 255 characters in the cell's own rule. */
    private void offer(Worksheet sheet, int index, int last, Column column) {
        List<String> offered = column.choices().isEmpty()
                ? codes.getOrDefault(column.path(), List.of())
                : List.copyOf(column.choices().values());
        if (offered.isEmpty()) {
            return;
        }
        for (int row = 0; row < offered.size(); row++) {
            choices.value(row, lists, offered.get(row));
        }
        sheet.range(1, index, last, index)
                .validateWithList(choices.range(0, lists, offered.size() - 1, lists))
                .allowBlank(true)
                .errorTitle("请从列表中选择")
                .error("这一列只能填列表中的内容");
        lists++;
    }

    private void value(Worksheet sheet, int row, int index, Column column, String text) {
        if (text == null || text.isEmpty()) {
            return;
        }
        if (column.type() == Column.Type.NUMBER && text.matches("-?[0-9]{1,15}(\\.[0-9]{1,8})?")) {
            BigDecimal number = new BigDecimal(text);
            sheet.value(row, index, number);
            String format = number.scale() > 0 ? "0." + "0".repeat(number.scale()) : "General";
            sheet.style(row, index)
                    .format(format)
                    .protectionOption(ProtectionOption.LOCKED, false)
                    .set();
        } else if (column.type() == Column.Type.DATE && text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            sheet.value(row, index, LocalDate.parse(text));
        } else if (column.type() == Column.Type.CODE) {
            sheet.value(
                    row,
                    index,
                    codes.getOrDefault(column.path(), List.of()).stream()
                            .filter(offered -> offered.startsWith(text + " "))
                            .findFirst()
                            .orElse(text));
        } else {
            // A text cell is never computed, whatever it begins with.
            sheet.value(row, index, column.shown(text));
        }
    }
}
