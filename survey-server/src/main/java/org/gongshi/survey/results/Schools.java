package org.gongshi.survey.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.gongshi.evaluation.place.PlaceCode;

/**
 * The schools of a sample (抽样学校): all cells of one school number at one place are one school, whatever stages it has and
 * whoever answered there, so that a school with two stages is one cluster.
 */
final class Schools {
    private static final Comparator<List<CountedCell>> BY_CONTENT = (left, right) -> {
        for (int at = 0; at < Math.min(left.size(), right.size()); at++) {
            int order = CountedCell.BY_CONTENT.compare(left.get(at), right.get(at));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    };

    private record School(PlaceCode place, int number) implements Comparable<School> {
        private static final Comparator<School> ORDER =
                Comparator.comparing(School::place).thenComparing(School::number);

        @Override
        public int compareTo(School other) {
            return ORDER.compare(this, other);
        }
    }

    private Schools() {}

    /**
     * The cells, school by school: places in the order of their codes, within a place the cells without a school first, then
     * the schools by what was answered there. Two orders of schools with the same content give the same sums.
     */
    static List<List<CountedCell>> inOrder(List<CountedCell> cells) {
        TreeMap<School, List<CountedCell>> schools = new TreeMap<>();
        for (CountedCell cell : cells) {
            var school = new School(cell.stratum().place(), cell.key().cluster());
            schools.computeIfAbsent(school, absent -> new ArrayList<>()).add(cell);
        }
        schools.values().forEach(school -> school.sort(CountedCell.BY_CONTENT));
        Comparator<School> byPlace = Comparator.comparing(School::place);
        Comparator<School> withoutNumberFirst = Comparator.comparing(school -> school.number() != 0);
        return schools.entrySet().stream()
                .sorted(Comparator.comparing(
                                java.util.Map.Entry<School, List<CountedCell>>::getKey,
                                byPlace.thenComparing(withoutNumberFirst))
                        .thenComparing(java.util.Map.Entry::getValue, BY_CONTENT))
                .map(java.util.Map.Entry::getValue)
                .toList();
    }
}
