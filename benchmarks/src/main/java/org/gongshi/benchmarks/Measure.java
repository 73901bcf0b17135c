package org.gongshi.benchmarks;

import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What one run of one contender cost.
 *
 * @param seconds wall-clock time of the whole run, above 0
 * @param peakMegabytes the most memory its process held (resident set); empty when the run was no process or the system does
 *     not tell
 * @param figures further figures that the run told of itself, by name, such as the seconds of computing alone
 * @param stopped whether the run was not done when its limit was over and was stopped: it takes longer than {@code seconds}
 */
public record Measure(double seconds, OptionalDouble peakMegabytes, Map<String, Double> figures, boolean stopped) {
    public Measure {
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("a run takes some time: " + seconds + " s");
        }
        Objects.requireNonNull(peakMegabytes, "peakMegabytes");
        figures = Map.copyOf(new TreeMap<>(figures));
    }

    /** A run that came to its end. */
    public Measure(double seconds, OptionalDouble peakMegabytes, Map<String, Double> figures) {
        this(seconds, peakMegabytes, figures, false);
    }

    /** Wall-clock time alone. */
    public static Measure ofSeconds(double seconds) {
        return new Measure(seconds, OptionalDouble.empty(), Map.of());
    }
}
