package org.gongshi.evaluation.statistics;

import java.util.Optional;

/** Ways to put an interval around a proportion (比例的置信区间); formulas in {@link ProportionEstimate#interval}. */
public enum IntervalMethod {
    /** p ∓ t se: may leave [0, 1]; has width 0 when all agree. */
    MEAN("mean"),
    /** On the log-odds scale; R: {@code svyciprop(method="logit")} and {@code "xlogit"}. */
    LOGIT("logit"),
    /** The same as {@link #LOGIT}. */
    XLOGIT("xlogit"),
    /** On the arcsine square root scale. */
    ASIN("asin"),
    /** Korn and Graubard (1998): Clopper–Pearson at the effective sample size. */
    BETA("beta"),
    /** Korn–Graubard with the effective sample size at most n (Parker et al. 2017, NCHS). */
    BETA_CAPPED("beta-capped"),
    /** Wilson's score interval at the effective sample size, with t (Franco et al. 2019). */
    WILSON_DESIGN("wilson-design"),
    /** Wilson (1927), unweighted, design ignored; R: {@code prop.test(correct=FALSE)}. */
    WILSON("wilson"),
    /** Clopper and Pearson (1934), unweighted, design ignored; R: {@code binom.test}. */
    CLOPPER_PEARSON("clopper-pearson");

    private final String word;

    IntervalMethod(String word) {
        this.word = word;
    }

    /** The name used in case files. */
    public String word() {
        return word;
    }

    /** The method of that {@link #word()}, or empty. */
    public static Optional<IntervalMethod> of(String word) {
        for (IntervalMethod method : values()) {
            if (method.word.equals(word)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }

    /** Whether the method looks at counts only and ignores weights and design. */
    public boolean ignoresDesign() {
        return this == WILSON || this == CLOPPER_PEARSON;
    }
}
