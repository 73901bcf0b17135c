package org.gongshi.generator.importing;

import java.util.List;
import java.util.Map;

/**
 * The filled rows of a sheet.
 *
 * @param rows for each the cells that hold something, by the path of the column
 */
record Rows(Table table, List<Map<String, Value>> rows) {
    /** What stands in a cell, already in the words of the content. */
    record Value(String text, CellAt at) {}

    Rows {
        rows = List.copyOf(rows);
    }
}
