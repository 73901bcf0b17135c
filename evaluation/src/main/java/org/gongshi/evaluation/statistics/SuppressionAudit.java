package org.gongshi.evaluation.statistics;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * What an attacker can work out about the hidden cells of a two-way table whose row and column totals are public
 * (抑制审计): the smallest and largest value, real and not negative, that each can have. This is a linear programme; its
 * constraint matrix is that of a transport problem, so that the extremes are largest flows: a cell grows only along a
 * cycle of other hidden cells. Exact for whole numbers. Cox, JASA 75 (1980). Equal to {@code lpSolve::lp} on every cell.
 */
public final class SuppressionAudit {
    private final double[][] counts;
    private final boolean[][] hidden;

    /** @param hidden which cells are not published */
    public SuppressionAudit(double[][] counts, boolean[][] hidden) {
        this.counts = counts;
        this.hidden = hidden;
    }

    /** Range of a hidden cell. */
    public record Range(double low, double high) {
        /** Whether the value is known exactly. */
        public boolean recoverable() {
            return Math.abs(high - low) < 1e-9;
        }

        /** How far apart the ends are. */
        public double width() {
            return high - low;
        }
    }

    /** The range of a hidden cell. */
    public Range range(int row, int column) {
        double value = counts[row][column];
        return new Range(
                value - decrease(row, column).amount(),
                value + increase(row, column).amount());
    }

    /** How far the cell can rise: what can flow from its column back to its row through other hidden cells. */
    Flow increase(int row, int column) {
        return flow(counts.length + column, row, row, column, Double.POSITIVE_INFINITY);
    }

    /** How far the cell can fall, not below 0. */
    Flow decrease(int row, int column) {
        return flow(row, counts.length + column, row, column, counts[row][column]);
    }

    /**
     * A largest flow.
     *
     * @param amount how much flows
     * @param reached the nodes (rows, then columns) on the near side of what limits it; {@code null} when the limit of the
     *     cell itself was met
     */
    record Flow(double amount, boolean[] reached) {}

    /** Edmonds–Karp on rows and columns: row → column raises a hidden cell without limit, column → row lowers it. */
    private Flow flow(int from, int to, int withoutRow, int withoutColumn, double limit) {
        int rows = counts.length;
        int nodes = rows + counts[0].length;
        double[][] capacity = new double[nodes][nodes];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < counts[0].length; column++) {
                if (hidden[row][column] && !(row == withoutRow && column == withoutColumn)) {
                    capacity[row][rows + column] = Double.POSITIVE_INFINITY;
                    capacity[rows + column][row] = counts[row][column];
                }
            }
        }
        double amount = 0;
        while (amount < limit) {
            int[] before = path(capacity, from);
            if (before[to] < 0) {
                boolean[] reached = new boolean[nodes];
                for (int node = 0; node < nodes; node++) {
                    reached[node] = before[node] >= 0;
                }
                return new Flow(amount, reached);
            }
            double room = limit - amount;
            for (int node = to; node != from; node = before[node]) {
                room = Math.min(room, capacity[before[node]][node]);
            }
            for (int node = to; node != from; node = before[node]) {
                capacity[before[node]][node] -= room;
                capacity[node][before[node]] += room;
            }
            amount += room;
        }
        return new Flow(limit, null);
    }

    private static int[] path(double[][] capacity, int from) {
        int[] before = new int[capacity.length];
        Arrays.fill(before, -1);
        before[from] = from;
        var queue = new ArrayDeque<Integer>();
        queue.add(from);
        while (!queue.isEmpty()) {
            int node = queue.remove();
            for (int next = 0; next < capacity.length; next++) {
                if (before[next] < 0 && capacity[node][next] > 0) {
                    before[next] = node;
                    queue.add(next);
                }
            }
        }
        return before;
    }
}
