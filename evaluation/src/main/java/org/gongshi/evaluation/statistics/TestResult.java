package org.gongshi.evaluation.statistics;

import java.util.OptionalDouble;

/**
 * A test statistic with its reference law.
 *
 * @param test name of the test
 * @param statistic the statistic
 * @param ndf numerator (or only) degrees of freedom
 * @param ddf denominator degrees of freedom; empty for chi-square
 * @param pValue probability of a statistic at least as large
 */
public record TestResult(
        String test, OptionalDouble statistic, OptionalDouble ndf, OptionalDouble ddf, OptionalDouble pValue) {

    /** An F test. */
    static TestResult f(String test, double statistic, double ndf, double ddf) {
        return new TestResult(
                test, Finite.of(statistic), Finite.of(ndf), Finite.of(ddf), Finite.of(Tails.f(statistic, ndf, ddf)));
    }
}
