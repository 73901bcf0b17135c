package org.gongshi.evaluation.disclosure;

/**
 * Something known of the option shares of an item: {@code low ≤ Σ factor × share ≤ high}, shares in percent.
 *
 * @param source what says so, in words
 */
record Known(double[] factors, double low, double high, String source) {
    Known {
        factors = factors.clone();
    }
}
