package org.gongshi.generator.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;

/** Reads workbooks strictly: known sheets, known headings, no formulas; every fault with the address of its cell. */
final class WorkbookReader {
    // Excel computes with 15 significant digits; what stands behind them is the noise of binary fractions.
    private static final MathContext EXCEL = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final Pattern DATE = Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?");
    private static final Pattern HEADING = Pattern.compile(".*[（(]([A-Za-z.]+)[）)]\\s*");
    private static final Set<Column.Type> FIGURES = Set.of(Column.Type.NUMBER, Column.Type.DATE, Column.Type.CODE);
    private static final int MOST_ROWS = 1_000_000;

    private final String file;
    private final Findings findings;
    private boolean whole = true;

    WorkbookReader(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /** What the sheet 说明 says of itself, by its first column. */
    Map<String, String> about(byte[] bytes) {
        Map<String, String> about = new LinkedHashMap<>();
        open(bytes, book -> {
            Optional<Sheet> sheet = book.findSheet(WorkbookWriter.ABOUT);
            if (sheet.isPresent()) {
                for (Row row : sheet.get().read()) {
                    about.put(row.getCellText(0).strip(), row.getCellText(1).strip());
                }
            }
        });
        return about;
    }

    /** The rows of each table; none, with findings, when a sheet or a column is missing: what stands where is then not known. */
    List<Rows> rows(byte[] bytes, List<Table> tables) {
        List<Rows> rows = new ArrayList<>();
        open(bytes, book -> {
            for (Table table : tables) {
                Optional<Sheet> sheet = book.findSheet(table.name());
                if (sheet.isEmpty()) {
                    misses(Location.of(file), "缺少工作表“" + table.name() + "”", "请用 export-template 导出的工作簿填写，不要改工作表的名称");
                } else {
                    rows.add(rows(sheet.get(), table));
                }
            }
        });
        return whole ? rows : List.of();
    }

    /** Without it nobody knows what stands where. */
    private void misses(Location at, String message, String hint) {
        whole = false;
        findings.error(at, message, hint);
    }

    private interface Reading {
        void read(ReadableWorkbook book) throws IOException;
    }

    private void open(byte[] bytes, Reading reading) {
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, false))) {
            reading.read(book);
        } catch (IOException | ExcelReaderException fault) {
            misses(Location.of(file), "不是可以读取的 .xlsx 工作簿", "请用 Excel 或 WPS 另存为 .xlsx（不加密码）后再导入");
        }
    }

    private Rows rows(Sheet sheet, Table table) throws IOException {
        List<Map<String, Rows.Value>> filled = new ArrayList<>();
        List<Row> all = sheet.read();
        if (all.isEmpty() || all.size() > MOST_ROWS) {
            misses(Location.of(file), "工作表“" + table.name() + "”没有表头，或行数过多", "第一行应为表头");
            return new Rows(table, List.of());
        }
        Map<Integer, Column> columns = columns(all.get(0), table);
        for (Row row : all.subList(1, all.size())) {
            Map<String, Rows.Value> values = new LinkedHashMap<>();
            columns.forEach((index, column) ->
                    value(row, index, column, table).ifPresent(value -> values.put(column.path(), value)));
            if (!values.isEmpty()) {
                filled.add(values);
            }
        }
        Map<String, Integer> places = new LinkedHashMap<>();
        columns.forEach((index, column) -> places.put(column.path(), index + 1));
        return new Rows(table, filled, places);
    }

    /** The columns by their place in the sheet; they may stand in any order, those without a key are passed over. */
    private Map<Integer, Column> columns(Row header, Table table) {
        Map<Integer, Column> columns = new LinkedHashMap<>();
        for (int index = 0; index < header.getCellCount(); index++) {
            Matcher heading = HEADING.matcher(header.getCellText(index));
            if (!heading.matches()) {
                continue;
            }
            String path = heading.group(1);
            Optional<Column> column = table.columns().stream()
                    .filter(each -> each.path().equals(path))
                    .findFirst();
            Location at = new CellAt(file, table.name(), 1, index + 1).location();
            if (column.isEmpty()) {
                misses(at, "不认识的列“" + path + "”", "请用 export-template 导出的表头");
            } else if (columns.containsValue(column.get())) {
                misses(at, "列“" + path + "”重复", "请删去其中一列");
            } else {
                columns.put(index, column.get());
            }
        }
        for (Column column : table.columns()) {
            if (!column.optional() && !columns.containsValue(column)) {
                misses(
                        new CellAt(file, table.name(), 1, 1).location(),
                        "缺少列“" + column.heading() + "”",
                        "请用 export-template 导出的表头");
            }
        }
        return columns;
    }

    private Optional<Rows.Value> value(Row row, int index, Column column, Table table) {
        CellAt at = new CellAt(file, table.name(), row.getRowNum(), index + 1);
        Cell cell = row.getOptionalCell(index).orElse(null);
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return Optional.empty();
        }
        if (cell.getType() == CellType.FORMULA) {
            findings.error(at.location(), "单元格是公式", "请复制后“选择性粘贴—数值”，公开的数字不能随打开的电脑而变");
            // What it showed last stands in for it, so that all other faults are told at once; nothing is written.
            return Optional.ofNullable(cell.getRawValue())
                    .map(String::strip)
                    .filter(shown -> !shown.isEmpty())
                    .map(shown -> new Rows.Value(column.meant(shown), at));
        }
        if (cell.getType() == CellType.ERROR) {
            findings.error(at.location(), "单元格是错误值 " + cell.getRawValue(), "请改正");
            return Optional.empty();
        }
        String text = text(cell, column).strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(new Rows.Value(column.meant(text), at));
    }

    private static String text(Cell cell, Column column) {
        if (cell.getType() == CellType.BOOLEAN) {
            return cell.asBoolean().toString();
        }
        if (cell.getType() == CellType.NUMBER && column.type() == Column.Type.DATE) {
            return cell.asDate().toLocalDate().toString();
        }
        if (cell.getType() == CellType.NUMBER) {
            return number(cell);
        }
        boolean figure = FIGURES.contains(column.type());
        // Digits and blanks of full width, as an input method for Chinese writes them.
        String typed = figure
                ? Normalizer.normalize(cell.asString(), Normalizer.Form.NFKC).strip()
                : cell.asString();
        Matcher date = DATE.matcher(typed);
        if (column.type() == Column.Type.DATE && date.matches()) {
            return String.format(
                    "%s-%02d-%02d", date.group(1), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3)));
        }
        return typed;
    }

    /** The number with the decimals that its format shows: 95.50 stays 95.50. */
    private static String number(Cell cell) {
        BigDecimal exact = cell.asNumber().round(EXCEL);
        BigDecimal value = exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
        String format = Optional.ofNullable(cell.getDataFormatString()).orElse("");
        int shown = format.matches("0\\.0+") ? format.length() - 2 : 0;
        return value.setScale(Math.max(shown, Math.max(0, value.scale())), RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
