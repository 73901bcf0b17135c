package org.gongshi.evaluation.statistics;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * Student's t with quantiles and tails good to about 1e-14; infinite degrees of freedom mean the normal law. Degrees of
 * freedom of 0 or less give NaN. R: {@code qt}, {@code pt}.
 */
public final class StudentT {
    private static final double ACCURACY = 1e-15;

    private StudentT() {}

    /**
     * t such that P(T &gt; t) = tail.
     *
     * @param tail above 0, below 1
     * @param df degrees of freedom
     */
    public static double upperQuantile(double tail, double df) {
        if (Double.isInfinite(df)) {
            return NormalLaw.upperQuantile(tail);
        }
        if (!(df > 0)) {
            return Double.NaN;
        }
        var law = new TDistribution(null, df, ACCURACY);
        double lower = law.inverseCumulativeProbability(tail);
        // One Newton step: the solver stops at an absolute accuracy that is coarse for long tails.
        double density = law.density(lower);
        if (density > 0) {
            lower -= (law.cumulativeProbability(lower) - tail) / density;
        }
        return -lower;
    }

    /** P(|T| &gt; |t|), exact also for tiny tails: the lower tail is doubled, never 1 minus the upper. */
    static double twoSided(double t, double df) {
        if (Double.isNaN(t) || !(df > 0)) {
            return Double.NaN;
        }
        if (Double.isInfinite(t)) {
            return 0;
        }
        if (Double.isInfinite(df)) {
            return NormalLaw.twoSided(t);
        }
        return 2 * new TDistribution(null, df).cumulativeProbability(-Math.abs(t));
    }
}
