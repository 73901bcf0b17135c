package org.gongshi.evaluation.statistics;

import java.util.List;

/**
 * Are the means of k domains equal? (均值相等检验) With C the differences to the last mean that somebody answered for, W =
 * (Cb)'(CVC')⁻¹(Cb) and q = k − 1: {@code wald} compares W/q with F(q, df), {@code adjusted-wald} compares
 * W (df − q + 1)/(df q) with F(q, df − q + 1). Korn and Graubard, Am. Stat. 44 (1990).
 */
public final class EqualityTest {
    private EqualityTest() {}

    /** Both tests; their values are empty with fewer than two means or when the covariance matrix is singular. */
    public static List<TestResult> of(SurveyDesign design, JointMeans means, Precision precision) {
        int[] parts = means.nonEmpty();
        int q = Math.max(0, parts.length - 1);
        double df = Contrast.df(design, precision.df());
        double wald = q == 0 ? Double.NaN : wald(means, parts);
        double rest = df - q + 1;
        return List.of(
                TestResult.f("wald", wald / q, q, df), TestResult.f("adjusted-wald", wald * rest / (df * q), q, rest));
    }

    private static double wald(JointMeans means, int[] parts) {
        int q = parts.length - 1;
        int last = parts[q];
        double[] difference = new double[q];
        double[][] variance = new double[q][q];
        for (int a = 0; a < q; a++) {
            difference[a] = means.mean(parts[a]) - means.mean(last);
            for (int b = 0; b < q; b++) {
                variance[a][b] = means.covariance(parts[a], parts[b])
                        - means.covariance(parts[a], last)
                        - means.covariance(last, parts[b])
                        + means.covariance(last, last);
            }
        }
        return Matrices.quadraticForm(variance, difference);
    }
}
