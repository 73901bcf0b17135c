package org.gongshi.survey.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a reader can conclude about hidden shares: the smallest and largest value of each, given bounds on all of them, that
 * they add up to 100, and bounds on weighted sums of them. A linear programme so small (a scale has a handful of options)
 * that all its corners can be tried.
 */
final class FeasibleRange {
    private static final double TOLERANCE = 1e-9;
    private static final double TOTAL = 100;

    /** A known weighted sum: {@code low ≤ Σ factor × share ≤ high}. */
    record Known(double[] factors, double low, double high) {
        Known {
            factors = factors.clone();
        }
    }

    private final int size;
    private final List<Known> known = new ArrayList<>();
    private final List<double[]> planes = new ArrayList<>();
    private final double[] low;
    private final double[] high;
    /** The planes chosen so far, each with the earlier ones eliminated and 1 at its pivot. */
    private final double[][] rows;

    private final int[] pivots;
    private final double[] corner;

    private FeasibleRange(double[][] bounds, List<Known> sums) {
        this.size = bounds.length;
        this.rows = new double[size][size + 1];
        this.pivots = new int[size];
        this.corner = new double[size];
        for (int share = 0; share < size; share++) {
            double[] factors = new double[size];
            factors[share] = 1;
            known.add(new Known(factors, bounds[share][0], bounds[share][1]));
        }
        known.addAll(sums);
        for (Known each : known) {
            planes.add(plane(each.factors(), each.low()));
            planes.add(plane(each.factors(), each.high()));
        }
        this.low = new double[size];
        this.high = new double[size];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
    }

    /**
     * The range of every share, {@code {low, high}} in percent.
     *
     * @param bounds what is published of every share by itself
     * @param sums what is published of sums of them
     */
    static double[][] of(double[][] bounds, List<Known> sums) {
        var range = new FeasibleRange(bounds, sums);
        double[] ones = new double[bounds.length];
        Arrays.fill(ones, 1);
        // A corner lies on as many planes as there are shares; the total is always one of them.
        range.choose(range.plane(ones, TOTAL), 0);
        range.corners(0, 1);
        double[][] ranges = new double[bounds.length][];
        for (int share = 0; share < bounds.length; share++) {
            ranges[share] = new double[] {range.low[share], range.high[share]};
        }
        return ranges;
    }

    private double[] plane(double[] factors, double value) {
        double[] plane = Arrays.copyOf(factors, size + 1);
        plane[size] = value;
        return plane;
    }

    private void corners(int from, int chosen) {
        if (chosen == size) {
            meet();
            return;
        }
        for (int next = from; next < planes.size(); next++) {
            if (choose(planes.get(next), chosen)) {
                // The lower and the upper plane of one sum are parallel: after the lower one the upper one is left out.
                corners(next + 2 - next % 2, chosen + 1);
            }
        }
    }

    /** Adds a plane to the chosen ones; false when they fix it already, or contradict it. */
    private boolean choose(double[] plane, int at) {
        double[] row = rows[at];
        System.arraycopy(plane, 0, row, 0, size + 1);
        for (int earlier = 0; earlier < at; earlier++) {
            double factor = row[pivots[earlier]];
            for (int column = 0; factor != 0 && column <= size; column++) {
                row[column] -= factor * rows[earlier][column];
            }
        }
        int pivot = 0;
        for (int column = 1; column < size; column++) {
            pivot = Math.abs(row[column]) > Math.abs(row[pivot]) ? column : pivot;
        }
        double head = row[pivot];
        if (Math.abs(head) < TOLERANCE) {
            return false;
        }
        for (int column = 0; column <= size; column++) {
            row[column] /= head;
        }
        pivots[at] = pivot;
        return true;
    }

    /** The one point on all chosen planes; it counts when nothing known speaks against it. */
    private void meet() {
        for (int at = size - 1; at >= 0; at--) {
            double value = rows[at][size];
            for (int later = at + 1; later < size; later++) {
                value -= rows[at][pivots[later]] * corner[pivots[later]];
            }
            corner[pivots[at]] = value;
        }
        if (isFeasible()) {
            for (int share = 0; share < size; share++) {
                low[share] = Math.min(low[share], corner[share]);
                high[share] = Math.max(high[share], corner[share]);
            }
        }
    }

    private boolean isFeasible() {
        for (Known each : known) {
            double sum = 0;
            for (int share = 0; share < size; share++) {
                sum += each.factors[share] * corner[share];
            }
            double slack = TOLERANCE * Math.max(1, Math.abs(sum));
            if (sum < each.low() - slack || sum > each.high() + slack) {
                return false;
            }
        }
        return true;
    }
}
