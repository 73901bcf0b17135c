package org.gongshi.evaluation.statistics;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** Small dense matrices. A matrix counts as singular where R's {@code solve} refuses it. */
final class Matrices {
    /** Reciprocal condition number below which R's solve() gives an error. */
    private static final double SINGULAR = Math.ulp(1.0);

    private Matrices() {}

    /** The inverse, or {@code null} when the matrix is singular to working precision. */
    static double[][] inverse(double[][] matrix) {
        for (double[] row : matrix) {
            for (double entry : row) {
                if (Double.isNaN(entry) || Double.isInfinite(entry)) {
                    return null;
                }
            }
        }
        RealMatrix original = new Array2DRowRealMatrix(matrix, false);
        var solver = new LUDecomposition(original, 0).getSolver();
        if (!solver.isNonSingular()) {
            return null;
        }
        RealMatrix inverse = solver.getInverse();
        double conditioning = 1 / (original.getNorm() * inverse.getNorm());
        return conditioning >= SINGULAR ? inverse.getData() : null;
    }

    /** x' A⁻¹ x; NaN when A is singular. */
    static double quadraticForm(double[][] matrix, double[] x) {
        double[][] inverse = inverse(matrix);
        if (inverse == null) {
            return Double.NaN;
        }
        double sum = 0;
        for (int a = 0; a < x.length; a++) {
            for (int b = 0; b < x.length; b++) {
                sum += x[a] * inverse[a][b] * x[b];
            }
        }
        return sum;
    }

    static double trace(double[][] matrix) {
        double sum = 0;
        for (int row = 0; row < matrix.length; row++) {
            sum += matrix[row][row];
        }
        return sum;
    }

    static double[][] product(double[][] left, double[][] right) {
        double[][] product = new double[left.length][right[0].length];
        for (int row = 0; row < left.length; row++) {
            for (int inner = 0; inner < right.length; inner++) {
                for (int column = 0; column < right[0].length; column++) {
                    product[row][column] += left[row][inner] * right[inner][column];
                }
            }
        }
        return product;
    }

    static double[][] transposed(double[][] matrix) {
        double[][] turned = new double[matrix[0].length][matrix.length];
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < turned.length; column++) {
                turned[column][row] = matrix[row][column];
            }
        }
        return turned;
    }
}
