package org.gongshi.evaluation.satisfaction;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;

/**
 * How the audiences' indices make one (综合满意度指数), part of the locked survey plan.
 *
 * @param weights weight of every audience that counts, above 0, together exactly 1
 * @param missing what happens where an audience's index may not be shown
 */
public record CompositePlan(Map<Audience, BigDecimal> weights, Missing missing) {
    public CompositePlan {
        Map<Audience, BigDecimal> copy = new EnumMap<>(Audience.class);
        copy.putAll(weights);
        weights = Collections.unmodifiableMap(copy);
        Require.that(isComplete(weights), "the weights of the audiences lie above 0 and add up to 1");
        Objects.requireNonNull(missing, "missing");
    }

    /** Whether the weights are proper: each above 0, together exactly 1. */
    public static boolean isComplete(Map<Audience, BigDecimal> weights) {
        BigDecimal sum = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.compareTo(BigDecimal.ONE) == 0 && weights.values().stream().allMatch(weight -> weight.signum() > 0);
    }

    /** What happens where an audience's index may not be shown. Never silently: the released line names who is in it. */
    public enum Missing {
        /** No composite there. */
        WITHHOLD("withhold"),
        /** The weights of the others grow in proportion. */
        REWEIGHT("reweight");

        private final String key;

        Missing(String key) {
            this.key = key;
        }

        /** The word in {@code survey-plan.yaml}. */
        public String key() {
            return key;
        }

        public static Optional<Missing> ofKey(String key) {
            return Arrays.stream(values())
                    .filter(value -> value.key.equals(key))
                    .findFirst();
        }
    }
}
