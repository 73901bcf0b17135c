package org.gongshi.evaluation.content;

import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.outcome.Outcome;
import org.gongshi.evaluation.report.Dossier;

/**
 * A dossier and where everything in it stands (卷宗及其出处).
 *
 * @param scores fields are {@code INDICATOR.column}
 * @param outcomes the place's outcomes in the order of the file
 */
public record DossierSource(
        Dossier dossier,
        Positions report,
        Positions stages,
        Positions problems,
        Positions scores,
        List<Located<Outcome>> outcomes,
        Positions decisions) {
    public DossierSource {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(report, "report");
        Objects.requireNonNull(stages, "stages");
        Objects.requireNonNull(problems, "problems");
        Objects.requireNonNull(scores, "scores");
        outcomes = List.copyOf(outcomes);
        Objects.requireNonNull(decisions, "decisions");
    }
}
