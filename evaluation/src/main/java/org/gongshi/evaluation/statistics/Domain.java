package org.gongshi.evaluation.statistics;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * A part of the sample for which a figure is wanted (估计域): a set of sample cells. The rest of the sample stays in the
 * variance formula with zero contribution; rows are never deleted (Durbin 1958).
 */
public final class Domain {
    private final boolean[] inside;

    private Domain(boolean[] inside) {
        this.inside = inside;
    }

    /** Every cell. */
    public static Domain all(int cells) {
        boolean[] inside = new boolean[cells];
        Arrays.fill(inside, true);
        return new Domain(inside);
    }

    /** The cells that pass. */
    public static Domain where(int cells, IntPredicate test) {
        boolean[] inside = new boolean[cells];
        for (int cell = 0; cell < cells; cell++) {
            inside[cell] = test.test(cell);
        }
        return new Domain(inside);
    }

    /** The cells in both domains. */
    public Domain and(Domain other) {
        return where(inside.length, cell -> inside[cell] && other.inside[cell]);
    }

    /** The cells in either domain. */
    public Domain or(Domain other) {
        return where(inside.length, cell -> inside[cell] || other.inside[cell]);
    }

    public boolean contains(int cell) {
        return inside[cell];
    }

    /** How many cells the sample has, inside and outside. */
    public int cells() {
        return inside.length;
    }
}
