package org.gongshi.evaluation.statistics;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A weighted proportion (比例), from which intervals of several methods can be taken.
 */
public final class ProportionEstimate {
    /** A variance this small is rounding noise of 0. */
    private static final double NOISE = 1e-30;

    private final long n;
    private final long events;
    private final OptionalDouble estimate;
    private final double variance;
    private final double unroundedVariance;
    private final double df;
    private final Precision precision;

    ProportionEstimate(long n, long events, OptionalDouble estimate, double variance, double df, Precision precision) {
        this.n = n;
        this.events = events;
        // Rounding must not turn "all" into 0.9999999999999999: the interval methods ask for exactly 0 or 1.
        this.estimate = n == 0
                ? OptionalDouble.empty()
                : events == 0 ? OptionalDouble.of(0) : events == n ? OptionalDouble.of(1) : estimate;
        this.unroundedVariance = events == 0 || events == n ? 0 : variance;
        // A variance that the design cannot give (no stratum to take an average of) stays unknown, also where all
        // agree.
        this.variance = Double.isNaN(variance) ? Double.NaN : unroundedVariance < NOISE ? 0 : unroundedVariance;
        this.df = df;
        this.precision = Objects.requireNonNull(precision);
    }

    static ProportionEstimate nobody(Precision precision) {
        return new ProportionEstimate(0, 0, OptionalDouble.empty(), 0, Double.NaN, precision);
    }

    /** Respondents with a valid answer and a weight. */
    public long n() {
        return n;
    }

    /** Those of them with the event, unweighted. */
    public long events() {
        return events;
    }

    /** Weighted share, 0 to 1; exactly 0 or 1 when all agree; empty with nobody. */
    public OptionalDouble estimate() {
        return estimate;
    }

    /** Its standard error; 0 when all agree; empty with nobody and where the design has no variance to give. */
    public OptionalDouble se() {
        return n == 0 ? OptionalDouble.empty() : Finite.of(Math.sqrt(variance));
    }

    /** Degrees of freedom; empty when infinite or with nobody. */
    public OptionalDouble df() {
        return Finite.of(df);
    }

    /** The variance with rounding noise kept: a rule that divides by it must not take noise for agreement. */
    double unroundedVariance() {
        return unroundedVariance;
    }

    double dfValue() {
        return df;
    }

    /**
     * The interval of one method, with p the estimate, v its variance, t = t(df), a = 1 − level:
     *
     * <ul>
     *   <li>mean: p ∓ t se
     *   <li>logit, xlogit: expit(logit p ∓ t se / (p (1 − p)))
     *   <li>asin: sin²(asin √p ∓ t se / (2 √(p (1 − p))))
     *   <li>beta: n* = p(1 − p)/v · (t(n−1)/t(df))², then the a/2 quantile of Beta(n*p, n*(1−p)+1) and the 1 − a/2 quantile of
     *       Beta(n*p+1, n*(1−p)); beta-capped: n* at most n
     *   <li>wilson-design: n* = p(1 − p)/v, (p + t²/2n* ∓ t/2n* √(4n*p(1−p) + t²)) / (1 + t²/n*)
     *   <li>wilson, clopper-pearson: events out of n, neither weights nor design
     * </ul>
     *
     * When v = 0 (every answer the same) mean has width 0, logit, xlogit and asin give none, the others take n* = n.
     */
    public ProportionInterval interval(IntervalMethod method) {
        if (n == 0) {
            return ProportionInterval.none();
        }
        if (method.ignoresDesign()) {
            return new SimpleIntervals(n, events, precision.alpha()).of(method);
        }
        return new DesignIntervals(this, variance, precision).of(method);
    }
}
