package org.gongshi.evaluation.publication;

import java.time.LocalDate;
import java.util.Objects;
import org.gongshi.evaluation.report.Decision;
import org.gongshi.evaluation.report.Dossier;

/** Makes approved reports of dossiers. */
public final class PublicationGate {
    private PublicationGate() {}

    static ApprovedReport approve(
            Dossier dossier, Decision.Review review, Decision.Approval approval, LocalDate publishedOn) {
        return new ApprovedReport(Objects.requireNonNull(dossier), review, approval, publishedOn);
    }
}
