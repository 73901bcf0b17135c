package org.gongshi.benchmarks.statistics;

import java.util.stream.IntStream;
import org.gongshi.evaluation.statistics.OptionCounts;

/** Responses in columns → counts by cell, item and option. */
final class Counting {
    private Counting() {}

    /** Cell of every respondent: school × sex × age. */
    static int[] cells(Columns columns) {
        int[] cells = new int[columns.rows()];
        Columns.read(columns.school(), (first, bytes, many) -> {
            for (int at = 0; at < many; at += 2) {
                int school = bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
                cells[(first + at) / 2] = school * SyntheticCells.SEXES * SyntheticCells.AGES;
            }
        });
        Columns.read(columns.sex(), (first, bytes, many) -> {
            for (int at = 0; at < many; at++) {
                cells[first + at] += bytes[at] * SyntheticCells.AGES;
            }
        });
        Columns.read(columns.age(), (first, bytes, many) -> {
            for (int at = 0; at < many; at++) {
                cells[first + at] += bytes[at];
            }
        });
        return cells;
    }

    /** All counts; items side by side on all processors. */
    static OptionCounts count(Columns columns) {
        int[] cells = cells(columns);
        var counts = new OptionCounts(SyntheticCells.CELLS, SyntheticCells.ITEMS, SyntheticCells.OPTIONS);
        IntStream.range(0, SyntheticCells.ITEMS)
                .parallel()
                .forEach(item -> Columns.read(
                        columns.item(item), (first, bytes, many) -> counts.add(item, cells, first, bytes, many)));
        return counts;
    }
}
