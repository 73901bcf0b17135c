package org.gongshi.evaluation.statistics;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Signs of careless answering, respondent by respondent (答题质量标记). Answers are given in the order asked, {@code NaN} where
 * there is none. A flag never deletes a response by itself. Meade and Craig (2012); Curran (2016).
 */
public final class QualityFlags {
    private QualityFlags() {}

    /** Longest run of equal answers; a missing answer ends a run. */
    public static int longestRun(double[] answers) {
        int best = 0;
        int run = 0;
        double last = Double.NaN;
        for (double answer : answers) {
            run = Double.isNaN(answer) ? 0 : answer == last ? run + 1 : 1;
            best = Math.max(best, run);
            last = answer;
        }
        return best;
    }

    /** Standard deviation of the answers (intra-individual response variability, n − 1); empty under two answers. */
    public static OptionalDouble variability(double[] answers) {
        double[] given = given(answers);
        if (given.length < 2) {
            return OptionalDouble.empty();
        }
        if (allEqual(given)) {
            return OptionalDouble.of(0);
        }
        double mean = Arrays.stream(given).average().orElseThrow();
        double squares = Arrays.stream(given)
                .map(answer -> (answer - mean) * (answer - mean))
                .sum();
        return OptionalDouble.of(Math.sqrt(squares / (given.length - 1)));
    }

    /** Share of the items without an answer. */
    public static double missingShare(double[] answers) {
        return 1 - (double) given(answers).length / answers.length;
    }

    /** At least {@code minAnswered} (and two) answers, all of them equal. */
    public static boolean straightLine(double[] answers, int minAnswered) {
        double[] given = given(answers);
        return given.length >= Math.max(2, minAnswered) && allEqual(given);
    }

    private static double[] given(double[] answers) {
        return Arrays.stream(answers).filter(answer -> !Double.isNaN(answer)).toArray();
    }

    private static boolean allEqual(double[] given) {
        return Arrays.stream(given).allMatch(answer -> answer == given[0]);
    }

    /** Median of the values that are not NaN; NaN of none. */
    public static double median(double[] values) {
        double[] sorted = given(values);
        Arrays.sort(sorted);
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    /**
     * Squared Mahalanobis distances from the mean of the complete rows, with their covariance; {@code NaN} for incomplete
     * rows and for all when the covariance is singular. R: {@code mahalanobis(x, colMeans(x), cov(x))}.
     */
    public static double[] mahalanobis(double[][] rows) {
        double[] distance = new double[rows.length];
        Arrays.fill(distance, Double.NaN);
        var covariances = ItemCovariances.listwise(rows);
        double[][] matrix = new double[covariances.items()][covariances.items()];
        for (int a = 0; a < matrix.length; a++) {
            for (int b = 0; b < matrix.length; b++) {
                matrix[a][b] = covariances.of(a, b);
            }
        }
        double[][] inverse = covariances.n() < 2 ? null : Matrices.inverse(matrix);
        if (inverse == null) {
            return distance;
        }
        double[] mean = means(rows, covariances.n());
        for (int row = 0; row < rows.length; row++) {
            if (given(rows[row]).length == mean.length) {
                distance[row] = form(inverse, rows[row], mean);
            }
        }
        return distance;
    }

    private static double[] means(double[][] rows, long complete) {
        double[] mean = new double[rows[0].length];
        for (double[] row : rows) {
            if (given(row).length == mean.length) {
                for (int item = 0; item < mean.length; item++) {
                    mean[item] += row[item] / complete;
                }
            }
        }
        return mean;
    }

    private static double form(double[][] inverse, double[] row, double[] mean) {
        double sum = 0;
        for (int a = 0; a < mean.length; a++) {
            for (int b = 0; b < mean.length; b++) {
                sum += (row[a] - mean[a]) * inverse[a][b] * (row[b] - mean[b]);
            }
        }
        return sum;
    }

    /** Upper tail of chi-square with one degree of freedom an item: how rare such a distance is; NaN stays NaN. */
    public static double mahalanobisP(double squaredDistance, int items) {
        return Tails.chiSquare(squaredDistance, items);
    }
}
