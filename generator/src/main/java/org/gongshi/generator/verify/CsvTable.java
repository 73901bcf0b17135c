package org.gongshi.generator.verify;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table of the site's downloads, read by a small reader of our own (RFC 4180, with or without a byte order mark), so that the
 * check shares nothing with the writer.
 *
 * @param rows cells by column name; a text that the writer guarded against spreadsheets is given back without its apostrophe
 * @param distinct the same rows without their empty cells, to find one among them
 */
public record CsvTable(List<String> columns, List<Map<String, String>> rows, Set<Map<String, String>> distinct) {
    private static final String GUARDED = "=+-@\t\r＝＋－＠";

    public CsvTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        distinct = Set.copyOf(distinct);
    }

    /** @throws IllegalArgumentException with a Chinese message when the bytes are no such table */
    public static CsvTable parse(byte[] bytes) {
        List<List<String>> lines = new Lines(decoded(bytes)).all();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("没有表头");
        }
        List<String> columns = lines.get(0);
        if (new HashSet<>(columns).size() != columns.size()) {
            throw new IllegalArgumentException("表头有重复的列");
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            if (line.size() != columns.size()) {
                throw new IllegalArgumentException("第 " + (rows.size() + 2) + " 行的列数与表头不同");
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), unguarded(line.get(i)));
            }
            rows.add(row);
        }
        Set<Map<String, String>> distinct = new HashSet<>();
        rows.forEach(row -> distinct.add(filled(row)));
        return new CsvTable(columns, rows, distinct);
    }

    /** @throws IllegalArgumentException when the table lacks one of the columns */
    CsvTable with(String... needed) {
        for (String column : needed) {
            if (!columns.contains(column)) {
                throw new IllegalArgumentException("缺少列 " + column);
            }
        }
        return this;
    }

    /** Without empty cells: a page's data leave out what has no value. */
    static Map<String, String> filled(Map<String, String> row) {
        Map<String, String> filled = new LinkedHashMap<>(row);
        filled.values().removeIf(String::isEmpty);
        return filled;
    }

    private static String unguarded(String cell) {
        boolean guarded = cell.length() > 1 && cell.charAt(0) == '\'' && GUARDED.indexOf(cell.charAt(1)) >= 0;
        return guarded ? cell.substring(1) : cell;
    }

    private static String decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException fault) {
            throw new IllegalArgumentException("不是 UTF-8", fault);
        }
    }

    /** Splits a text into lines of cells. */
    private static final class Lines {
        private final String text;
        private int at;

        Lines(String text) {
            this.text = text;
        }

        List<List<String>> all() {
            List<List<String>> lines = new ArrayList<>();
            while (at < text.length()) {
                lines.add(line());
            }
            return lines;
        }

        private List<String> line() {
            List<String> cells = new ArrayList<>();
            cells.add(cell());
            while (at < text.length() && text.charAt(at) == ',') {
                at++;
                cells.add(cell());
            }
            if (at < text.length() && text.charAt(at) == '\r') {
                at++;
            }
            if (at < text.length() && text.charAt(at) != '\n') {
                throw new IllegalArgumentException("引号或行尾有误");
            }
            at++;
            return cells;
        }

        private String cell() {
            if (at < text.length() && text.charAt(at) == '"') {
                return quoted();
            }
            int from = at;
            while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(from, at);
        }

        private String quoted() {
            var cell = new StringBuilder();
            at++;
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c != '"') {
                    cell.append(c);
                } else if (at < text.length() && text.charAt(at) == '"') {
                    cell.append('"');
                    at++;
                } else {
                    return cell.toString();
                }
            }
            throw new IllegalArgumentException("引号没有结束");
        }
    }
}
