package org.gongshi.evaluation.sampling;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** Level of confidence (置信水平) with the quantile of the normal law, to six places: part of the rule, so that sizes are exact. */
public enum Confidence {
    P90("0.90", "1.644854"),
    P95("0.95", "1.959964"),
    P99("0.99", "2.575829");

    private final BigDecimal level;
    private final BigDecimal quantile;

    Confidence(String level, String quantile) {
        this.level = new BigDecimal(level);
        this.quantile = new BigDecimal(quantile);
    }

    public BigDecimal level() {
        return level;
    }

    /** Half the width of an interval in standard errors. */
    public BigDecimal quantile() {
        return quantile;
    }

    public static Optional<Confidence> of(BigDecimal level) {
        return Arrays.stream(values())
                .filter(value -> value.level.compareTo(level) == 0)
                .findFirst();
    }
}
