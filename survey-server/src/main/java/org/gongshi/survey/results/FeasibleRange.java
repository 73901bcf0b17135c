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

    private FeasibleRange(double[][] bounds, List<Known> sums) {
        this.size = bounds.length;
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
        List<double[]> chosen = new ArrayList<>();
        chosen.add(range.plane(ones, TOTAL));
        range.corners(0, chosen);
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

    /** A corner lies on as many planes as there are shares; the total is always one of them. */
    private void corners(int from, List<double[]> chosen) {
        if (chosen.size() == size) {
            double[] corner = solve(chosen);
            if (corner != null && isFeasible(corner)) {
                for (int share = 0; share < size; share++) {
                    low[share] = Math.min(low[share], corner[share]);
                    high[share] = Math.max(high[share], corner[share]);
                }
            }
            return;
        }
        for (int next = from; next < planes.size(); next++) {
            chosen.add(planes.get(next));
            // The lower and the upper plane of one sum are parallel: from the lower one on, the upper one is left out.
            corners(next + 2 - next % 2, chosen);
            chosen.remove(chosen.size() - 1);
        }
    }

    private boolean isFeasible(double[] corner) {
        for (Known each : known) {
            double sum = 0;
            for (int share = 0; share < size; share++) {
                sum += each.factors()[share] * corner[share];
            }
            double slack = TOLERANCE * Math.max(1, Math.abs(sum));
            if (sum < each.low() - slack || sum > each.high() + slack) {
                return false;
            }
        }
        return true;
    }

    /** Gauss with partial pivoting; null where the planes have no single point in common. */
    private double[] solve(List<double[]> chosen) {
        double[][] rows = chosen.stream().map(double[]::clone).toArray(double[][]::new);
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column + 1; row < size; row++) {
                pivot = Math.abs(rows[row][column]) > Math.abs(rows[pivot][column]) ? row : pivot;
            }
            if (Math.abs(rows[pivot][column]) < TOLERANCE) {
                return null;
            }
            double[] swap = rows[pivot];
            rows[pivot] = rows[column];
            rows[column] = swap;
            for (int row = 0; row < size; row++) {
                double factor = row == column ? 0 : rows[row][column] / rows[column][column];
                for (int at = column; factor != 0 && at <= size; at++) {
                    rows[row][at] -= factor * rows[column][at];
                }
            }
        }
        double[] corner = new double[size];
        for (int share = 0; share < size; share++) {
            corner[share] = rows[share][size] / rows[share][share];
        }
        return corner;
    }
}
