package org.gongshi.survey.round;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.satisfaction.Deviation;

/**
 * What happened between the close and the release (结束之后).
 *
 * @param seen day on which results or answer sheets were first looked at; empty while nobody has
 * @param deviations strata that will not be weighted as the locked plan says, in the order of their recording; what is recorded
 *     stays
 */
public record Aftermath(Optional<LocalDate> seen, List<Deviation> deviations) {
    /** Nothing has happened yet. */
    public static final Aftermath NONE = new Aftermath(Optional.empty(), List.of());

    public Aftermath {
        Objects.requireNonNull(seen, "seen");
        deviations = List.copyOf(deviations);
        for (int at = 0; at < deviations.size(); at++) {
            Deviation own = deviations.get(at);
            Require.that(deviations.stream().limit(at).noneMatch(own::isOfSameStratum), "one deviation for a stratum");
        }
    }

    Aftermath seen(LocalDate day) {
        return new Aftermath(Optional.of(seen.orElse(day)), deviations);
    }

    Aftermath with(Deviation deviation) {
        return new Aftermath(
                seen, Stream.concat(deviations.stream(), Stream.of(deviation)).toList());
    }
}
