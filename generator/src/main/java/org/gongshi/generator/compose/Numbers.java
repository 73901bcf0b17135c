package org.gongshi.generator.compose;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** How numbers are printed: always by {@link BigDecimal}, never by a locale; what is cut is cut downwards. */
final class Numbers {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Numbers() {}

    /** All digits without trailing zeros, never in exponents. */
    static String exact(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** Part of a whole in percent, for comparing and drawing. */
    static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, 12, RoundingMode.DOWN);
    }

    /** One decimal, cut and never rounded up: 84.99 % is shown as 84.9 %. */
    static String percentShown(BigDecimal percent) {
        return percent.setScale(1, RoundingMode.DOWN).toPlainString();
    }

    /** A difference with its sign and so many decimals, cut towards zero: what rose by 0.996 has not risen by 1.00. */
    static String change(BigDecimal from, BigDecimal to, int decimals) {
        BigDecimal change = to.subtract(from).setScale(decimals, RoundingMode.DOWN);
        String digits = change.abs().toPlainString();
        return change.signum() == 0 ? digits : (change.signum() > 0 ? "+" : "−") + digits;
    }

    /** The middle of the values; of an even number the mean of the middle two. */
    static Optional<BigDecimal> median(List<BigDecimal> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        List<BigDecimal> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return Optional.of(
                sorted.size() % 2 == 1
                        ? sorted.get(middle)
                        : sorted.get(middle - 1).add(sorted.get(middle)).divide(BigDecimal.valueOf(2)));
    }

    /** The next lower multiple of five. */
    static long fives(BigDecimal value) {
        return value.divideToIntegralValue(BigDecimal.valueOf(5)).longValueExact() * 5;
    }

    /** The next lower multiple of ten. */
    static long tens(BigDecimal value) {
        return value.divideToIntegralValue(BigDecimal.TEN).longValueExact() * 10;
    }
}
