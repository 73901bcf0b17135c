package org.gongshi.evaluation.satisfaction;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;

/**
 * How well the items of a questionnaire hang together (信度): Cronbach's alpha over the respondents of the probability sample who
 * answered every item.
 *
 * @param items items of the scale
 * @param n respondents behind it, rounded to 5; empty when too few
 * @param alpha two decimals; empty when too few answered every item or an item has no variance
 */
public record Reliability(Audience audience, int items, Optional<Long> n, Optional<BigDecimal> alpha) {
    /** Below this a scale is flagged (Nunnally 1978). */
    public static final BigDecimal LEAST = new BigDecimal("0.7");

    public Reliability {
        Objects.requireNonNull(audience, "audience");
        Require.that(items >= 1, "a scale has items");
        n.ifPresent(known -> Require.that(known >= 10 && known % 5 == 0, "n is rounded to 5: ", known));
        Require.that(alpha.isEmpty() || n.isPresent(), "alpha has its n");
    }

    /** Whether alpha is known and below {@link #LEAST}. */
    public boolean isLow() {
        return alpha.filter(value -> value.compareTo(LEAST) < 0).isPresent();
    }
}
