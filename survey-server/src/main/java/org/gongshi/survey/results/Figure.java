package org.gongshi.survey.results;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A figure as computed, before anything is rounded, banded or withheld (原始估计值).
 *
 * @param n persons behind it
 * @param schools schools (for the public, persons) behind it
 * @param value in points or percent, 0 to 100; empty when nobody answered
 * @param low lower end of the 95 % interval; empty without a degree of freedom and for open links
 * @param high upper end
 * @param effectiveN persons of a simple random sample that would be as exact, at most n
 * @param df degrees of freedom
 * @param designEffect variance over that of a simple random sample of n persons
 * @param cv standard error over value
 * @param method id of the method
 */
record Figure(
        long n,
        long schools,
        OptionalDouble value,
        OptionalDouble low,
        OptionalDouble high,
        OptionalDouble effectiveN,
        OptionalDouble df,
        OptionalDouble designEffect,
        OptionalDouble cv,
        String method) {
    Figure {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(method, "method");
    }

    /**
     * Whether its sampling error is known: some degree of freedom, and an interval unless all answers of a rate agree (then
     * only a bound is published).
     */
    boolean isEstimable() {
        boolean unanimousRate = designEffect.isEmpty() && effectiveN.isPresent();
        return df.orElse(0) > 0 && (low.isPresent() || unanimousRate);
    }

    /** A plain share of volunteers: no interval, no design. */
    static Figure plain(long n, double value, String method) {
        var none = OptionalDouble.empty();
        return new Figure(n, n, n == 0 ? none : OptionalDouble.of(value), none, none, none, none, none, none, method);
    }

    /** Nobody answered. */
    static Figure nobody(String method) {
        return plain(0, 0, method);
    }
}
