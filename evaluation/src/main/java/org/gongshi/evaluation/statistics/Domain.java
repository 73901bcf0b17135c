package org.gongshi.evaluation.statistics;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A part of the sample for which a figure is wanted (估计域): a set of sample cells. The rest of the sample stays in the
 * variance formula with zero contribution; rows are never deleted (Durbin 1958).
 */
public final class Domain {
    private final boolean[] inside;
    private final int[] members;

    private Domain(int cells, int[] members) {
        this.inside = new boolean[cells];
        this.members = members;
        for (int cell : members) {
            inside[cell] = true;
        }
    }

    /** Every cell. */
    public static Domain all(int cells) {
        return new Domain(cells, IntStream.range(0, cells).toArray());
    }

    /** The cells that pass. */
    public static Domain where(int cells, IntPredicate test) {
        return new Domain(cells, IntStream.range(0, cells).filter(test).toArray());
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

    /** Where a cell stands among the members; below 0 when it is outside. */
    int indexOf(int cell) {
        return inside[cell] ? Arrays.binarySearch(members, cell) : -1;
    }

    /** The cells inside, in order; not to be changed. */
    int[] members() {
        return members;
    }
}
