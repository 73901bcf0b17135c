package org.gongshi.evaluation.sampling;

import java.math.BigDecimal;

/**
 * How many people must answer, and how many are invited for that (样本量), in whole numbers throughout.
 *
 * <p>With design effect d, quantile z, share p, half width e and N people: n₀ = d z² p (1 − p) / e², n = n₀ N / (N − 1 + n₀), which
 * is the finite population correction (Cochran, <i>Sampling Techniques</i>, 1977, 4.2; the design effect multiplies the variance
 * with its correction, Kish 1965), both rounded up; invited n ÷ response rate, rounded up, at most N.
 *
 * @param population N
 * @param completed answers needed, 1 to N; 0 without people
 * @param invited people to invite
 * @param reachable whether the expected response rate suffices when all are invited
 */
public record SampleSize(long population, long completed, long invited, boolean reachable) {

    /** The size for one audience of one place. */
    public static SampleSize of(long population, SampleTarget target, Confidence confidence, BigDecimal share) {
        if (population == 0) {
            return new SampleSize(0, 0, 0, true);
        }
        Fraction z = Fraction.of(confidence.quantile());
        Fraction e = Fraction.of(target.halfWidth());
        Fraction infinite = Fraction.of(target.designEffect())
                .times(z)
                .times(z)
                .times(Fraction.of(share))
                .times(Fraction.of(BigDecimal.ONE.subtract(share)))
                .over(e.times(e));
        // Below one person there is nothing to correct.
        Fraction first = infinite.compareTo(Fraction.ONE) < 0 ? Fraction.ONE : infinite;
        Fraction people = Fraction.of(population, 1);
        long completed = first.times(people)
                .over(Fraction.of(population - 1, 1).plus(first))
                .ceiling();
        long wanted = Fraction.of(completed, 1)
                .over(Fraction.of(target.responseRate()))
                .ceiling();
        return new SampleSize(population, completed, Math.min(population, wanted), wanted <= population);
    }
}
