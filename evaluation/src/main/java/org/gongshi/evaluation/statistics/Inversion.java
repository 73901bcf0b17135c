package org.gongshi.evaluation.statistics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a published interval gives away besides itself (区间反推): the unrounded figure in its middle, and from its width the
 * spread of the answers. The attacker's side of {@link DesignIntervals}; every result is a range that contains the truth.
 */
public final class Inversion {
    private static final double TAIL = 0.025;
    private static final int REMEMBERED = 10_000;
    /** The same few hundred degrees of freedom are asked for again and again, and a quantile is slow to find. */
    private static final Map<Double, Double> QUANTILES = new ConcurrentHashMap<>();

    private Inversion() {}

    /** Ends of what is known of a number. */
    public record Range(double low, double high) {
        public boolean contains(double value) {
            return low <= value && value <= high;
        }

        public double width() {
            return high - low;
        }

        /** What both know; crossed ends when they contradict each other. */
        public Range and(Range other) {
            return new Range(Math.max(low, other.low), Math.min(high, other.high));
        }
    }

    /**
     * A mean from its symmetric 95 % interval, whose ends were rounded outwards.
     *
     * @param step unit of the rounding
     */
    public static Range mean(double low, double high, double step) {
        return new Range((low + high - step) / 2, (low + high + step) / 2);
    }

    /**
     * A share (0 to 1) from its Wilson interval: with k = t² ÷ size the middle is (p + k/2) ÷ (1 + k).
     *
     * @param low rounded down to a multiple of {@code step}
     * @param high rounded up to one
     * @param size effective size, as far as it is known
     * @param df degrees of freedom, as far as they are known
     */
    public static Range share(double low, double high, double step, Range size, Range df) {
        double least = square(quantile(df.high())) / size.high();
        double most = square(quantile(df.low())) / size.low();
        Range middle = mean(low, high, step);
        return new Range(
                Math.min(uncentred(middle.low(), least), uncentred(middle.low(), most)),
                Math.max(uncentred(middle.high(), least), uncentred(middle.high(), most)));
    }

    private static double uncentred(double middle, double k) {
        return middle + k * (middle - 0.5);
    }

    /**
     * The variance of the answers behind a mean: half the interval is t √V, V = design effect × s² ÷ n.
     *
     * @param low rounded down to a multiple of {@code step}
     * @param high rounded up to one
     */
    public static Range variance(double low, double high, double step, Range n, Range designEffect, Range df) {
        double least = Math.max(0, (high - low) / 2 - step) / quantile(df.low());
        double most = (high - low) / 2 / quantile(df.high());
        double correction = 2 / n.low();
        return new Range(
                square(least) * n.low() / designEffect.high() * (1 - correction),
                square(most) * n.high() / designEffect.low() * (1 + correction));
    }

    private static double quantile(double df) {
        double used = Math.max(1, df);
        return QUANTILES.size() < REMEMBERED
                ? QUANTILES.computeIfAbsent(used, key -> StudentT.upperQuantile(TAIL, key))
                : StudentT.upperQuantile(TAIL, used);
    }

    private static double square(double x) {
        return x * x;
    }
}
