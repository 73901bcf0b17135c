package org.gongshi.generator.compose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.evaluation.report.AnnualReport;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.site.Correction;
import org.gongshi.templates.site.ApprovalStep;

/** Who decided on a report, by which document, on which day (审定、批准、发布). */
final class Approvals {
    private Approvals() {}

    static List<ApprovalStep> steps(Composition site, ApprovedReport report) {
        List<ApprovalStep> steps = new ArrayList<>();
        AnnualReport text = report.dossier().report();
        steps.add(new ApprovalStep(
                site.say("approval.drawnUp"), site.say("approval.office"), text.document(), text.drawnUp()));
        steps.add(new ApprovalStep(
                site.say("approval.review"),
                report.review().body(),
                report.review().document(),
                report.review().date()));
        steps.add(new ApprovalStep(
                site.say("approval.approval"),
                report.approval().body(),
                report.approval().document(),
                report.approval().date()));
        steps.add(new ApprovalStep(
                site.say("approval.publication"),
                site.content().site().sponsor(),
                site.say("approval.public"),
                report.publishedOn()));
        // A corrected report was decided on again after its first publication.
        if (report.approval().date().isAfter(report.publishedOn())) {
            RoundKey round = report.dossier().subject().round();
            String slug = report.dossier().place().slug();
            site.content().corrections().stream()
                    .filter(one -> one.speaksOf(round, slug)
                            && !one.date().isBefore(report.approval().date()))
                    .min(Comparator.comparing(Correction::date))
                    .ifPresent(one -> steps.add(new ApprovalStep(
                            site.say("approval.correction"),
                            site.content().site().sponsor(),
                            one.document(),
                            one.date())));
            steps.sort(Comparator.comparing(ApprovalStep::date));
        }
        return steps;
    }
}
