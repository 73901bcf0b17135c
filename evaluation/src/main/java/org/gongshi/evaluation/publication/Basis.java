package org.gongshi.evaluation.publication;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.SurveyPlan;

/**
 * What all dossiers of a round are held against (核对依据).
 *
 * @param results empty when the round has no survey
 * @param plan empty when the round has no survey
 * @param asOf 截至日期
 */
public record Basis(Round round, Optional<ReleasedResults> results, Optional<SurveyPlan> plan, LocalDate asOf) {
    public Basis {
        Objects.requireNonNull(round, "round");
        Objects.requireNonNull(results, "results");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(asOf, "asOf");
    }
}
