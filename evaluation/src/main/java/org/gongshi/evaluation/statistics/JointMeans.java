package org.gongshi.evaluation.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Weighted means of several domains with their covariances (域均值的协方差): domains that share schools are correlated. R:
 * {@code svyby(~y, ~g, design, svymean, na.rm=TRUE, covmat=TRUE)}.
 */
public final class JointMeans {
    private final long[] n;
    private final double[] estimate;
    private final double[][] covariance;

    /** One of the means: answers of a domain. */
    public record Part(Answers answers, Domain domain) {}

    private JointMeans(long[] n, double[] estimate, double[][] covariance) {
        this.n = n;
        this.estimate = estimate;
        this.covariance = covariance;
    }

    /** The same answers in several domains. */
    public static JointMeans of(SurveyDesign design, Answers answers, List<Domain> domains) {
        return of(
                design,
                domains.stream().map(domain -> new Part(answers, domain)).toList());
    }

    /**
     * @throws SurveyFault {@link FaultCode#LONELY_PSU}
     * @throws IllegalArgumentException when cells of several respondents, each a unit, hold answers to two questions
     */
    public static JointMeans of(SurveyDesign design, List<Part> parts) {
        long[] n = new long[parts.size()];
        double[] estimate = new double[parts.size()];
        List<Linearised> linearised = new ArrayList<>();
        for (int part = 0; part < n.length; part++) {
            var moments = new WeightedMoments(
                    design, parts.get(part).answers(), parts.get(part).domain());
            n[part] = moments.n;
            estimate[part] = moments.mean;
            linearised.add(moments.linearisedMean());
        }
        return new JointMeans(n, estimate, TaylorVariance.covariance(design, linearised));
    }

    /** How many means there are. */
    public int size() {
        return n.length;
    }

    /** Respondents behind a mean. */
    public long n(int part) {
        return n[part];
    }

    /** A mean; empty when nobody answered. */
    public OptionalDouble estimate(int part) {
        return Finite.of(estimate[part]);
    }

    /** Covariance of two means, the variance when they are the same. */
    public double covariance(int a, int b) {
        return covariance[a][b];
    }

    /** The means somebody answered for, in order. */
    public int[] nonEmpty() {
        return java.util.stream.IntStream.range(0, n.length)
                .filter(part -> n[part] > 0)
                .toArray();
    }

    double mean(int part) {
        return estimate[part];
    }

    /** Σ c_k mean_k over the parts with a coefficient other than 0. */
    double combined(double[] coefficient) {
        double sum = 0;
        for (int part = 0; part < n.length; part++) {
            sum += coefficient[part] == 0 ? 0 : coefficient[part] * estimate[part];
        }
        return sum;
    }

    /** Standard error of Σ c_k mean_k. */
    double combinedSe(double[] coefficient) {
        double variance = 0;
        for (int a = 0; a < n.length; a++) {
            for (int b = 0; b < n.length; b++) {
                if (coefficient[a] != 0 && coefficient[b] != 0) {
                    variance += coefficient[a] * coefficient[b] * covariance[a][b];
                }
            }
        }
        return Math.sqrt(variance);
    }
}
