package org.gongshi.evaluation.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.evaluation.site.Correction;

/**
 * What all dossiers of a round are held against (核对依据).
 *
 * @param results empty when the round has no survey
 * @param plan empty when the round has no survey
 * @param asOf 截至日期
 * @param corrections all corrections: a place whose figures were corrected is approved anew after its publication
 */
public record Basis(
        Round round,
        Optional<ReleasedResults> results,
        Optional<SurveyPlan> plan,
        LocalDate asOf,
        List<Correction> corrections) {
    public Basis {
        Objects.requireNonNull(round, "round");
        Objects.requireNonNull(results, "results");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(asOf, "asOf");
        corrections = List.copyOf(corrections);
    }

    /** Whether a correction of the place's page, made on that day or later, tells why it was approved again. */
    boolean isCorrected(Place place, LocalDate approved) {
        return corrections.stream()
                .anyMatch(one -> one.speaksOf(round.key(), place.slug())
                        && !one.date().isBefore(approved)
                        && !one.date().isAfter(asOf));
    }
}
