package org.gongshi.evaluation.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;

/** Points or a weighted score (分数): an exact decimal from 0 to 100. Equal when the numbers are equal. */
@Article(14)
public record Score(BigDecimal value) implements Comparable<Score> {
    public static final BigDecimal FULL = BigDecimal.valueOf(100);

    public Score {
        Require.that(isValid(value), "points lie between 0 and 100: ", value);
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    public static Score of(String decimal) {
        return new Score(new BigDecimal(decimal));
    }

    public static boolean isValid(BigDecimal value) {
        return value != null && value.signum() >= 0 && value.compareTo(FULL) <= 0;
    }

    public boolean isAtLeast(BigDecimal bound) {
        return value.compareTo(bound) >= 0;
    }

    /** All digits, never in exponents: {@code 84.9963}. */
    public String exact() {
        return value.toPlainString();
    }

    /**
     * Two decimals, cut off and never rounded up: 84.996 is shown as 84.99, since 85.00 would claim a band that the
     * score does not reach.
     */
    public String shown() {
        return value.setScale(2, RoundingMode.DOWN).toPlainString();
    }

    @Override
    public int compareTo(Score other) {
        return value.compareTo(other.value);
    }
}
