package org.gongshi.generator.diff;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * One published figure or grade that differs (变化的数字).
 *
 * @param table path of the CSV file
 * @param key columns that name the row, with their values
 * @param column which cell
 * @param old what stood there
 * @param now what stands there; empty when the row is gone
 */
public record CellChange(String table, Map<String, String> key, String column, String old, String now) {
    private static final Set<String> GRADES = Set.of("grade", "band");

    public CellChange {
        Objects.requireNonNull(table, "table");
        key = java.util.Collections.unmodifiableMap(new TreeMap<>(key));
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(old, "old");
        Objects.requireNonNull(now, "now");
    }

    /** Whether it is a grade or a band, not a number. */
    public boolean isGrade() {
        return GRADES.contains(column);
    }

    /** Name of the table without folder and ending. */
    public String tableName() {
        return table.substring(table.lastIndexOf('/') + 1, table.length() - ".csv".length());
    }

    /** Where the round's pages stand, {@code 2025/}. */
    public String roundFolder() {
        return table.substring("data/".length(), table.lastIndexOf('/') + 1);
    }

    /** The row in words: its key's values. */
    public String row() {
        return String.join(" ", key.values());
    }
}
