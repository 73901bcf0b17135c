package org.gongshi.evaluation.statistics;

import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * Quantiles of the beta law. commons-math's default accuracy is 1e-9 absolute, a relative error of 1e-4 for quantiles near
 * 0; with 1e-15 they agree with R's {@code qbeta}.
 */
final class BetaQuantile {
    private static final double ACCURACY = 1e-15;

    private BetaQuantile() {}

    /** x such that P(X ≤ x) = probability; NaN unless both parameters are positive and finite. */
    static double of(double probability, double a, double b) {
        if (!(a > 0) || !(b > 0) || Double.isInfinite(a) || Double.isInfinite(b)) {
            return Double.NaN;
        }
        return new BetaDistribution(null, a, b, ACCURACY).inverseCumulativeProbability(probability);
    }
}
