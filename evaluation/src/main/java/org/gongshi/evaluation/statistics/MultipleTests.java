package org.gongshi.evaluation.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** p-values adjusted for several tests (多重检验校正); NaN stays NaN and is not counted. R: {@code p.adjust}. */
final class MultipleTests {
    private MultipleTests() {}

    /** Holm, Scand. J. Stat. 6 (1979): controls the family-wise error. */
    static double[] holm(double[] p) {
        int[] order = ascending(p);
        double[] adjusted = nothing(p.length);
        double highest = 0;
        for (int rank = 0; rank < order.length; rank++) {
            highest = Math.max(highest, (order.length - rank) * p[order[rank]]);
            adjusted[order[rank]] = Math.min(1, highest);
        }
        return adjusted;
    }

    /** Bonferroni: p times the number of tests. */
    static double[] bonferroni(double[] p) {
        int tests = ascending(p).length;
        return Arrays.stream(p)
                .map(each -> Double.isNaN(each) ? Double.NaN : Math.min(1, tests * each))
                .toArray();
    }

    /** Benjamini and Hochberg, JRSS B 57 (1995): controls the false discovery rate. */
    static double[] benjaminiHochberg(double[] p) {
        int[] order = ascending(p);
        double[] adjusted = nothing(p.length);
        double lowest = 1;
        for (int rank = order.length - 1; rank >= 0; rank--) {
            lowest = Math.min(lowest, (double) order.length / (rank + 1) * p[order[rank]]);
            adjusted[order[rank]] = lowest;
        }
        return adjusted;
    }

    private static int[] ascending(double[] p) {
        return IntStream.range(0, p.length)
                .filter(each -> !Double.isNaN(p[each]))
                .boxed()
                .sorted(Comparator.comparingDouble(each -> p[each]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double[] nothing(int length) {
        double[] values = new double[length];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
