package org.gongshi.evaluation.statistics;

import java.util.OptionalDouble;

/**
 * Response rates (回收率) by the AAPOR Standard Definitions. With T = I + P + R + NC + O the cases known to be eligible and
 * U = UH + UO those of unknown eligibility, a share e of which is taken to be eligible.
 *
 * @param counts the (weighted) numbers of cases by final disposition
 * @param e share of the unknown cases taken as eligible
 * @param rr1 I / (T + U)
 * @param rr2 (I + P) / (T + U)
 * @param rr3 I / (T + eU)
 * @param rr4 (I + P) / (T + eU)
 * @param rr5 I / T
 * @param rr6 (I + P) / T
 * @param coop1 I / (I + P + R + O)
 * @param ref1 R / (T + U)
 * @param con1 (I + P + R + O) / (T + U)
 */
public record ResponseRates(
        Dispositions counts,
        OptionalDouble e,
        OptionalDouble rr1,
        OptionalDouble rr2,
        OptionalDouble rr3,
        OptionalDouble rr4,
        OptionalDouble rr5,
        OptionalDouble rr6,
        OptionalDouble coop1,
        OptionalDouble ref1,
        OptionalDouble con1) {

    /**
     * Cases by final disposition, weighted or not.
     *
     * @param complete I, complete interviews
     * @param partial P, partial interviews
     * @param refused R, refusals and break-offs
     * @param nonContact NC
     * @param other O
     * @param unknown U, unknown eligibility (household or other)
     * @param ineligible NE, not eligible
     */
    public record Dispositions(
            double complete,
            double partial,
            double refused,
            double nonContact,
            double other,
            double unknown,
            double ineligible) {}

    /**
     * @param eligibleShare e, or empty for the proportional allocation T / (T + NE); a rate over nobody is empty
     */
    public static ResponseRates of(Dispositions counts, OptionalDouble eligibleShare) {
        double complete = counts.complete();
        double answered = complete + counts.partial();
        double reached = answered + counts.refused() + counts.other();
        double eligible = reached + counts.nonContact();
        double all = eligible + counts.unknown();
        double e = eligibleShare.orElse(eligible / (eligible + counts.ineligible()));
        double likely = eligible + e * counts.unknown();
        return new ResponseRates(
                counts,
                Finite.of(e),
                Finite.of(complete / all),
                Finite.of(answered / all),
                Finite.of(complete / likely),
                Finite.of(answered / likely),
                Finite.of(complete / eligible),
                Finite.of(answered / eligible),
                Finite.of(complete / reached),
                Finite.of(counts.refused() / all),
                Finite.of(reached / all));
    }
}
