package org.gongshi.evaluation.statistics;

import java.util.OptionalDouble;

/**
 * A linear combination of domain means, such as this year minus last year (对比), with the covariance of shared sampling
 * units. R: {@code svycontrast}; Kish (1965).
 *
 * @param estimate Σ c_k mean_k; everything is empty when a mean with a coefficient has nobody
 * @param se its standard error
 * @param df degrees of freedom
 * @param t estimate / se
 * @param pValue two-sided
 * @param ciLow lower end of the interval
 * @param ciHigh upper end
 */
public record Contrast(
        OptionalDouble estimate,
        OptionalDouble se,
        OptionalDouble df,
        OptionalDouble t,
        OptionalDouble pValue,
        OptionalDouble ciLow,
        OptionalDouble ciHigh) {

    /** @param coefficient one for each mean; a mean of coefficient 0 may be empty */
    public static Contrast of(SurveyDesign design, JointMeans means, double[] coefficient, Precision precision) {
        for (int part = 0; part < means.size(); part++) {
            if (coefficient[part] != 0 && means.n(part) == 0) {
                var none = OptionalDouble.empty();
                return new Contrast(none, none, none, none, none, none, none);
            }
        }
        double estimate = means.combined(coefficient);
        double se = means.combinedSe(coefficient);
        double df = df(design, precision.df());
        double half = Estimates.half(se, df, precision);
        return new Contrast(
                Finite.of(estimate),
                Finite.of(se),
                Finite.of(df),
                Finite.of(estimate / se),
                Finite.of(StudentT.twoSided(estimate / se, df)),
                Finite.of(estimate - half),
                Finite.of(estimate + half));
    }

    /** For comparisons the domain is all of the sample that is looked at. */
    static double df(SurveyDesign design, DfRule rule) {
        return switch (rule) {
            case DESIGN -> design.degreesOfFreedom();
            case DOMAIN -> DegreesOfFreedom.of(design, cell -> design.weight(cell) != 0);
            case INFINITE -> Double.POSITIVE_INFINITY;
        };
    }
}
