package org.gongshi.evaluation.statistics;

import java.util.OptionalDouble;

/** Intervals for {@code events} out of {@code n} under simple random sampling. */
record SimpleIntervals(long n, long events, double alpha) {

    ProportionInterval of(IntervalMethod method) {
        var none = OptionalDouble.empty();
        double[] ends = method == IntervalMethod.WILSON ? wilson() : clopperPearson();
        return new ProportionInterval(
                Finite.of((double) events / n), none, none, Finite.of(ends[0]), Finite.of(ends[1]), none);
    }

    private double[] wilson() {
        double z = NormalLaw.upperQuantile(alpha / 2);
        double p = (double) events / n;
        double centre = p + z * z / (2 * n);
        double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4.0 * n * n));
        double below = 1 + z * z / n;
        return new double[] {Math.max(0, (centre - half) / below), Math.min(1, (centre + half) / below)};
    }

    private double[] clopperPearson() {
        return new double[] {
            events == 0 ? 0 : BetaQuantile.of(alpha / 2, events, n - events + 1.0),
            events == n ? 1 : BetaQuantile.of(1 - alpha / 2, events + 1.0, n - events)
        };
    }
}
