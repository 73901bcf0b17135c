package org.gongshi.survey.response;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SchoolStage;

/**
 * One anonymous answer sheet (答卷) as it is kept: no code, no time, no address, no school name.
 *
 * @param cluster a random number in place of the school, 1 to 2³¹−1; 0 for the public and for open links
 * @param answers by question code; remarks are never here
 */
public record Response(
        Audience audience,
        PlaceCode place,
        Optional<SchoolStage> stage,
        Mode mode,
        int cluster,
        Set<QualityFlag> flags,
        Map<String, Answer> answers) {
    public Response {
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(mode, "mode");
        Require.that(cluster >= 0, "a cluster number is not below 0");
        flags = flags.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(flags));
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    }

    /** The chosen value of a question; empty when it was not answered by a single choice. */
    public Optional<Integer> chosen(String question) {
        return answers.get(question) instanceof Answer.Chosen chosen ? Optional.of(chosen.value()) : Optional.empty();
    }
}
