package org.gongshi.generator.compose;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.content.source.SpreadsheetCell;
import org.gongshi.evaluation.json.Json;

/**
 * One published table: the same rows as CSV and as JSON.
 *
 * @param name {@code scores}; the file bears it
 * @param path path of the CSV file
 * @param rows cells in the order of the columns; an empty cell has no value
 */
public record DataTable(String name, String path, String title, List<Column> columns, List<List<String>> rows) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public DataTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            Require.that(row.size() == columns.size(), name + " has a row of another width");
        }
    }

    /** What a column holds. */
    public enum Type {
        TEXT,
        CODE,
        DECIMAL,
        DATE,
        BOOLEAN
    }

    /** A column; its meaning stands in the data dictionary under {@code column.NAME}. */
    public record Column(String name, Type type) {}

    /** UTF-8 with a byte order mark, so that Excel opens it; RFC 4180 lines. */
    byte[] csv() {
        StringBuilder csv = new StringBuilder(BYTE_ORDER_MARK);
        for (int i = 0; i < columns.size(); i++) {
            cell(csv, i, columns.get(i).name());
        }
        csv.append("\r\n");
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                cell(csv, i, exported(row, i));
            }
            csv.append("\r\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A cell as it leaves for a spreadsheet; a text that begins like a formula bears an apostrophe. */
    public String exported(List<String> row, int column) {
        String cell = row.get(column);
        return columns.get(column).type() == Type.DECIMAL ? cell : SpreadsheetCell.guarded(cell);
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
            // A field without a value is left out: most figures of a survey have few of them.
            if (!row.get(i).isEmpty()) {
                object.put(columns.get(i).name(), value(columns.get(i).type(), row.get(i)));
            }
        }
        return object.build();
    }

    private static Json value(Type type, String cell) {
        return switch (type) {
            case DECIMAL -> Json.of(new BigDecimal(cell));
            case BOOLEAN -> Json.of(Boolean.parseBoolean(cell));
            default -> Json.of(cell);
        };
    }

    private static void cell(StringBuilder csv, int column, String cell) {
        if (column > 0) {
            csv.append(',');
        }
        if (isPlain(cell)) {
            csv.append(cell);
        } else {
            csv.append('"').append(cell.replace("\"", "\"\"")).append('"');
        }
    }

    private static boolean isPlain(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return false;
            }
        }
        return true;
    }
}
