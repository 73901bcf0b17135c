package org.gongshi.survey.results;

import java.util.OptionalDouble;
import org.gongshi.evaluation.statistics.IntervalMethod;
import org.gongshi.evaluation.statistics.MeanEstimate;
import org.gongshi.evaluation.statistics.ProportionEstimate;
import org.gongshi.evaluation.statistics.ProportionInterval;
import org.gongshi.evaluation.statistics.TotalEstimate;

/** Figures from what the estimators return. An effective size is never taken above n: a design is not praised. */
final class Figures {
    private static final OptionalDouble NONE = OptionalDouble.empty();

    private Figures() {}

    static Figure of(MeanEstimate mean, long schools, String method) {
        // A standard error of 0 is no certainty: all were alike by chance, and nothing can be said of the others.
        boolean known = mean.se().orElse(0) > 0;
        return new Figure(
                mean.n(),
                schools,
                mean.estimate(),
                known ? mean.ciLow() : NONE,
                known ? mean.ciHigh() : NONE,
                atMost(mean.n(), mean.effectiveN()),
                mean.df(),
                mean.deffReplace(),
                mean.cv(),
                method);
    }

    static Figure of(ProportionEstimate rate, long schools, String method) {
        ProportionInterval interval = rate.interval(IntervalMethod.WILSON_DESIGN);
        OptionalDouble size = interval.effectiveN();
        boolean spread = rate.se().orElse(0) > 0;
        return new Figure(
                rate.n(),
                schools,
                percent(rate.estimate()),
                percent(interval.ciLow()),
                percent(interval.ciHigh()),
                atMost(rate.n(), size),
                rate.df(),
                spread ? OptionalDouble.of(rate.n() / size.orElseThrow()) : NONE,
                spread
                        ? OptionalDouble.of(
                                rate.se().orElseThrow() / rate.estimate().orElseThrow())
                        : NONE,
                method);
    }

    /**
     * A ratio of answers with Wilson's interval at the effective size p(1−p) ÷ v (Franco et al. 2019).
     *
     * @param rate R, 0 to 1
     * @param residuals the total of w (x − R y)
     * @param valid Σ w y
     */
    static Figure rate(double rate, TotalEstimate residuals, double valid, long schools, String method) {
        long n = residuals.n();
        double se = rate == 0 || rate == 1 ? 0 : residuals.se().orElse(0) / valid;
        double size = se == 0 ? n : rate * (1 - rate) / (se * se);
        // Half the width of an interval over its standard error is the quantile of t that the engine used.
        double t = se == 0 || residuals.ciHigh().isEmpty()
                ? Double.NaN
                : (residuals.ciHigh().getAsDouble() - residuals.ciLow().orElseThrow())
                        / (2 * residuals.se().orElseThrow());
        return new Figure(
                n,
                schools,
                OptionalDouble.of(100 * rate),
                wilson(rate, size, t, -1),
                wilson(rate, size, t, 1),
                OptionalDouble.of(Math.min(n, size)),
                residuals.df(),
                se == 0 ? NONE : OptionalDouble.of(n / size),
                se == 0 ? NONE : OptionalDouble.of(se / rate),
                method);
    }

    private static OptionalDouble wilson(double p, double size, double t, int side) {
        if (Double.isNaN(t)) {
            return NONE;
        }
        double centre = p + t * t / (2 * size);
        double half = t / (2 * size) * Math.sqrt(4 * size * p * (1 - p) + t * t);
        return OptionalDouble.of(100 * (centre + side * half) / (1 + t * t / size));
    }

    private static OptionalDouble atMost(long n, OptionalDouble size) {
        return size.isPresent() ? OptionalDouble.of(Math.min(n, size.getAsDouble())) : NONE;
    }

    private static OptionalDouble percent(OptionalDouble share) {
        return share.isPresent() ? OptionalDouble.of(100 * share.getAsDouble()) : NONE;
    }
}
