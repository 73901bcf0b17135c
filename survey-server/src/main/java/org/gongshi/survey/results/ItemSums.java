package org.gongshi.survey.results;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongshi.evaluation.statistics.ItemCovariances;

/**
 * Sums over the respondents who answered every item: all that Cronbach's alpha needs (题目交叉积). In whole steps of the mapping's
 * finest decimal, so that sums are exact and those of two halves of the answers add up. Not thread-safe.
 */
final class ItemSums {
    private final Map<Integer, Long> stepsOfValue = new TreeMap<>();
    private final long[] sums;
    private final long[][] products;
    private long n;

    /** @param mapping option value → points */
    ItemSums(int items, Map<Integer, BigDecimal> mapping) {
        this.sums = new long[items];
        this.products = new long[items][items];
        int decimals = decimals(mapping.values());
        mapping.forEach((value, points) ->
                stepsOfValue.put(value, points.movePointRight(decimals).longValueExact()));
    }

    private static int decimals(Collection<BigDecimal> points) {
        return points.stream()
                .mapToInt(each -> Math.max(0, each.stripTrailingZeros().scale()))
                .max()
                .orElse(0);
    }

    /** Adds a respondent: the chosen value of every item, in order; whoever left one out does not count. */
    void add(Integer[] values) {
        long[] steps = new long[values.length];
        for (int item = 0; item < values.length; item++) {
            Long step = values[item] == null ? null : stepsOfValue.get(values[item]);
            if (step == null) {
                return;
            }
            steps[item] = step;
        }
        n++;
        for (int a = 0; a < steps.length; a++) {
            sums[a] += steps[a];
            for (int b = 0; b < steps.length; b++) {
                products[a][b] += steps[a] * steps[b];
            }
        }
    }

    /** Adds the sums over other respondents. */
    void merge(ItemSums other) {
        n += other.n;
        for (int a = 0; a < sums.length; a++) {
            sums[a] += other.sums[a];
            for (int b = 0; b < sums.length; b++) {
                products[a][b] += other.products[a][b];
            }
        }
    }

    /** Whether every sum is the same. */
    boolean sameAs(ItemSums other) {
        return n == other.n && Arrays.equals(sums, other.sums) && Arrays.deepEquals(products, other.products);
    }

    /** Respondents who answered every item. */
    long respondents() {
        return n;
    }

    /** Empty for fewer than two items or respondents: no scale, no covariance. */
    Optional<ItemCovariances> covariances() {
        return n < 2 || sums.length < 2 ? Optional.empty() : Optional.of(ItemCovariances.ofSums(n, sums, products));
    }
}
