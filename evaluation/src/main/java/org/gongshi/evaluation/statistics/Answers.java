package org.gongshi.evaluation.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * The valid answers to one question: for every sample cell a few entries (value, how many respondents gave it). With one
 * respondent a cell this is the raw data; with counts by option it is the sufficient statistic, whose size does not grow
 * with the number of respondents. Respondents of a cell without an entry have not answered.
 *
 * <p>Entries of cell {@code c} are those from {@code start[c]} to {@code start[c + 1] - 1}.
 */
public final class Answers {
    private final int[] start;
    private final double[] value;
    private final int[] count;
    private final DoubleUnaryOperator map;

    private Answers(int[] start, double[] value, int[] count, DoubleUnaryOperator map) {
        this.start = start;
        this.value = value;
        this.count = count;
        this.map = map;
    }

    /** One respondent a cell; {@code NaN} where there is no valid answer. */
    public static Answers ofRows(double[] values) {
        int cells = values.length;
        int[] start = new int[cells + 1];
        double[] kept = new double[cells];
        int entries = 0;
        for (int cell = 0; cell < cells; cell++) {
            start[cell] = entries;
            if (!Double.isNaN(values[cell])) {
                kept[entries++] = values[cell];
            }
        }
        start[cells] = entries;
        int[] ones = new int[entries];
        Arrays.fill(ones, 1);
        return new Answers(start, Arrays.copyOf(kept, entries), ones, DoubleUnaryOperator.identity());
    }

    /**
     * Counts by option: {@code counts[cell * options + o]} respondents of the cell chose option {@code o}, which is worth
     * {@code optionValues[o]} points.
     */
    public static Answers ofOptionCounts(int cells, int[] counts, double... optionValues) {
        int options = optionValues.length;
        if (counts.length != cells * options) {
            throw new IllegalArgumentException(
                    counts.length + " counts for " + cells + " cells of " + options + " options");
        }
        int entries = 0;
        for (int each : counts) {
            if (each < 0) {
                throw new IllegalArgumentException("a count is negative: " + each);
            }
            entries += each > 0 ? 1 : 0;
        }
        int[] start = new int[cells + 1];
        double[] value = new double[entries];
        int[] count = new int[entries];
        int at = 0;
        for (int cell = 0; cell < cells; cell++) {
            start[cell] = at;
            for (int option = 0; option < options; option++) {
                int many = counts[cell * options + option];
                if (many > 0) {
                    value[at] = optionValues[option];
                    count[at++] = many;
                }
            }
        }
        start[cells] = at;
        return new Answers(start, value, count, DoubleUnaryOperator.identity());
    }

    /** For every cell the values that occur and how many respondents gave each. */
    public static Answers ofValueCounts(List<? extends Map<Double, Integer>> cells) {
        int entries = cells.stream().mapToInt(Map::size).sum();
        int[] start = new int[cells.size() + 1];
        double[] value = new double[entries];
        int[] count = new int[entries];
        int at = 0;
        for (int cell = 0; cell < cells.size(); cell++) {
            start[cell] = at;
            // In order, so that a sum does not depend on how the map was filled.
            for (Map.Entry<Double, Integer> entry : new TreeMap<>(cells.get(cell)).entrySet()) {
                value[at] = entry.getKey();
                count[at++] = entry.getValue();
            }
        }
        start[cells.size()] = at;
        return new Answers(start, value, count, DoubleUnaryOperator.identity());
    }

    /** The same respondents with another value for each entry, such as an indicator of an event. */
    public Answers mapped(DoubleUnaryOperator next) {
        return new Answers(start, value, count, map.andThen(next));
    }

    /** The same respondents with a value made of this one and that of {@code other}, which has the same entries. */
    Answers combined(Answers other, DoubleBinaryOperator join) {
        double[] joined = new double[value.length];
        for (int entry = 0; entry < value.length; entry++) {
            joined[entry] = join.applyAsDouble(value(entry), other.value(entry));
        }
        return new Answers(start, joined, count, DoubleUnaryOperator.identity());
    }

    /** How many cells there are. */
    public int cells() {
        return start.length - 1;
    }

    /** Valid answers in a cell. */
    public long valid(int cell) {
        long sum = 0;
        for (int entry = start[cell]; entry < start[cell + 1]; entry++) {
            sum += count[entry];
        }
        return sum;
    }

    /** Whether these are answers of the same respondents, entry by entry, perhaps with other values. */
    boolean sameRespondents(Answers other) {
        return start == other.start && count == other.count;
    }

    int from(int cell) {
        return start[cell];
    }

    int to(int cell) {
        return start[cell + 1];
    }

    double value(int entry) {
        return map.applyAsDouble(value[entry]);
    }

    int count(int entry) {
        return count[entry];
    }
}
