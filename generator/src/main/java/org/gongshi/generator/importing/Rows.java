package org.gongshi.generator.importing;

import java.util.List;
import java.util.Map;

/**
 * The filled rows of a sheet.
 *
 * @param rows for each the cells that hold something, by the path of the column
 * @param columns where each column stands in the sheet, from 1, so that an empty cell can be told by its address; empty where
 *     the rows came from no sheet
 */
record Rows(Table table, List<Map<String, Value>> rows, Map<String, Integer> columns) {
    Rows(Table table, List<Map<String, Value>> rows) {
        this(table, rows, Map.of());
    }

    /** What stands in a cell, already in the words of the content. */
    record Value(String text, CellAt at) {}

    Rows {
        rows = List.copyOf(rows);
        columns = Map.copyOf(columns);
    }
}
