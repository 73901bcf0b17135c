package org.gongshi.evaluation.statistics;

/** Why a figure cannot be computed. The {@link #word()} is the code that case files and reports use. */
public enum FaultCode {
    /** A base weight is blank, negative or not a number. */
    INVALID_WEIGHT("invalid-weight"),
    /** A stratum with a single primary sampling unit, under {@link LonelyPsu#FAIL}. */
    LONELY_PSU("lonely-psu"),
    /** A margin category with a positive population count has nobody in the sample. */
    MARGIN_MISSING_IN_SAMPLE("margin-missing-in-sample"),
    /** Somebody in the sample belongs to a category that the margin does not list, or lists with count 0. */
    MARGIN_MISSING_IN_POPULATION("margin-missing-in-population"),
    /** Somebody in the sample has no value for a margin. */
    MISSING_MARGIN_VALUE("missing-margin-value"),
    /** A population count is negative. */
    INVALID_MARGIN("invalid-margin"),
    /** The margins add up to different population totals. */
    MARGIN_TOTALS_DISAGREE("margin-totals-disagree"),
    /** No weights reach all margins (within the bounds). */
    NOT_CONVERGED("not-converged"),
    /** No weight is left that could take the surplus of the trimmed ones. */
    TRIM_INFEASIBLE("trim-infeasible"),
    /** A disposition code belongs to none of the groups of the response rate. */
    UNKNOWN_DISPOSITION("unknown-disposition");

    private final String word;

    FaultCode(String word) {
        this.word = word;
    }

    /** The code as case files write it. */
    public String word() {
        return word;
    }
}
