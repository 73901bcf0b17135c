package org.gongshi.survey.results;

import java.util.Comparator;
import java.util.Objects;
import org.gongshi.survey.response.Stratum;

/** A cell and what it counts. */
record CountedCell(CellKey key, Cell cell) {
    /** By content alone, so that renumbering the schools changes nothing, not even the order of a sum. */
    static final Comparator<CountedCell> BY_CONTENT = Comparator.comparing(CountedCell::key, CellKey.WITHOUT_SCHOOL)
            .thenComparing(CountedCell::cell, Cell.BY_CONTENT);

    CountedCell {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(cell, "cell");
    }

    Stratum stratum() {
        return key.stratum();
    }
}
