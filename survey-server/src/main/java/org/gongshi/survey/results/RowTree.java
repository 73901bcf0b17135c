package org.gongshi.survey.results;

import java.util.List;
import java.util.stream.IntStream;
import org.gongshi.evaluation.Require;

/**
 * Rows and what adds up to what: the organizer's row is the sum of its places, a place's row the sum of its stages.
 *
 * @param parents number of the row that a row is part of; −1 for the whole, which comes first
 */
record RowTree(List<RawRow> rows, List<Integer> parents) {
    RowTree {
        rows = List.copyOf(rows);
        parents = List.copyOf(parents);
        Require.that(rows.size() == parents.size(), "a parent for every row");
        for (int row = 0; row < parents.size(); row++) {
            Require.that(parents.get(row) < row, "a parent comes before its parts");
        }
    }

    int size() {
        return rows.size();
    }

    RawRow row(int number) {
        return rows.get(number);
    }

    /** The rows that add up to the given one. */
    List<Integer> parts(int row) {
        return IntStream.range(0, size())
                .filter(part -> parents.get(part) == row)
                .boxed()
                .toList();
    }
}
