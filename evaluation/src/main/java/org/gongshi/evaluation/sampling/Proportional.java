package org.gongshi.evaluation.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.digest.SeededStream;

/**
 * Units drawn with probability proportional to size, without replacement (与规模成比例的概率抽样): systematic sampling in random
 * order (Madow 1949; Hartley and Rao 1962). Inclusion probabilities are exact, since all is done in whole numbers.
 *
 * <p>A unit that would have to be drawn more than once is certain; what is left is shared anew, until no more become certain.
 */
final class Proportional {
    private final long[] sizes;
    private final boolean[] certain;
    /** Units still to be drawn by chance, and the size of those among whom. */
    private final int drawn;

    private final long total;

    /**
     * @param sizes of all units, 1 or more each, together below 2³¹
     * @param wanted how many units are drawn, 1 up to all
     */
    Proportional(long[] sizes, int wanted) {
        Require.that(wanted >= 1 && wanted <= sizes.length, "units to draw: " + wanted + " of " + sizes.length);
        Require.that(
                Arrays.stream(sizes).allMatch(size -> size >= 1)
                        && Arrays.stream(sizes).sum() <= Integer.MAX_VALUE,
                "sizes are 1 or more, below 2^31 together");
        this.sizes = sizes.clone();
        this.certain = new boolean[sizes.length];
        int left = wanted;
        long among = Arrays.stream(sizes).sum();
        boolean more = true;
        while (more && left > 0) {
            List<Integer> found = newlyCertain(left, among);
            for (int unit : found) {
                certain[unit] = true;
                among -= sizes[unit];
            }
            left -= found.size();
            more = !found.isEmpty();
        }
        this.drawn = left;
        this.total = among;
    }

    private List<Integer> newlyCertain(long left, long among) {
        return IntStream.range(0, sizes.length)
                .filter(unit -> !certain[unit] && left * sizes[unit] >= among)
                .boxed()
                .toList();
    }

    /** The probability that a unit is drawn. */
    Fraction probability(int unit) {
        return certain[unit] ? Fraction.ONE : Fraction.of(drawn * sizes[unit], total);
    }

    /**
     * The drawn units: first the certain ones in their order, then those met by {@code start + k total}, k = 0, 1, …, on the line of
     * the others in random order, on which each has the length {@code drawn × size}.
     */
    List<Integer> draw(SeededStream numbers) {
        List<Integer> result = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int unit = 0; unit < sizes.length; unit++) {
            (certain[unit] ? result : others).add(unit);
        }
        if (drawn == 0) {
            return List.copyOf(result);
        }
        List<Integer> order = numbers.shuffled(others);
        long point = numbers.below((int) total);
        long end = 0;
        for (int unit : order) {
            end += drawn * sizes[unit];
            // No unit is longer than the step: it is met once at most.
            if (point < end) {
                result.add(unit);
                point += total;
            }
        }
        return List.copyOf(result);
    }
}
