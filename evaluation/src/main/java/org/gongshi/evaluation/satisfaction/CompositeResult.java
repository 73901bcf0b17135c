package org.gongshi.evaluation.satisfaction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.place.PlaceCode;

/**
 * The composite index (综合满意度指数) of a place, or of the organizer's whole area.
 *
 * @param audiences whose indices are in it; none when it is withheld
 * @param index value by {@link #value}: anybody can recompute it from the released indices
 */
public record CompositeResult(PlaceCode place, Set<Audience> audiences, Estimate index) {
    public CompositeResult {
        Objects.requireNonNull(place, "place");
        audiences = audiences.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(audiences));
        Require.that(
                Objects.requireNonNull(index, "index") instanceof Estimate.Shown == !audiences.isEmpty(),
                "a shown composite names its audiences, a withheld one none");
    }

    /**
     * The value from released indices: Σ weight × index ÷ Σ weight over the audiences given, rounded half up.
     *
     * @param indices released index of every audience that is in it
     * @param weights the plan's weights
     * @param decimals the plan's {@code indexDecimals}
     */
    public static BigDecimal value(Map<Audience, BigDecimal> indices, Map<Audience, BigDecimal> weights, int decimals) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        for (Map.Entry<Audience, BigDecimal> index : indices.entrySet()) {
            BigDecimal weight = weights.get(index.getKey());
            sum = sum.add(weight.multiply(index.getValue()));
            all = all.add(weight);
        }
        return sum.divide(all, decimals, RoundingMode.HALF_UP);
    }
}
