package org.gongshi.evaluation.statistics;

/**
 * How far final weights may go from base weights, and how that is counted (Deville and Särndal, JASA 87, 1992): the final
 * weight is the base weight times F(u), where u is a sum of one number for each margin category.
 */
public sealed interface Distance {
    /** The factor. */
    double factor(double u);

    /** Its derivative. */
    double slope(double u);

    /** F(u) = exp u: raking. */
    record Exponential() implements Distance {
        @Override
        public double factor(double u) {
            return Math.exp(u);
        }

        @Override
        public double slope(double u) {
            return Math.exp(u);
        }
    }

    /**
     * F(u) = 1 + u within the bounds: generalised regression, possibly truncated.
     *
     * @param lower smallest final/base, may be −∞
     * @param upper largest final/base, may be +∞
     */
    record Linear(double lower, double upper) implements Distance {
        public Linear {
            requireBounds(lower, upper);
        }

        @Override
        public double factor(double u) {
            return Math.min(Math.max(1 + u, lower), upper);
        }

        @Override
        public double slope(double u) {
            return 1 + u > lower && 1 + u < upper ? 1 : 0;
        }
    }

    /**
     * A logistic curve between the bounds.
     *
     * @param lower smallest final/base, below 1
     * @param upper largest final/base, above 1
     */
    record Logit(double lower, double upper) implements Distance {
        public Logit {
            requireBounds(lower, upper);
            if (Double.isInfinite(lower) || Double.isInfinite(upper)) {
                throw new IllegalArgumentException("logit calibration needs finite bounds");
            }
        }

        private double steepness() {
            return (upper - lower) / ((upper - 1) * (1 - lower));
        }

        @Override
        public double factor(double u) {
            // With e = exp(−|Au|) neither end overflows.
            double e = Math.exp(-Math.abs(steepness() * u));
            return u >= 0
                    ? (lower * (upper - 1) * e + upper * (1 - lower)) / ((upper - 1) * e + 1 - lower)
                    : (lower * (upper - 1) + upper * (1 - lower) * e) / (upper - 1 + (1 - lower) * e);
        }

        @Override
        public double slope(double u) {
            double e = Math.exp(-Math.abs(steepness() * u));
            double below = u >= 0 ? (upper - 1) * e + 1 - lower : upper - 1 + (1 - lower) * e;
            return (upper - lower) * (upper - 1) * (1 - lower) * steepness() * e / (below * below);
        }
    }

    private static void requireBounds(double lower, double upper) {
        if (!(lower < 1) || !(upper > 1)) {
            throw new IllegalArgumentException(
                    "bounds are factors on the base weight: the lower below 1, the upper above 1, not " + lower
                            + " and " + upper);
        }
    }
}
