package org.gongshi.evaluation.statistics;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * Upper tails of F and chi-square, computed directly: 1 minus the distribution function is 0 where R still gives 1e-18. R:
 * {@code pf(lower.tail=FALSE)}, {@code pchisq(lower.tail=FALSE)}.
 */
final class Tails {
    private Tails() {}

    /** P(F &gt; f) on (first, second) degrees of freedom, which need not be whole; NaN when either is not positive. */
    static double f(double f, double first, double second) {
        if (Double.isNaN(f) || !(first > 0) || !(second > 0)) {
            return Double.NaN;
        }
        if (f <= 0) {
            return 1;
        }
        if (Double.isInfinite(f)) {
            return 0;
        }
        if (Double.isInfinite(second)) {
            return chiSquare(f * first, first);
        }
        return Beta.regularizedBeta(second / (second + first * f), second / 2, first / 2);
    }

    /** P(X² &gt; x) on df degrees of freedom. */
    static double chiSquare(double x, double df) {
        if (Double.isNaN(x) || !(df > 0)) {
            return Double.NaN;
        }
        if (x <= 0) {
            return 1;
        }
        // A covariance matrix of zeros makes X² infinite; commons-math3's continued fraction diverges there.
        return Double.isInfinite(x) ? 0 : Gamma.regularizedGammaQ(df / 2, x / 2);
    }
}
