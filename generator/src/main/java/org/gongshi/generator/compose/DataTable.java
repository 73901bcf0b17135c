package org.gongshi.generator.compose;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.json.Json;

/**
 * One published table: the same rows as CSV and as JSON.
 *
 * @param name {@code scores}; the file bears it
 * @param path path of the CSV file
 * @param rows cells in the order of the columns; an empty cell has no value
 */
record DataTable(String name, String path, String title, List<Column> columns, List<List<String>> rows) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String RISKY = "=+-@\t\r＝＋－＠";

    DataTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            Require.that(row.size() == columns.size(), name + " has a row of another width");
        }
    }

    /** What a column holds. */
    enum Type {
        TEXT,
        CODE,
        DECIMAL,
        DATE,
        BOOLEAN
    }

    /** A column; its meaning stands in the data dictionary under {@code column.NAME}. */
    record Column(String name, Type type) {}

    /** UTF-8 with a byte order mark, so that Excel opens it; RFC 4180 lines. */
    byte[] csv() {
        StringBuilder csv = new StringBuilder(BYTE_ORDER_MARK);
        line(csv, columns.stream().map(Column::name).toList());
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(columns.get(i).type() == Type.DECIMAL ? row.get(i) : guarded(row.get(i)));
            }
            line(csv, cells);
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The rows that pass, as objects. */
    Json json(Predicate<List<String>> filter) {
        return Json.array(rows.stream().filter(filter).map(this::object).toList());
    }

    Json json() {
        return json(row -> true);
    }

    /** Cell of a row by the column's name. */
    String cell(List<String> row, String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return row.get(i);
            }
        }
        throw new IllegalArgumentException("no column " + column);
    }

    private Json object(List<String> row) {
        Json.ObjectBuilder object = Json.object();
        for (int i = 0; i < row.size(); i++) {
            object.put(columns.get(i).name(), value(columns.get(i).type(), row.get(i)));
        }
        return object.build();
    }

    private static Json value(Type type, String cell) {
        if (cell.isEmpty()) {
            return Json.NULL;
        }
        return switch (type) {
            case DECIMAL -> Json.of(new BigDecimal(cell));
            case BOOLEAN -> Json.of(Boolean.parseBoolean(cell));
            default -> Json.of(cell);
        };
    }

    /** A spreadsheet would run a text that begins like a formula: an apostrophe keeps it a text. */
    private static String guarded(String cell) {
        return !cell.isEmpty() && RISKY.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static void line(StringBuilder csv, List<String> cells) {
        csv.append(String.join(",", cells.stream().map(DataTable::quoted).toList()))
                .append("\r\n");
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
