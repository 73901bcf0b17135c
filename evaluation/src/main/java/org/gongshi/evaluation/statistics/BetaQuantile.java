package org.gongshi.evaluation.statistics;

import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * Quantiles of the beta law. commons-math's default accuracy is 1e-9 absolute, a relative error of 1e-4 for quantiles near
 * 0; with 1e-15 they agree with R's {@code qbeta}.
 */
final class BetaQuantile {
    private static final double ACCURACY = 1e-15;

    /** From here on the law is normal to more digits than are wanted, and its continued fraction crawls. */
    private static final double NORMAL = 1e12;

    private BetaQuantile() {}

    /** x such that P(X ≤ x) = probability; NaN unless both parameters are positive and finite. */
    static double of(double probability, double a, double b) {
        if (!(a > 0) || !(b > 0) || Double.isInfinite(a) || Double.isInfinite(b)) {
            return Double.NaN;
        }
        if (a + b > NORMAL) {
            double mean = a / (a + b);
            double z = probability < 0.5
                    ? -NormalLaw.upperQuantile(probability)
                    : NormalLaw.upperQuantile(1 - probability);
            return mean + z * Math.sqrt(mean * (1 - mean) / (a + b));
        }
        return new BetaDistribution(null, a, b, ACCURACY).inverseCumulativeProbability(probability);
    }
}
