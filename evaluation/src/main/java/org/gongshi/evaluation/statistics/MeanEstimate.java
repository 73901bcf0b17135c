package org.gongshi.evaluation.statistics;

import java.util.OptionalDouble;

/**
 * A weighted mean with its precision (加权均值). Anything that cannot be estimated is empty, never NaN. A standard error of 0
 * may mean "unknown": one respondent, or all of them in one school; publication rules must stop it by n, units or df.
 *
 * @param n respondents of the domain with a valid answer and a weight other than 0
 * @param missing those of the domain without a valid answer
 * @param sumWeights W, the persons they stand for
 * @param estimate sum w y / W
 * @param se standard error by Taylor linearisation
 * @param df degrees of freedom (units minus strata); empty when infinite or when the domain is empty
 * @param ciLow lower end of the interval, estimate − t(df) se; empty when df ≤ 0
 * @param ciHigh upper end
 * @param cv coefficient of variation, se / |estimate|
 * @param deff design effect against simple random sampling without replacement (R: {@code deff=TRUE})
 * @param deffReplace the same, with replacement (R: {@code deff="replace"})
 * @param effectiveN n / deffReplace (有效样本量)
 * @param kishDeff n sum w² / (sum w)², the loss by unequal weights (Kish 1965)
 */
public record MeanEstimate(
        long n,
        long missing,
        double sumWeights,
        OptionalDouble estimate,
        OptionalDouble se,
        OptionalDouble df,
        OptionalDouble ciLow,
        OptionalDouble ciHigh,
        OptionalDouble cv,
        OptionalDouble deff,
        OptionalDouble deffReplace,
        OptionalDouble effectiveN,
        OptionalDouble kishDeff) {

    static MeanEstimate nobody(long missing) {
        var none = OptionalDouble.empty();
        return new MeanEstimate(0, missing, 0, none, none, none, none, none, none, none, none, none, none);
    }
}
