package org.gongshi.evaluation.disclosure;

import java.math.BigDecimal;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.Share;
import org.gongshi.evaluation.statistics.Inversion;
import org.gongshi.evaluation.statistics.Inversion.Range;

/** What a published figure says about the unrounded one (反推): its rounding, and its interval turned back. */
final class Reading {
    /** Half a step of rounding to the nearest five, and a little for the half that is rounded up. */
    static final double HALF_FIVE = 2.5;

    private Reading() {}

    /** A share in percent. */
    static Range share(Share share) {
        return switch (share.bound()) {
            case ABOUT -> new Range(Math.max(0, share.percent() - 0.5), Math.min(100, share.percent() + 0.5));
            case AT_MOST -> new Range(0, share.percent());
            case AT_LEAST -> new Range(share.percent(), 100);
        };
    }

    /** A mean or an index of 0 to 100: rounding, and the middle of the interval. */
    static Range mean(Estimate.Shown shown) {
        double step = step(shown.value());
        double value = shown.value().doubleValue();
        Range rounded = new Range(Math.max(0, value - step / 2), Math.min(100, value + step / 2));
        if (!hasFreeEnds(shown)) {
            return rounded;
        }
        return known(rounded, Inversion.mean(low(shown), high(shown), step));
    }

    /** A rate in percent: rounding, and the middle of Wilson's interval. */
    static Range rate(Estimate.Shown shown) {
        Range rounded = share(new Share(shown.bound(), shown.value().intValue()));
        if (!hasFreeEnds(shown) || shown.designEffect().isEmpty() || shown.df().isEmpty()) {
            return rounded;
        }
        Range effect = around(shown.designEffect().get().doubleValue(), 0.005);
        Range n = count(shown.n());
        Range size = new Range(n.low() / effect.high(), n.high() / effect.low());
        Range share = Inversion.share(low(shown) / 100, high(shown) / 100, 0.01, size, df(shown));
        return known(rounded, new Range(100 * share.low(), 100 * share.high()));
    }

    /** The mean of the squared points behind a mean: variance of the answers and squared mean. */
    static Range squares(Estimate.Shown shown) {
        Range mean = mean(shown);
        if (!hasFreeEnds(shown) || shown.designEffect().isEmpty() || shown.df().isEmpty()) {
            return new Range(0, 10_000);
        }
        Range effect = around(shown.designEffect().get().doubleValue(), 0.005);
        Range variance =
                Inversion.variance(low(shown), high(shown), step(shown.value()), count(shown.n()), effect, df(shown));
        return new Range(
                variance.low() + mean.low() * mean.low(),
                Math.min(10_000, variance.high() + mean.high() * mean.high()));
    }

    /** A number of persons that was rounded to five. */
    static Range count(long rounded) {
        return new Range(Math.max(1, rounded - HALF_FIVE), rounded + HALF_FIVE);
    }

    static double step(BigDecimal value) {
        return Math.pow(10, -Math.max(0, value.scale()));
    }

    /** An interval that ends at 0 or 100 was cut there and has no middle any more. */
    private static boolean hasFreeEnds(Estimate.Shown shown) {
        return shown.bound() == Share.Bound.ABOUT
                && shown.interval().isPresent()
                && low(shown) > 0
                && high(shown) < 100;
    }

    /** Formulas of another method could miss the rounded value; then only the rounding is believed. */
    private static Range known(Range rounded, Range inverted) {
        Range both = rounded.and(inverted);
        return both.low() <= both.high() ? both : rounded;
    }

    private static Range df(Estimate.Shown shown) {
        return new Range(
                Math.max(1, shown.df().getAsInt() - HALF_FIVE), shown.df().getAsInt() + HALF_FIVE);
    }

    private static Range around(double value, double half) {
        return new Range(Math.max(1e-3, value - half), value + half);
    }

    private static double low(Estimate.Shown shown) {
        return shown.interval().orElseThrow().low().doubleValue();
    }

    private static double high(Estimate.Shown shown) {
        return shown.interval().orElseThrow().high().doubleValue();
    }
}
