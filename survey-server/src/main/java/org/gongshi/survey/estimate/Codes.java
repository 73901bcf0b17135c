package org.gongshi.survey.estimate;

import java.math.BigDecimal;

/** Numbers as the codes that stand for categories: 4, not 4.0. */
final class Codes {
    private static final double EXACT = 1e15;

    private Codes() {}

    static String of(double value) {
        if (value == Math.rint(value) && Math.abs(value) < EXACT) {
            return Long.toString((long) value);
        }
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
