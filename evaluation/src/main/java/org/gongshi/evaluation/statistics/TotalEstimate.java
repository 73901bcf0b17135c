package org.gongshi.evaluation.statistics;

import java.util.OptionalDouble;

/**
 * A population total (总量) or a ratio of two totals (比率) with its precision.
 *
 * @param n respondents who count
 * @param estimate the total or ratio; a total over nobody is 0, a ratio over nobody is empty
 * @param se standard error by Taylor linearisation
 * @param df degrees of freedom; empty when infinite or nobody counts
 * @param ciLow lower end of the interval; empty when df ≤ 0
 * @param ciHigh upper end
 */
public record TotalEstimate(
        long n,
        OptionalDouble estimate,
        OptionalDouble se,
        OptionalDouble df,
        OptionalDouble ciLow,
        OptionalDouble ciHigh) {}
