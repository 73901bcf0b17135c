package org.gongshi.generator.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongshi.generator.verify.CsvTable;

/** Two states of one table, row by row; the order of rows and columns does not count. */
final class TableDiff {
    /** What names a row, in any table. */
    private static final List<String> KEYS = List.of(
            "place",
            "indicator",
            "area",
            "problem",
            "audience",
            "stage",
            "mode",
            "item",
            "measure",
            "option",
            "step",
            "kind",
            "date");
    /** What the published results are made of, by table; what moves on by itself (dates, states) is no changed number. */
    private static final Map<String, Set<String>> FIGURES = Map.of(
            "grades", Set.of("score", "score_shown", "band", "grade"),
            "areas", Set.of("weight", "area_points", "rate"),
            "scores", Set.of("weight", "raw", "points", "contribution"),
            "indicators", Set.of("weight", "floor", "target", "full", "each", "if_withheld", "decimals"),
            "survey",
                    Set.of(
                            "population",
                            "invited",
                            "responded",
                            "response_rate",
                            "value_shown",
                            "value",
                            "low",
                            "high",
                            "n",
                            "effective_n"));

    private final String path;
    private final List<CellChange> changes = new ArrayList<>();
    private long newRows;

    private TableDiff(String path) {
        this.path = path;
    }

    /** Whether the table holds figures that are compared. */
    static boolean holdsFigures(String path) {
        return path.startsWith("data/") && path.endsWith(".csv") && FIGURES.containsKey(name(path));
    }

    /** @throws IllegalArgumentException when the bytes are no table */
    static TableDiff of(String path, byte[] old, byte[] now) {
        TableDiff diff = new TableDiff(path);
        diff.compare(rows(CsvTable.parse(old)), rows(CsvTable.parse(now)));
        return diff;
    }

    List<CellChange> changes() {
        return changes;
    }

    long newRows() {
        return newRows;
    }

    private void compare(
            Map<Map<String, String>, Map<String, String>> old, Map<Map<String, String>, Map<String, String>> now) {
        old.forEach((key, before) -> {
            Map<String, String> after = now.getOrDefault(key, Map.of());
            for (String column : FIGURES.get(name(path))) {
                String was = before.getOrDefault(column, "");
                String is = after.getOrDefault(column, "");
                if (!was.equals(is)) {
                    changes.add(new CellChange(path, key, column, was, is));
                }
            }
        });
        newRows = now.keySet().stream().filter(key -> !old.containsKey(key)).count();
    }

    private static Map<Map<String, String>, Map<String, String>> rows(CsvTable table) {
        Map<Map<String, String>, Map<String, String>> rows = new LinkedHashMap<>();
        for (Map<String, String> row : table.rows()) {
            Map<String, String> key = new LinkedHashMap<>();
            for (String column : KEYS) {
                // The area of an indicator is told by its code already.
                boolean told = column.equals("area") && row.containsKey("indicator");
                if (!told && !row.getOrDefault(column, "").isEmpty()) {
                    key.put(column, row.get(column));
                }
            }
            rows.put(key, row);
        }
        return rows;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - ".csv".length());
    }
}
