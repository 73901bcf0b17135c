package org.gongshi.evaluation.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * McDonald's omega (麦克唐纳ω系数): (Σ l)² / ((Σ l)² + Σ u) with the loadings l and uniquenesses u of a one-factor maximum
 * likelihood model of the correlation matrix. McDonald (1999). R: {@code factanal(items, factors=1)}, uniquenesses not below
 * 0.005.
 *
 * @param n respondents who answered every item
 * @param omega empty below three items, when an item has no variance or when the correlations are singular
 * @param loadings one for each item, empty like omega
 */
public record OmegaTotal(long n, OptionalDouble omega, List<OptionalDouble> loadings) {
    private static final double LEAST_UNIQUENESS = 0.005;
    private static final int MOST_STEPS = 2000;
    private static final int MOST_HALVINGS = 40;

    public OmegaTotal {
        loadings = List.copyOf(loadings);
    }

    public static OmegaTotal of(ItemCovariances covariances) {
        double[][] correlation = covariances.items() < 3 || covariances.n() < 2 ? null : covariances.correlations();
        double[][] inverse = correlation == null ? null : Matrices.inverse(correlation);
        if (inverse == null) {
            List<OptionalDouble> none = new ArrayList<>();
            for (int item = 0; item < covariances.items(); item++) {
                none.add(OptionalDouble.empty());
            }
            return new OmegaTotal(covariances.n(), OptionalDouble.empty(), none);
        }
        double[] uniqueness = fit(correlation, start(inverse));
        double[] loading = new Fit(correlation, uniqueness).loading;
        double sum = 0;
        double unique = 0;
        List<OptionalDouble> loadings = new ArrayList<>();
        for (int item = 0; item < loading.length; item++) {
            sum += loading[item];
            unique += uniqueness[item];
            loadings.add(Finite.of(loading[item]));
        }
        return new OmegaTotal(covariances.n(), Finite.of(sum * sum / (sum * sum + unique)), loadings);
    }

    /** Jöreskog's start: (1 − 1/2p) / diagonal of the inverse. */
    private static double[] start(double[][] inverse) {
        int p = inverse.length;
        double[] uniqueness = new double[p];
        for (int item = 0; item < p; item++) {
            uniqueness[item] = Math.min(1, Math.max(LEAST_UNIQUENESS, (1 - 0.5 / p) / inverse[item][item]));
        }
        return uniqueness;
    }

    /** Projected Newton steps with the approximate Hessian of Jöreskog (1967), halved until the discrepancy falls. */
    private static double[] fit(double[][] correlation, double[] start) {
        double[] uniqueness = start;
        Fit current = new Fit(correlation, uniqueness);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] move = current.move(uniqueness);
            Fit better = null;
            double[] tried = null;
            double part = 1;
            for (int halving = 0; halving < MOST_HALVINGS && better == null; halving++, part /= 2) {
                tried = bounded(uniqueness, move, part);
                Fit next = new Fit(correlation, tried);
                better = next.discrepancy < current.discrepancy ? next : null;
            }
            if (better == null) {
                break;
            }
            boolean settled = current.discrepancy - better.discrepancy < 1e-16 && distance(uniqueness, tried) < 1e-10;
            uniqueness = tried;
            current = better;
            if (settled) {
                break;
            }
        }
        return uniqueness;
    }

    private static double[] bounded(double[] from, double[] move, double part) {
        double[] to = new double[from.length];
        for (int item = 0; item < to.length; item++) {
            to[item] = Math.min(1, Math.max(LEAST_UNIQUENESS, from[item] + part * move[item]));
        }
        return to;
    }

    private static double distance(double[] a, double[] b) {
        double worst = 0;
        for (int item = 0; item < a.length; item++) {
            worst = Math.max(worst, Math.abs(a[item] - b[item]));
        }
        return worst;
    }

    /** The best loadings for given uniquenesses, and how far the model is from the data. */
    private static final class Fit {
        private final double[] loading;
        private final double discrepancy;
        private final double[] gradient;
        private final double[][] curvature;

        Fit(double[][] correlation, double[] uniqueness) {
            int p = uniqueness.length;
            double[][] scaled = new double[p][p];
            for (int a = 0; a < p; a++) {
                for (int b = 0; b < p; b++) {
                    scaled[a][b] = correlation[a][b] / Math.sqrt(uniqueness[a] * uniqueness[b]);
                }
            }
            var eigen = new EigenDecomposition(new Array2DRowRealMatrix(scaled, false));
            double[] values = eigen.getRealEigenvalues();
            int first = largest(values);
            double[] vector = eigen.getEigenvector(first).toArray();
            loading = loadings(vector, values[first], uniqueness);
            discrepancy = discrepancy(values, first);
            gradient = gradient(correlation, uniqueness);
            curvature = curvature(vector, uniqueness);
        }

        private static int largest(double[] values) {
            int first = 0;
            for (int each = 1; each < values.length; each++) {
                first = values[each] > values[first] ? each : first;
            }
            return first;
        }

        private static double[] loadings(double[] vector, double value, double[] uniqueness) {
            double[] loading = new double[vector.length];
            double sum = 0;
            for (int item = 0; item < loading.length; item++) {
                loading[item] = Math.sqrt(uniqueness[item] * Math.max(0, value - 1)) * vector[item];
                sum += loading[item];
            }
            for (int item = 0; item < loading.length && sum < 0; item++) {
                loading[item] = -loading[item];
            }
            return loading;
        }

        /** −Σ (log e − e + 1) over all eigenvalues but the first. */
        private static double discrepancy(double[] values, int first) {
            double sum = 0;
            for (int each = 0; each < values.length; each++) {
                sum += each == first ? 0 : values[each] - 1 - Math.log(Math.max(values[each], Double.MIN_NORMAL));
            }
            return sum;
        }

        /** diag(L L' + U − R) / U². */
        private double[] gradient(double[][] correlation, double[] uniqueness) {
            double[] slope = new double[uniqueness.length];
            for (int item = 0; item < slope.length; item++) {
                double residual = loading[item] * loading[item] + uniqueness[item] - correlation[item][item];
                slope[item] = residual / (uniqueness[item] * uniqueness[item]);
            }
            return slope;
        }

        /** Squares of the entries of U^-1/2 (I − v v') U^-1/2. */
        private static double[][] curvature(double[] vector, double[] uniqueness) {
            int p = vector.length;
            double[][] matrix = new double[p][p];
            for (int a = 0; a < p; a++) {
                for (int b = 0; b < p; b++) {
                    double entry =
                            ((a == b ? 1 : 0) - vector[a] * vector[b]) / Math.sqrt(uniqueness[a] * uniqueness[b]);
                    matrix[a][b] = entry * entry;
                }
            }
            return matrix;
        }

        /** The Newton step over the items that are not held at a bound. */
        double[] move(double[] uniqueness) {
            int p = uniqueness.length;
            int[] free = java.util.stream.IntStream.range(0, p)
                    .filter(item -> !(uniqueness[item] <= LEAST_UNIQUENESS && gradient[item] > 0)
                            && !(uniqueness[item] >= 1 && gradient[item] < 0))
                    .toArray();
            double[][] matrix = new double[free.length][free.length];
            for (int a = 0; a < free.length; a++) {
                for (int b = 0; b < free.length; b++) {
                    matrix[a][b] = curvature[free[a]][free[b]];
                }
            }
            double[][] inverse = free.length == 0 ? null : Matrices.inverse(matrix);
            double[] move = new double[p];
            for (int a = 0; a < free.length; a++) {
                if (inverse == null) {
                    move[free[a]] = -gradient[free[a]] * uniqueness[free[a]] * uniqueness[free[a]];
                    continue;
                }
                for (int b = 0; b < free.length; b++) {
                    move[free[a]] -= inverse[a][b] * gradient[free[b]];
                }
            }
            return move;
        }
    }
}
