package org.gongshi.templates.site;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.gongshi.evaluation.Require;

/**
 * The axis of a chart (坐标轴): a value's place between two ends as a percentage of the width, so that a chart fits every
 * screen without a script.
 */
public record Scale(BigDecimal low, BigDecimal high) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Scale {
        Require.that(low.compareTo(high) < 0, "an axis runs from low to high");
    }

    public static Scale of(long low, long high) {
        return new Scale(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
    }

    /** {@code 57.25%}; values outside stand at the nearer end. Where a mark stands is drawing, not a published number. */
    public String at(BigDecimal value) {
        BigDecimal percent = value.subtract(low)
                .multiply(HUNDRED)
                .divide(high.subtract(low), 2, RoundingMode.HALF_UP)
                .max(BigDecimal.ZERO)
                .min(HUNDRED);
        return percent.stripTrailingZeros().toPlainString() + "%";
    }

    public String at(long value) {
        return at(BigDecimal.valueOf(value));
    }

    /** Width between two values, as a percentage. */
    public String width(BigDecimal from, BigDecimal to) {
        return at(low.add(to.max(low).min(high).subtract(from.max(low).min(high))));
    }
}
