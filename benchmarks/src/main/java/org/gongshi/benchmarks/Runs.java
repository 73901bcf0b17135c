package org.gongshi.benchmarks;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** All runs of one contender; 1 or more. */
public record Runs(String name, List<Measure> measures) {
    public Runs {
        measures = List.copyOf(measures);
        if (measures.isEmpty()) {
            throw new IllegalArgumentException(name + " did not run");
        }
    }

    /** Median of the wall-clock times, seconds. */
    public double medianSeconds() {
        return median(Measure::seconds);
    }

    /** Whether some run was stopped at its limit, so that the contender is slower than its times say. */
    public boolean stopped() {
        return measures.stream().anyMatch(Measure::stopped);
    }

    public double leastSeconds() {
        return measures.stream().mapToDouble(Measure::seconds).min().orElseThrow();
    }

    public double mostSeconds() {
        return measures.stream().mapToDouble(Measure::seconds).max().orElseThrow();
    }

    /** The most memory of any run, megabytes; empty when none told it. */
    public OptionalDouble peakMegabytes() {
        return measures.stream()
                .flatMapToDouble(measure -> measure.peakMegabytes().stream())
                .max();
    }

    /** Median of a figure that every run told; empty when one did not. */
    public OptionalDouble medianOf(String figure) {
        return measures.stream().allMatch(measure -> measure.figures().containsKey(figure))
                ? OptionalDouble.of(median(measure -> measure.figures().get(figure)))
                : OptionalDouble.empty();
    }

    private double median(ToDoubleFunction<Measure> figure) {
        double[] sorted = measures.stream().mapToDouble(figure).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
