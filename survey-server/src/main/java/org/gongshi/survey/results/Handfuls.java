package org.gongshi.survey.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;

/**
 * The groups of fewer than {@code hide} people that the weights set apart among some cells (权数单列的少数人): a weight class, the
 * heaviest or lightest few, everybody with one answer to a question of the weighting margins.
 */
final class Handfuls {
    /** Weights that agree to so many digits are one class. */
    private static final double DIGITS = 1e9;

    private final List<CountedCell> all;
    private final IntToLongFunction persons;
    private final IntToDoubleFunction weight;

    /** @param persons who count, by number of the cell */
    Handfuls(List<CountedCell> all, IntToLongFunction persons, IntToDoubleFunction weight) {
        this.all = all;
        this.persons = persons;
        this.weight = weight;
    }

    /** Every such group, as sets of cell numbers. */
    Set<Set<Integer>> among(List<Integer> cells, int hide) {
        List<Set<Integer>> candidates = new ArrayList<>();
        List<Set<Integer>> classes = classes(cells);
        candidates.addAll(classes);
        candidates.addAll(tail(classes, hide));
        List<Set<Integer>> reversed = new ArrayList<>(classes);
        java.util.Collections.reverse(reversed);
        candidates.addAll(tail(reversed, hide));
        candidates.addAll(profile(cells));
        Set<Set<Integer>> found = new LinkedHashSet<>();
        for (Set<Integer> candidate : candidates) {
            long own = persons(candidate);
            if (own > 0 && own < hide) {
                found.add(candidate);
            }
        }
        return found;
    }

    long persons(Iterable<Integer> cells) {
        long sum = 0;
        for (int cell : cells) {
            sum += persons.applyAsLong(cell);
        }
        return sum;
    }

    /** Cells of equal weight, the lightest first. */
    private List<Set<Integer>> classes(List<Integer> cells) {
        Map<Long, Set<Integer>> classes = new TreeMap<>();
        double largest = cells.stream().mapToDouble(weight::applyAsDouble).max().orElse(1);
        for (int cell : cells) {
            if (persons.applyAsLong(cell) > 0) {
                long key = Math.round(weight.applyAsDouble(cell) / largest * DIGITS);
                classes.computeIfAbsent(key, absent -> new TreeSet<>()).add(cell);
            }
        }
        return new ArrayList<>(classes.values());
    }

    /** The first classes together, as long as they are few. */
    private List<Set<Integer>> tail(List<Set<Integer>> classes, int hide) {
        List<Set<Integer>> tails = new ArrayList<>();
        Set<Integer> joined = new TreeSet<>();
        for (Set<Integer> each : classes) {
            joined.addAll(each);
            if (persons(joined) >= hide) {
                break;
            }
            tails.add(Set.copyOf(joined));
        }
        return tails;
    }

    private List<Set<Integer>> profile(List<Integer> cells) {
        Map<List<Integer>, Set<Integer>> groups = new HashMap<>();
        for (int cell : cells) {
            List<Integer> profile = all.get(cell).key().profile();
            for (int question = 0; question < profile.size(); question++) {
                groups.computeIfAbsent(List.of(question, profile.get(question)), absent -> new TreeSet<>())
                        .add(cell);
            }
        }
        return groups.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Object::toString)))
                .map(Map.Entry::getValue)
                .toList();
    }
}
