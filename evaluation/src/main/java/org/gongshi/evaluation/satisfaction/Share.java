package org.gongshi.evaluation.satisfaction;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;

/**
 * A published share (百分比): a whole percentage, or only a bound near 0 and 100, where the exact figure would give
 * single answers away.
 *
 * @param percent 0 to 100
 */
public record Share(Bound bound, int percent) {
    public Share {
        Objects.requireNonNull(bound, "bound");
        Require.that(percent >= 0 && percent <= 100, "a percentage lies between 0 and 100: ", percent);
    }

    /** How the percentage is meant. */
    public enum Bound {
        ABOUT("about", ""),
        AT_MOST("at-most", "≤"),
        AT_LEAST("at-least", "≥");

        private final String key;
        private final String sign;

        Bound(String key, String sign) {
            this.key = key;
            this.sign = sign;
        }

        /** The word in {@code results.json}. */
        public String key() {
            return key;
        }

        public String sign() {
            return sign;
        }

        public static Optional<Bound> ofKey(String key) {
            return Arrays.stream(values())
                    .filter(value -> value.key.equals(key))
                    .findFirst();
        }
    }

    /** {@code 37%}, {@code ≤5%}, {@code ≥95%}. */
    public String shown() {
        return bound.sign() + percent + "%";
    }
}
