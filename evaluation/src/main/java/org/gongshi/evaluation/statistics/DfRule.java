package org.gongshi.evaluation.statistics;

/** Which rows the degrees of freedom (自由度: primary sampling units minus strata) are counted over. */
public enum DfRule {
    /** The whole sample; R: {@code degf(design)}. */
    DESIGN,
    /** The rows of the domain with a valid answer; R: {@code degf(subset(design, ...))}. */
    DOMAIN,
    /** Infinitely many: normal quantiles instead of t. */
    INFINITE
}
