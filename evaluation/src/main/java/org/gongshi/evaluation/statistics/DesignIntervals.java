package org.gongshi.evaluation.statistics;

import java.util.OptionalDouble;

/** Design-based intervals of a proportion; formulas at {@link ProportionEstimate#interval}. */
final class DesignIntervals {
    private final ProportionEstimate proportion;
    private final double alpha;
    private final double p;
    private final double v;
    private final double se;
    private final double t;
    private final boolean allAgree;

    DesignIntervals(ProportionEstimate proportion, double variance, Precision precision) {
        this.proportion = proportion;
        this.alpha = precision.alpha();
        this.p = proportion.estimate().orElseThrow();
        this.v = variance;
        this.se = Math.sqrt(v);
        this.t = StudentT.upperQuantile(alpha / 2, proportion.dfValue());
        this.allAgree = v == 0;
    }

    ProportionInterval of(IntervalMethod method) {
        return switch (method) {
            case MEAN -> result(p - t * se, p + t * se, Double.NaN);
            case LOGIT, XLOGIT -> logit();
            case ASIN -> asin();
            case BETA -> beta(kornGraubardN());
            case BETA_CAPPED ->
                beta(Double.isNaN(kornGraubardN()) ? Double.NaN : Math.min(proportion.n(), kornGraubardN()));
            case WILSON_DESIGN -> wilson(allAgree ? proportion.n() : p * (1 - p) / v);
            case WILSON, CLOPPER_PEARSON -> throw new IllegalArgumentException(method + " ignores the design");
        };
    }

    /** n* of Korn and Graubard: p(1−p)/v, corrected for the degrees of freedom; NaN when df ≤ 0. */
    private double kornGraubardN() {
        if (allAgree) {
            return proportion.n();
        }
        double ratio = StudentT.upperQuantile(alpha / 2, proportion.n() - 1.0) / t;
        return p * (1 - p) / v * ratio * ratio;
    }

    private ProportionInterval logit() {
        if (allAgree) {
            return result(Double.NaN, Double.NaN, Double.NaN);
        }
        double centre = Math.log(p / (1 - p));
        double half = t * se / (p * (1 - p));
        return result(expit(centre - half), expit(centre + half), Double.NaN);
    }

    private static double expit(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private ProportionInterval asin() {
        if (allAgree) {
            return result(Double.NaN, Double.NaN, Double.NaN);
        }
        double centre = Math.asin(Math.sqrt(p));
        double half = t * se / (2 * Math.sqrt(p * (1 - p)));
        double low = Math.sin(centre - half);
        double high = Math.sin(centre + half);
        return result(low * low, high * high, Double.NaN);
    }

    private ProportionInterval beta(double size) {
        double low = p == 0 ? 0 : BetaQuantile.of(alpha / 2, size * p, size * (1 - p) + 1);
        double high = p == 1 ? 1 : BetaQuantile.of(1 - alpha / 2, size * p + 1, size * (1 - p));
        return result(low, high, size);
    }

    private ProportionInterval wilson(double size) {
        double below = 1 + t * t / size;
        double centre = (p + t * t / (2 * size)) / below;
        double half = t / (2 * size) * Math.sqrt(4 * size * p * (1 - p) + t * t) / below;
        return result(centre - half, centre + half, size);
    }

    private ProportionInterval result(double low, double high, double size) {
        return new ProportionInterval(
                OptionalDouble.of(p),
                proportion.se(),
                proportion.df(),
                Finite.of(low),
                Finite.of(high),
                Finite.of(size));
    }
}
