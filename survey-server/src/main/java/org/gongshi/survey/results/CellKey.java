package org.gongshi.survey.results;

import java.util.Comparator;
import java.util.Objects;
import org.gongshi.survey.response.Mode;
import org.gongshi.survey.response.Stratum;

/** What sheets are counted by: stratum, how they came in, and school number (0 where none is kept). */
record CellKey(Stratum stratum, Mode mode, int cluster) implements Comparable<CellKey> {
    private static final Comparator<CellKey> ORDER =
            Comparator.comparing(CellKey::stratum).thenComparing(CellKey::mode).thenComparing(CellKey::cluster);

    CellKey {
        Objects.requireNonNull(stratum, "stratum");
        Objects.requireNonNull(mode, "mode");
    }

    @Override
    public int compareTo(CellKey other) {
        return ORDER.compare(this, other);
    }
}
