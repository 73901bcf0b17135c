package org.gongshi.evaluation.publication;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.content.DecisionKind;
import org.gongshi.evaluation.content.DossierSource;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.report.Decision;
import org.gongshi.evaluation.report.Dossier;

/** Makes approved reports of dossiers (公开闸口): the only place where one comes into being. */
// 第十三条：形成……年度评价报告，报请自治区教育督导委员会审定，经自治区人民政府批准后向社会公开发布
@Article(13)
public final class PublicationGate {
    private PublicationGate() {}

    /** Holds a dossier against everything it must satisfy; with any error it is refused, and every error is found at once. */
    public static Verdict judge(DossierSource source, Basis basis, Findings findings) {
        Findings found = new Findings();
        DossierCheck.check(source, basis, found);
        DecisionCheck decisions = new DecisionCheck(source, basis, found);
        Map<DecisionKind, Decision> byKind = decisions.check();
        decisions.requireApproval();
        Optional<LocalDate> day = DecisionCheck.day(basis, byKind);
        Optional<LocalDate> approved =
                Optional.ofNullable(byKind.get(DecisionKind.APPROVAL)).map(Decision::date);
        boolean late = day.isPresent() && approved.filter(day.get()::isBefore).isPresent();
        // A corrected report is approved again; it keeps the day on which it was first published.
        if (late && !basis.isCorrected(source.dossier().place(), approved.get())) {
            found.error(
                    source.decisions().at("decisions"),
                    "公布日期 " + day.get() + " 早于批准日期 " + approved.get(),
                    "第十三条：经批准后公开发布；请改正 round.yaml 的 publication.date；公布之后更正、重新批准的，在 corrections.yaml 登记这个地区页面的更正，日期不早于批准");
        }
        for (Finding finding : found.sorted()) {
            findings.add(finding);
        }
        if (found.hasErrors() || day.isEmpty()) {
            return new Verdict.Refused();
        }
        if (day.get().isAfter(basis.asOf())) {
            return new Verdict.Awaited(day.get());
        }
        return new Verdict.Published(approve(
                source.dossier(),
                (Decision.Review) byKind.get(DecisionKind.REVIEW),
                (Decision.Approval) byKind.get(DecisionKind.APPROVAL),
                day.get()));
    }

    /** What a draft would look like once approved, for a preview alone; its decisions say that there are none. */
    static ApprovedReport draft(Dossier dossier, LocalDate asOf) {
        LocalDate drawnUp = dossier.report().drawnUp();
        return new ApprovedReport(
                dossier,
                new Decision.Review("（草案，尚未审定）", "无", drawnUp, dossier.inputs()),
                new Decision.Approval("（草案，尚未批准）", "无", drawnUp, dossier.inputs()),
                asOf.isBefore(drawnUp) ? drawnUp : asOf);
    }

    static ApprovedReport approve(
            Dossier dossier, Decision.Review review, Decision.Approval approval, LocalDate publishedOn) {
        return new ApprovedReport(Objects.requireNonNull(dossier), review, approval, publishedOn);
    }
}
