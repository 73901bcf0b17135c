package org.gongshi.evaluation.satisfaction;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;

/**
 * How unequal the final weights of an audience are (权数概况), over the whole area.
 *
 * @param kishDeff n Σw² ÷ (Σw)²: what unequal weights alone cost, two decimals (Kish 1965)
 * @param cv standard deviation of the weights over their mean, two decimals
 * @param maxToMin largest weight over smallest, whole, rounded up; empty where it could tell a count below ten
 */
public record WeightsReport(Audience audience, BigDecimal kishDeff, BigDecimal cv, Optional<Integer> maxToMin) {
    /** Above this the weights are flagged. */
    public static final BigDecimal MOST = BigDecimal.valueOf(2);

    public WeightsReport {
        Objects.requireNonNull(audience, "audience");
        Require.that(kishDeff.compareTo(BigDecimal.ONE) >= 0, "kishDeff is 1 at least: ", kishDeff);
        Require.that(cv.signum() >= 0, "cv is not below 0");
        Objects.requireNonNull(maxToMin, "maxToMin");
    }

    /** Whether unequal weights cost more than half of the sample. */
    public boolean isHigh() {
        return kishDeff.compareTo(MOST) > 0;
    }
}
