package org.gongshi.evaluation.satisfaction;

import java.util.Objects;
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
        Require.that(percent >= 0 && percent <= 100, "a percentage lies between 0 and 100: " + percent);
    }

    /** How the percentage is meant. */
    public enum Bound {
        ABOUT(""),
        AT_MOST("≤"),
        AT_LEAST("≥");

        private final String sign;

        Bound(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /** {@code 37%}, {@code ≤5%}, {@code ≥95%}. */
    public String shown() {
        return bound.sign() + percent + "%";
    }
}
