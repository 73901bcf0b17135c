package org.gongshi.evaluation.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The difference of two domain means among all pairs (两两比较).
 *
 * @param a index of the first mean
 * @param b index of the second mean
 * @param difference mean b − mean a
 * @param se standard error, with the covariance
 * @param t difference / se
 * @param df degrees of freedom
 * @param pValue two-sided, unadjusted
 * @param holm adjusted over all pairs by Holm (1979)
 * @param bh adjusted over all pairs by Benjamini and Hochberg (1995)
 */
public record PairDifference(
        int a,
        int b,
        OptionalDouble difference,
        OptionalDouble se,
        OptionalDouble t,
        OptionalDouble df,
        OptionalDouble pValue,
        OptionalDouble holm,
        OptionalDouble bh) {

    /** Every pair of means that somebody answered for, in order. R: {@code svycontrast}, {@code p.adjust}. */
    public static List<PairDifference> all(SurveyDesign design, JointMeans means, Precision precision) {
        int[] parts = means.nonEmpty();
        double df = Contrast.df(design, precision.df());
        int pairs = parts.length * (parts.length - 1) / 2;
        int[][] pair = new int[pairs][];
        double[] difference = new double[pairs];
        double[] se = new double[pairs];
        double[] p = new double[pairs];
        int at = 0;
        for (int first = 0; first < parts.length; first++) {
            for (int second = first + 1; second < parts.length; second++) {
                int a = parts[first];
                int b = parts[second];
                pair[at] = new int[] {a, b};
                difference[at] = means.mean(b) - means.mean(a);
                se[at] = Math.sqrt(means.covariance(a, a) + means.covariance(b, b) - 2 * means.covariance(a, b));
                p[at] = StudentT.twoSided(difference[at] / se[at], df);
                at++;
            }
        }
        double[] holm = MultipleTests.holm(p);
        double[] bh = MultipleTests.benjaminiHochberg(p);
        List<PairDifference> all = new ArrayList<>(pairs);
        for (int each = 0; each < pairs; each++) {
            all.add(new PairDifference(
                    pair[each][0],
                    pair[each][1],
                    Finite.of(difference[each]),
                    Finite.of(se[each]),
                    Finite.of(difference[each] / se[each]),
                    Finite.of(df),
                    Finite.of(p[each]),
                    Finite.of(holm[each]),
                    Finite.of(bh[each])));
        }
        return List.copyOf(all);
    }
}
