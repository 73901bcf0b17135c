package org.gongshi.evaluation.statistics;

/**
 * Solves symmetric, possibly singular normal equations. Margins always overlap (each adds up to the same total), so that
 * some columns depend on others: these are given the coefficient 0, as in R's pivoted {@code qr}. Cholesky factorisation
 * with diagonal pivoting.
 */
final class NormalEquations {
    /** A column whose remaining square is below this part of its own is a combination of columns before it. */
    private static final double DEPENDENT = 1e-11;

    private final double[][] factor;
    private final int[] order;
    private final int rank;

    NormalEquations(double[][] matrix) {
        int size = matrix.length;
        double[][] work = new double[size][];
        order = new int[size];
        for (int row = 0; row < size; row++) {
            work[row] = matrix[row].clone();
            order[row] = row;
        }
        factor = work;
        rank = factorise(diagonal(matrix));
    }

    private static double[] diagonal(double[][] matrix) {
        double[] diagonal = new double[matrix.length];
        for (int row = 0; row < matrix.length; row++) {
            diagonal[row] = matrix[row][row];
        }
        return diagonal;
    }

    private int factorise(double[] original) {
        for (int step = 0; step < factor.length; step++) {
            int pivot = pivot(original, step);
            double own = original[order[pivot]];
            if (!(own > 0) || factor[pivot][pivot] < DEPENDENT * own) {
                return step;
            }
            swap(step, pivot);
            eliminate(step);
        }
        return factor.length;
    }

    /** The column of which most is left. */
    private int pivot(double[] original, int step) {
        int pivot = step;
        double best = -1;
        for (int row = step; row < factor.length; row++) {
            double own = original[order[row]];
            double left = own > 0 ? factor[row][row] / own : 0;
            if (left > best) {
                best = left;
                pivot = row;
            }
        }
        return pivot;
    }

    private void swap(int a, int b) {
        if (a == b) {
            return;
        }
        double[] row = factor[a];
        factor[a] = factor[b];
        factor[b] = row;
        for (double[] each : factor) {
            double value = each[a];
            each[a] = each[b];
            each[b] = value;
        }
        int number = order[a];
        order[a] = order[b];
        order[b] = number;
    }

    /** One step of L D L': column {@code step} below the diagonal becomes the multipliers. */
    private void eliminate(int step) {
        double pivot = factor[step][step];
        for (int row = step + 1; row < factor.length; row++) {
            double multiplier = factor[row][step] / pivot;
            if (multiplier != 0) {
                for (int column = step + 1; column < factor.length; column++) {
                    factor[row][column] -= multiplier * factor[step][column];
                }
            }
        }
        for (int row = step + 1; row < factor.length; row++) {
            factor[row][step] /= pivot;
        }
    }

    /** Independent columns. */
    int rank() {
        return rank;
    }

    /** A solution of the equations, 0 for the columns that depend on others. */
    double[] solve(double[] right) {
        double[] x = new double[rank];
        for (int row = 0; row < rank; row++) {
            x[row] = right[order[row]];
            for (int column = 0; column < row; column++) {
                x[row] -= factor[row][column] * x[column];
            }
        }
        for (int row = 0; row < rank; row++) {
            x[row] /= factor[row][row];
        }
        for (int row = rank - 1; row >= 0; row--) {
            for (int below = row + 1; below < rank; below++) {
                x[row] -= factor[below][row] * x[below];
            }
        }
        double[] solution = new double[factor.length];
        for (int row = 0; row < rank; row++) {
            solution[order[row]] = x[row];
        }
        return solution;
    }
}
