package org.gongshi.evaluation.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Which estimates can be told apart, and the band of ranks that leaves each (名次区间): every pair tested by t, p adjusted over all
 * pairs by Holm (1979). The deterministic cousin of Mogstad, Romano, Shaikh and Wilhelm (2024); with infinite degrees of
 * freedom the same as {@link RankInterval.Method#PAIRWISE_HOLM}.
 *
 * @param pairs every pair once, in order
 * @param bands one for each unit
 */
public record PairwiseRanks(List<Pair> pairs, List<RankInterval> bands) {
    public PairwiseRanks {
        pairs = List.copyOf(pairs);
        bands = List.copyOf(bands);
    }

    /**
     * Two of the units.
     *
     * @param difference estimate of {@code a} less that of {@code b}
     * @param holm adjusted over all pairs; empty where the difference has no sampling error that could be known
     * @param distinct whether the two can be told apart at the level asked for
     */
    public record Pair(int a, int b, double difference, OptionalDouble holm, boolean distinct) {}

    /**
     * @param estimate the estimates, all of them present
     * @param covariance their covariance matrix
     * @param df degrees of freedom of every unit; a pair has the smaller of its two
     * @param level joint confidence level, between 0 and 1
     */
    public static PairwiseRanks of(double[] estimate, double[][] covariance, double[] df, double level) {
        int units = estimate.length;
        List<int[]> pair = new ArrayList<>();
        for (int a = 0; a < units; a++) {
            for (int b = a + 1; b < units; b++) {
                pair.add(new int[] {a, b});
            }
        }
        double[] p = pair.stream()
                .mapToDouble(each -> p(estimate, covariance, df, each[0], each[1]))
                .toArray();
        double[] holm = MultipleTests.holm(p);
        List<Pair> pairs = new ArrayList<>();
        for (int at = 0; at < p.length; at++) {
            int a = pair.get(at)[0];
            int b = pair.get(at)[1];
            boolean known = !Double.isNaN(holm[at]);
            pairs.add(new Pair(a, b, estimate[a] - estimate[b], Finite.of(holm[at]), known && holm[at] <= 1 - level));
        }
        return new PairwiseRanks(pairs, bands(estimate, pairs));
    }

    /** A variance of 0 is no certainty: such a pair cannot be told apart. */
    private static double p(double[] estimate, double[][] covariance, double[] df, int a, int b) {
        double variance = covariance[a][a] + covariance[b][b] - 2 * covariance[a][b];
        double own = Math.max(covariance[a][a], covariance[b][b]);
        return variance > 1e-12 * own
                ? StudentT.twoSided((estimate[a] - estimate[b]) / Math.sqrt(variance), Math.min(df[a], df[b]))
                : 1;
    }

    private static List<RankInterval> bands(double[] estimate, List<Pair> pairs) {
        int units = estimate.length;
        int[] better = new int[units];
        int[] worse = new int[units];
        for (Pair pair : pairs) {
            if (pair.distinct()) {
                better[pair.difference() > 0 ? pair.b() : pair.a()]++;
                worse[pair.difference() > 0 ? pair.a() : pair.b()]++;
            }
        }
        List<RankInterval> bands = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            int above = 0;
            for (double other : estimate) {
                above += other > estimate[unit] ? 1 : 0;
            }
            bands.add(new RankInterval(1 + above, 1 + better[unit], units - worse[unit]));
        }
        return bands;
    }
}
