package org.gongshi.evaluation.statistics;

import java.util.OptionalDouble;

/**
 * How unequal the weights are (权数概况), over respondents with a weight other than 0.
 *
 * @param n respondents
 * @param sumWeights persons they stand for
 * @param minWeight smallest weight
 * @param maxWeight largest weight
 * @param meanWeight mean weight
 * @param cvWeights population standard deviation / mean
 * @param kishDeff n Σw² / (Σw)² = 1 + cv² (Kish 1965)
 * @param kishEffectiveN (Σw)² / Σw²
 */
public record WeightSummary(
        long n,
        double sumWeights,
        OptionalDouble minWeight,
        OptionalDouble maxWeight,
        OptionalDouble meanWeight,
        OptionalDouble cvWeights,
        OptionalDouble kishDeff,
        OptionalDouble kishEffectiveN) {

    /** R: {@code weights(design)} and arithmetic. */
    public static WeightSummary of(SurveyDesign design, Domain domain) {
        long n = 0;
        double sum = 0;
        double squares = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int cell = 0; cell < design.cells(); cell++) {
            double weight = design.weight(cell);
            if (weight != 0 && domain.contains(cell) && design.count(cell) > 0) {
                n += design.count(cell);
                sum += weight * design.count(cell);
                squares += weight * weight * design.count(cell);
                low = Math.min(low, weight);
                high = Math.max(high, weight);
            }
        }
        double mean = sum / n;
        double deviations = 0;
        for (int cell = 0; cell < design.cells(); cell++) {
            double weight = design.weight(cell);
            if (weight != 0 && domain.contains(cell)) {
                deviations += (weight - mean) * (weight - mean) * design.count(cell);
            }
        }
        return new WeightSummary(
                n,
                sum,
                Finite.of(low),
                Finite.of(high),
                Finite.of(mean),
                Finite.of(Math.sqrt(deviations / n) / mean),
                Finite.of(n * squares / (sum * sum)),
                Finite.of(sum * sum / squares));
    }
}
