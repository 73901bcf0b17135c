package org.gongshi.evaluation.statistics;

import java.util.OptionalDouble;

/**
 * A proportion with the interval of one method.
 *
 * @param estimate weighted share; for the methods that ignore the design the plain share of events
 * @param se standard error; empty for the methods that ignore the design
 * @param df degrees of freedom; empty for the methods that ignore the design
 * @param ciLow lower end, or empty when the method gives none
 * @param ciHigh upper end
 * @param effectiveN the effective sample size the method used, or empty
 */
public record ProportionInterval(
        OptionalDouble estimate,
        OptionalDouble se,
        OptionalDouble df,
        OptionalDouble ciLow,
        OptionalDouble ciHigh,
        OptionalDouble effectiveN) {

    static ProportionInterval none() {
        var none = OptionalDouble.empty();
        return new ProportionInterval(none, none, none, none, none, none);
    }
}
