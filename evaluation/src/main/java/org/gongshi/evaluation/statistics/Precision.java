package org.gongshi.evaluation.statistics;

import java.util.Objects;

/**
 * How intervals are made.
 *
 * @param level confidence level (置信水平), between 0 and 1, usually 0.95
 * @param df which rows count for the degrees of freedom
 */
public record Precision(double level, DfRule df) {
    /** 95 % with the degrees of freedom of the design. */
    public static final Precision STANDARD = new Precision(0.95, DfRule.DESIGN);

    public Precision {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a confidence level lies between 0 and 1: " + level);
        }
        Objects.requireNonNull(df);
    }

    /** The probability outside the interval, both tails together. */
    double alpha() {
        return 1 - level;
    }
}
