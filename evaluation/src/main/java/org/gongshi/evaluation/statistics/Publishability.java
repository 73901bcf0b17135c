package org.gongshi.evaluation.statistics;

import java.util.OptionalDouble;

/**
 * Whether a proportion may be published (能否发布): the presentation standards of the U.S. National Center for Health
 * Statistics. Parker et al., Vital Health Stat. 2(175) (2017); same decisions as R package surveytable.
 *
 * @param n respondents with a valid answer
 * @param effectiveN min(n, p(1 − p)/v); n when p is 0 or 1
 * @param width of the 95 % beta-capped interval; 0 when p is 0 or 1; empty when there is none
 * @param relativeWidth width / p
 * @param df degrees of freedom
 * @param decision what to do
 * @param reason why
 * @param complementUnreliable the share of the others, 1 − p, would fail the relative width
 */
public record Publishability(
        long n,
        OptionalDouble effectiveN,
        OptionalDouble width,
        OptionalDouble relativeWidth,
        OptionalDouble df,
        Decision decision,
        Reason reason,
        boolean complementUnreliable) {
    private static final int LEAST_N = 30;
    private static final double WIDE = 0.30;
    private static final double NARROW = 0.05;
    private static final double RELATIVE = 1.3;
    private static final int FEW_DF = 8;

    /** What to do with a figure. */
    public enum Decision {
        PUBLISH("publish"),
        /** A statistician looks at it first. */
        REVIEW("review"),
        SUPPRESS("suppress");

        private final String word;

        Decision(String word) {
            this.word = word;
        }

        /** The word used in reports. */
        public String word() {
            return word;
        }
    }

    /** Why. */
    public enum Reason {
        OK("ok"),
        NO_ANSWERS("no-answers"),
        SAMPLE_SIZE("sample-size"),
        DF("df"),
        WIDTH("width"),
        RELATIVE_WIDTH("relative-width"),
        ZERO_EVENTS("zero-events");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        /** The word used in reports. */
        public String word() {
            return word;
        }
    }

    /** The rule {@code nchs-2017}; the proportion should have been estimated at level 0.95. */
    public static Publishability nchs2017(ProportionEstimate proportion) {
        long n = proportion.n();
        if (n == 0) {
            var none = OptionalDouble.empty();
            return new Publishability(0, none, none, none, none, Decision.SUPPRESS, Reason.NO_ANSWERS, false);
        }
        double p = proportion.estimate().orElse(Double.NaN);
        double v = proportion.unroundedVariance();
        double effective = v == 0 ? n : Math.min(n, p * (1 - p) / v);
        boolean unanimous = p == 0 || p == 1;
        double width = unanimous ? 0 : width(proportion, v);
        double relative = p == 0 ? Double.NaN : width / p;
        Reason reason = reason(n, effective, width, relative, unanimous, proportion.dfValue());
        Decision decision = decision(reason, width);
        boolean between = width > NARROW && width < WIDE;
        return new Publishability(
                n,
                Finite.of(effective),
                Finite.of(width),
                Finite.of(relative),
                proportion.df(),
                decision,
                reason,
                decision != Decision.SUPPRESS && between && width / (1 - p) > RELATIVE);
    }

    private static double width(ProportionEstimate proportion, double variance) {
        var interval = new DesignIntervals(proportion, variance, Precision.STANDARD).of(IntervalMethod.BETA_CAPPED);
        return interval.ciHigh().orElse(Double.NaN) - interval.ciLow().orElse(Double.NaN);
    }

    private static Reason reason(
            long n, double effective, double width, double relative, boolean unanimous, double df) {
        if (n < LEAST_N || effective < LEAST_N) {
            return Reason.SAMPLE_SIZE;
        }
        if (Double.isNaN(width)) {
            return Reason.DF;
        }
        if (width >= WIDE) {
            return Reason.WIDTH;
        }
        if (width > NARROW && relative > RELATIVE) {
            return Reason.RELATIVE_WIDTH;
        }
        if (unanimous) {
            return Reason.ZERO_EVENTS;
        }
        return df < FEW_DF ? Reason.DF : Reason.OK;
    }

    private static Decision decision(Reason reason, double width) {
        return switch (reason) {
            case OK -> Decision.PUBLISH;
            case ZERO_EVENTS -> Decision.REVIEW;
            case DF -> Double.isNaN(width) ? Decision.SUPPRESS : Decision.REVIEW;
            case NO_ANSWERS, SAMPLE_SIZE, WIDTH, RELATIVE_WIDTH -> Decision.SUPPRESS;
        };
    }
}
