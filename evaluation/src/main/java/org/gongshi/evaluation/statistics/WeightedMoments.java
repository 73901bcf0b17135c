package org.gongshi.evaluation.statistics;

/**
 * Weighted mean and spread of the valid answers of a domain. Sums are taken of differences from a first guess and of
 * residuals from the mean, never squares minus squares, so that values with a large common offset (time stamps) keep their
 * digits.
 */
final class WeightedMoments {
    private final SurveyDesign design;
    private final Answers answers;
    private final Domain domain;

    /** Respondents with a valid answer and a weight. */
    final long n;
    /** Respondents of the domain with a weight, but without a valid answer. */
    final long missing;

    final double sumWeights;
    final double sumSquaredWeights;
    /** NaN when nobody counts. */
    final double mean;
    /** Σ w (y − mean)²; exactly 0 when every answer is the same. */
    final double squares;

    WeightedMoments(SurveyDesign design, Answers answers, Domain domain) {
        this.design = design;
        this.answers = answers;
        this.domain = domain;
        long respondents = 0;
        long valid = 0;
        double weights = 0;
        double squaredWeights = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int cell : domain.members()) {
            double weight = design.weight(cell);
            if (weight == 0) {
                continue;
            }
            respondents += design.count(cell);
            for (int entry = answers.from(cell); entry < answers.to(cell); entry++) {
                int count = answers.count(entry);
                valid += count;
                weights += count * weight;
                squaredWeights += count * weight * weight;
                low = Math.min(low, answers.value(entry));
                high = Math.max(high, answers.value(entry));
            }
        }
        n = valid;
        missing = respondents - valid;
        sumWeights = weights;
        sumSquaredWeights = squaredWeights;
        if (valid == 0) {
            mean = Double.NaN;
            squares = 0;
        } else if (low == high) {
            mean = low;
            squares = 0;
        } else {
            double guess = low + residuals(low, 1) / weights;
            mean = guess + residuals(guess, 1) / weights;
            squares = residuals(mean, 2);
        }
    }

    /** Σ w (y − centre)^power, power 1 or 2. */
    private double residuals(double centre, int power) {
        double sum = 0;
        for (int cell : domain.members()) {
            if (design.weight(cell) == 0) {
                continue;
            }
            double own = 0;
            for (int entry = answers.from(cell); entry < answers.to(cell); entry++) {
                double residual = answers.value(entry) - centre;
                own += answers.count(entry) * (power == 1 ? residual : residual * residual);
            }
            sum += own * design.weight(cell);
        }
        return sum;
    }

    /** The linearised variable of the mean. */
    Linearised linearisedMean() {
        return new Linearised(answers, domain, n == 0 ? 0 : mean, n == 0 ? 0 : 1 / sumWeights);
    }

    /** n/(n − 1) Σ w (y − mean)² / W; NaN below two respondents. */
    double elementVariance() {
        return n < 2 ? Double.NaN : (double) n / (n - 1) * squares / sumWeights;
    }

    /** n Σw² / (Σw)². */
    double kishDeff() {
        return n * sumSquaredWeights / (sumWeights * sumWeights);
    }
}
