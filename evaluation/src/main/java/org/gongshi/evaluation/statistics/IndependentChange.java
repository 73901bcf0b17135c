package org.gongshi.evaluation.statistics;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The change between two estimates of which only interval and degrees of freedom are known, such as the released figures of
 * two years (年度变化), taken as independent: se² = se₁² + se₂², Welch's degrees of freedom. Where both samples share schools the
 * true standard error is smaller, so that the interval is on the safe side; the covariance is not in a released file.
 *
 * @param difference second less first
 * @param low lower end of the interval; empty without degrees of freedom
 * @param high upper end
 * @param df Welch–Satterthwaite: (se₁² + se₂²)² ÷ (se₁⁴/df₁ + se₂⁴/df₂)
 */
public record IndependentChange(double difference, double low, double high, double df) {

    /**
     * One of the two estimates.
     *
     * @param halfWidth half the width of its interval at {@code precision}
     */
    public record Side(double estimate, double halfWidth, double df) {
        private double variance(Precision precision) {
            double t = StudentT.upperQuantile(precision.alpha() / 2, df);
            return Math.pow(halfWidth / t, 2);
        }
    }

    /** Empty when one of them has no degree of freedom or an interval without width: its error is not known. */
    public static Optional<IndependentChange> of(Side first, Side second, Precision precision) {
        double one = first.variance(precision);
        double two = second.variance(precision);
        OptionalDouble df = Finite.of((one + two) * (one + two) / (one * one / first.df() + two * two / second.df()));
        if (!(one > 0) || !(two > 0) || df.isEmpty()) {
            return Optional.empty();
        }
        double difference = second.estimate() - first.estimate();
        double half = Estimates.half(Math.sqrt(one + two), df.getAsDouble(), precision);
        return Optional.of(new IndependentChange(difference, difference - half, difference + half, df.getAsDouble()));
    }
}
