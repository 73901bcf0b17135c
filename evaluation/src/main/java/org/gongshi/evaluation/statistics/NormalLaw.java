package org.gongshi.evaluation.statistics;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Erf;

/** The standard normal law. R: {@code qnorm}, {@code pnorm}. */
final class NormalLaw {
    private static final NormalDistribution LAW = new NormalDistribution(null, 0, 1);

    private NormalLaw() {}

    /** z such that P(Z &gt; z) = tail. */
    static double upperQuantile(double tail) {
        double z = -LAW.inverseCumulativeProbability(tail);
        // One Newton step against the complementary error function, which is exact in the tail.
        return z + (0.5 * Erf.erfc(z / Math.sqrt(2)) - tail) / LAW.density(z);
    }

    /** P(|Z| &gt; |z|). */
    static double twoSided(double z) {
        return Erf.erfc(Math.abs(z) / Math.sqrt(2));
    }
}
