package org.gongshi.evaluation.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rank with the places it cannot be told from (名次区间), all ranks jointly at the confidence level. Rank 1 is the highest;
 * ties share the better rank.
 *
 * @param rank place by the estimates alone
 * @param low best place the data allow
 * @param high worst place the data allow
 */
public record RankInterval(int rank, int low, int high) {

    /** How the intervals are made joint. */
    public enum Method {
        /** Joint intervals by Bonferroni: Klein, Wright and Wieczorek, JRSS A 183 (2020). */
        KWW_BONFERRONI("kww-bonferroni"),
        /** Joint intervals by Šidák, for independent estimates. */
        KWW_SIDAK("kww-sidak"),
        /** All pairs tested, Bonferroni. */
        PAIRWISE_BONFERRONI("pairwise-bonferroni"),
        /** All pairs tested, Holm: the deterministic cousin of Mogstad, Romano, Shaikh and Wilhelm (2024). */
        PAIRWISE_HOLM("pairwise-holm");

        private final String word;

        Method(String word) {
            this.word = word;
        }

        /** The name used in case files. */
        public String word() {
            return word;
        }

        /** The method of that {@link #word()}, or empty. */
        public static Optional<Method> of(String word) {
            for (Method method : values()) {
                if (method.word.equals(word)) {
                    return Optional.of(method);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * @param estimate the estimates, all of them present
     * @param covariance their covariance matrix (diagonal when independent)
     * @param level joint confidence level
     */
    public static List<RankInterval> of(double[] estimate, double[][] covariance, Method method, double level) {
        if (estimate.length == 0) {
            return List.of();
        }
        // above[a][b]: a lies significantly above b.
        boolean[][] above = switch (method) {
            case KWW_BONFERRONI, KWW_SIDAK -> disjoint(estimate, covariance, critical(method, estimate.length, level));
            case PAIRWISE_BONFERRONI, PAIRWISE_HOLM -> tested(estimate, covariance, method, 1 - level);
        };
        int units = estimate.length;
        List<RankInterval> ranks = new ArrayList<>(units);
        for (int unit = 0; unit < units; unit++) {
            int better = 0;
            int surelyBetter = 0;
            int surelyWorse = 0;
            for (int other = 0; other < units; other++) {
                better += estimate[other] > estimate[unit] ? 1 : 0;
                surelyBetter += above[other][unit] ? 1 : 0;
                surelyWorse += above[unit][other] ? 1 : 0;
            }
            ranks.add(new RankInterval(1 + better, 1 + surelyBetter, units - surelyWorse));
        }
        return List.copyOf(ranks);
    }

    private static double critical(Method method, int units, double level) {
        double tail =
                method == Method.KWW_BONFERRONI ? (1 - level) / (2 * units) : -Math.expm1(Math.log(level) / units) / 2;
        return NormalLaw.upperQuantile(tail);
    }

    private static boolean[][] disjoint(double[] estimate, double[][] covariance, double z) {
        int units = estimate.length;
        boolean[][] above = new boolean[units][units];
        for (int a = 0; a < units; a++) {
            for (int b = 0; b < units; b++) {
                double low = estimate[a] - z * Math.sqrt(covariance[a][a]);
                double high = estimate[b] + z * Math.sqrt(covariance[b][b]);
                above[a][b] = a != b && low > high;
            }
        }
        return above;
    }

    private static boolean[][] tested(double[] estimate, double[][] covariance, Method method, double alpha) {
        int units = estimate.length;
        double[] p = new double[units * (units - 1) / 2];
        int at = 0;
        for (int a = 0; a < units; a++) {
            for (int b = a + 1; b < units; b++) {
                double se = Math.sqrt(covariance[a][a] + covariance[b][b] - 2 * covariance[a][b]);
                p[at++] = NormalLaw.twoSided((estimate[a] - estimate[b]) / se);
            }
        }
        double[] adjusted = method == Method.PAIRWISE_HOLM ? MultipleTests.holm(p) : MultipleTests.bonferroni(p);
        boolean[][] above = new boolean[units][units];
        at = 0;
        for (int a = 0; a < units; a++) {
            for (int b = a + 1; b < units; b++) {
                boolean significant = adjusted[at++] <= alpha;
                above[a][b] = significant && estimate[a] > estimate[b];
                above[b][a] = significant && estimate[a] < estimate[b];
            }
        }
        return above;
    }
}
