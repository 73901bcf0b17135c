package org.gongshi.survey.results;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.gongshi.survey.response.Mode;
import org.gongshi.survey.response.Stratum;

/**
 * What sheets are counted by.
 *
 * @param cluster school number, 0 where none is kept
 * @param profile for every margin of the audience, in the plan's order, the number of the chosen option in its question, −1
 *     for no answer; empty for open links, which are not weighted
 * @param doubted whether the second figure leaves the sheet out
 */
record CellKey(Stratum stratum, Mode mode, int cluster, List<Integer> profile, boolean doubted)
        implements Comparable<CellKey> {
    /** Everything but the number of the school, which must leave no trace. */
    static final Comparator<CellKey> WITHOUT_SCHOOL = Comparator.comparing(CellKey::stratum)
            .thenComparing(CellKey::mode)
            .thenComparing(CellKey::profile, CellKey::compareLists)
            .thenComparing(CellKey::doubted);

    private static final Comparator<CellKey> ORDER = WITHOUT_SCHOOL.thenComparing(CellKey::cluster);

    CellKey {
        Objects.requireNonNull(stratum, "stratum");
        Objects.requireNonNull(mode, "mode");
        profile = List.copyOf(profile);
    }

    @Override
    public int compareTo(CellKey other) {
        return ORDER.compare(this, other);
    }

    private static int compareLists(List<Integer> left, List<Integer> right) {
        for (int at = 0; at < Math.min(left.size(), right.size()); at++) {
            int order = left.get(at).compareTo(right.get(at));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }
}
