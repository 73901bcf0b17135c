package org.gongshi.evaluation.publication;

import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.content.DossierSource;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.report.Dossier;

/** All that is held against a dossier besides its decisions (卷宗核对). */
final class DossierCheck {
    private DossierCheck() {}

    static void check(DossierSource source, Basis basis, Findings findings) {
        new ScoreCheck(source, basis, findings).check();
        new StageCheck(source, basis, findings).check();
        Dossier dossier = source.dossier();
        FigureCitations.check(
                dossier.report(),
                ContentPaths.report(dossier.subject()),
                Figures.of(dossier, basis.results()),
                findings);
    }
}
