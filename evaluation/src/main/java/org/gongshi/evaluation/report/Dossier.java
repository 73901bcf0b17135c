package org.gongshi.evaluation.report;

import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.outcome.Outcome;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.round.Subject;
import org.gongshi.evaluation.scoring.ScoreSheet;
import org.gongshi.evaluation.stage.ProblemList;
import org.gongshi.evaluation.stage.Stages;

/**
 * All that is on file for one place in one round (卷宗).
 *
 * @param inputs digest of exactly the inputs that decisions are bound to
 */
// 第十三条：综合盟市级自查自评、第三方专业机构监测、实地检查、整改复查等情况
@Article(13)
public record Dossier(
        Subject subject,
        Place place,
        AnnualReport report,
        ScoreSheet sheet,
        Stages stages,
        ProblemList problems,
        List<Outcome> outcomes,
        List<Decision> decisions,
        Digest inputs) {
    public Dossier {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(report, "report");
        Objects.requireNonNull(sheet, "sheet");
        Objects.requireNonNull(stages, "stages");
        Objects.requireNonNull(problems, "problems");
        outcomes = List.copyOf(outcomes);
        decisions = List.copyOf(decisions);
        Objects.requireNonNull(inputs, "inputs");
    }
}
