package org.gongshi.evaluation.statistics;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Covariance matrix of the items of a scale, with the number of respondents behind it: all that {@link CronbachAlpha} and
 * {@link OmegaTotal} need.
 */
public final class ItemCovariances {
    private final long n;
    private final double[][] covariance;

    private ItemCovariances(long n, double[][] covariance) {
        this.n = n;
        this.covariance = covariance;
    }

    /**
     * From respondents who answered every item. R: {@code cov(x[complete.cases(x), ])}.
     *
     * @param rows one array of answers a respondent, {@code NaN} where there is none
     */
    public static ItemCovariances listwise(double[][] rows) {
        double[] ones = new double[rows.length];
        Arrays.fill(ones, 1);
        return weighted(rows, ones);
    }

    /**
     * From respondents who answered every item, n/(n − 1) Σ w (x − x̄)(y − ȳ) / Σ w. R: {@code svyvar}.
     *
     * @param weights one for each respondent
     */
    public static ItemCovariances weighted(double[][] rows, double[] weights) {
        boolean[] complete = new boolean[rows.length];
        long n = 0;
        for (int row = 0; row < rows.length; row++) {
            complete[row] = Arrays.stream(rows[row]).noneMatch(Double::isNaN);
            n += complete[row] ? 1 : 0;
        }
        int items = rows.length == 0 ? 0 : rows[0].length;
        double[][] covariance = new double[items][items];
        for (int a = 0; a < items; a++) {
            for (int b = a; b < items; b++) {
                covariance[a][b] = covariance(rows, weights, complete, a, b);
                covariance[b][a] = covariance[a][b];
            }
        }
        return new ItemCovariances(n, covariance);
    }

    /** From all respondents who answered both items of a pair. R: {@code cov(x, use="pairwise")}. */
    public static ItemCovariances pairwise(double[][] rows) {
        double[] ones = new double[rows.length];
        Arrays.fill(ones, 1);
        int items = rows.length == 0 ? 0 : rows[0].length;
        double[][] covariance = new double[items][items];
        boolean[] both = new boolean[rows.length];
        for (int a = 0; a < items; a++) {
            for (int b = a; b < items; b++) {
                for (int row = 0; row < rows.length; row++) {
                    both[row] = !Double.isNaN(rows[row][a]) && !Double.isNaN(rows[row][b]);
                }
                covariance[a][b] = covariance(rows, ones, both, a, b);
                covariance[b][a] = covariance[a][b];
            }
        }
        return new ItemCovariances(rows.length, covariance);
    }

    /**
     * From sums kept while answers came in; whole numbers lose nothing.
     *
     * @param n respondents who answered every item
     * @param sums Σ x of every item
     * @param products Σ x y of every pair of items
     */
    public static ItemCovariances ofSums(long n, long[] sums, long[][] products) {
        double[][] covariance = new double[sums.length][sums.length];
        for (int a = 0; a < sums.length; a++) {
            for (int b = 0; b < sums.length; b++) {
                // Two large products that nearly cancel: exact, and beyond 63 bits from some millions of answers on.
                BigInteger exact = BigInteger.valueOf(n)
                        .multiply(BigInteger.valueOf(products[a][b]))
                        .subtract(BigInteger.valueOf(sums[a]).multiply(BigInteger.valueOf(sums[b])));
                covariance[a][b] = exact.doubleValue() / ((double) n * (n - 1));
            }
        }
        return new ItemCovariances(n, covariance);
    }

    private static double covariance(double[][] rows, double[] weights, boolean[] use, int a, int b) {
        long n = 0;
        double total = 0;
        double sumA = 0;
        double sumB = 0;
        for (int row = 0; row < rows.length; row++) {
            if (use[row]) {
                n++;
                total += weights[row];
                sumA += weights[row] * rows[row][a];
                sumB += weights[row] * rows[row][b];
            }
        }
        double products = 0;
        for (int row = 0; row < rows.length; row++) {
            if (use[row]) {
                products += weights[row] * (rows[row][a] - sumA / total) * (rows[row][b] - sumB / total);
            }
        }
        return (double) n / (n - 1) * products / total;
    }

    /** Respondents behind the matrix. */
    public long n() {
        return n;
    }

    /** How many items there are. */
    public int items() {
        return covariance.length;
    }

    double of(int a, int b) {
        return covariance[a][b];
    }

    /** Whether the item has no variance. */
    boolean constant(int item) {
        return covariance[item][item] <= 0;
    }

    /** Correlation matrix; {@code null} when an item has no variance. */
    double[][] correlations() {
        double[][] correlation = new double[items()][items()];
        for (int a = 0; a < items(); a++) {
            if (!(covariance[a][a] > 0)) {
                return null;
            }
            for (int b = 0; b < items(); b++) {
                correlation[a][b] = covariance[a][b] / Math.sqrt(covariance[a][a] * covariance[b][b]);
            }
        }
        return correlation;
    }
}
