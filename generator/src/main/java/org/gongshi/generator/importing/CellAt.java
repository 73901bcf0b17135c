package org.gongshi.generator.importing;

import org.gongshi.evaluation.finding.Location;

/**
 * A cell of a workbook.
 *
 * @param row from 1
 * @param column from 1
 */
record CellAt(String file, String sheet, int row, int column) {
    /** As Excel writes it: 得分!C5. */
    String address() {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return sheet + "!" + letters + row;
    }

    Location location() {
        return new Location(file, row, column, address());
    }
}
