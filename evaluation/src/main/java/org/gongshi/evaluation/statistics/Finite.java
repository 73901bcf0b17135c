package org.gongshi.evaluation.statistics;

import java.util.OptionalDouble;

/** Turns what arithmetic cannot express (NaN, infinities) into "no value". */
final class Finite {
    private Finite() {}

    static OptionalDouble of(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
