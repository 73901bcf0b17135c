package org.gongshi.evaluation.satisfaction;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/**
 * The change of a released index from one year to the next (年度变化): difference of the released values, with the interval difference
 * ∓ √(h₁² + h₂²), h the longer half of each year's released interval. Made of published numbers alone, so that anybody can recompute
 * it and it gives nothing away. Schools that both years share make the true error smaller (a positive covariance): the
 * interval is on the safe side. R: {@code svycontrast} without the covariance.
 *
 * @param difference later less earlier, in points
 * @param interval 95 %, rounded outwards to the decimals of the difference
 */
public record YearChange(BigDecimal difference, Estimate.Interval interval) {
    /** Id of the method. */
    public static final String METHOD = "year-change/1";

    public YearChange {
        Objects.requireNonNull(difference, "difference");
        Objects.requireNonNull(interval, "interval");
    }

    /** The change between two figures; empty where one is withheld, a bound, or has no interval. */
    public static Optional<YearChange> of(Estimate before, Estimate after) {
        if (before instanceof Estimate.Shown then
                && after instanceof Estimate.Shown now
                && then.interval().isPresent()
                && now.interval().isPresent()) {
            return Optional.of(between(then, now));
        }
        return Optional.empty();
    }

    private static YearChange between(Estimate.Shown then, Estimate.Shown now) {
        BigDecimal difference = now.value().subtract(then.value());
        BigDecimal half = half(then).pow(2).add(half(now).pow(2)).sqrt(MathContext.DECIMAL64);
        int decimals = difference.scale();
        return new YearChange(
                difference,
                new Estimate.Interval(
                        difference.subtract(half).setScale(decimals, RoundingMode.FLOOR),
                        difference.add(half).setScale(decimals, RoundingMode.CEILING)));
    }

    /** The longer half: an interval may have been cut at 0 or 100. */
    private static BigDecimal half(Estimate.Shown figure) {
        Estimate.Interval interval = figure.interval().orElseThrow();
        return figure.value().subtract(interval.low()).max(interval.high().subtract(figure.value()));
    }

    /** Whether the interval leaves no change out: then none can be claimed. */
    public boolean mayBeNone() {
        return interval.low().signum() <= 0 && interval.high().signum() >= 0;
    }
}
