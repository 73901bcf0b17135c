package org.gongshi.evaluation.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.ContentReader;
import org.gongshi.evaluation.content.DecisionKind;
import org.gongshi.evaluation.content.DossierReader;
import org.gongshi.evaluation.content.DossierSource;
import org.gongshi.evaluation.content.RegisterCheck;
import org.gongshi.evaluation.content.Scope;
import org.gongshi.evaluation.content.SiteLanguageReader;
import org.gongshi.evaluation.content.TextReader;
import org.gongshi.evaluation.content.UnknownFiles;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Severity;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.report.Decision;
import org.gongshi.evaluation.round.Release;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.round.Subject;
import org.gongshi.evaluation.site.Site;

/**
 * Looks at everything, drafts too (全面检查). What is wrong with a draft's files is an error here although it stops no build; what
 * is wrong with a draft's decisions is a warning, since a draft that was reviewed may be worked on again.
 */
public final class ContentCheck {
    private final ContentReader content;
    private final Findings findings = new Findings();
    private final AuditMemo audits;

    private ContentCheck(ContentFolder folder, AuditMemo audits) {
        this.audits = audits;
        this.content = new ContentReader(folder, findings);
    }

    /**
     * All findings of a folder.
     *
     * @param asOf the day to hold dates against, where it is not that of {@code site.yaml}
     */
    public static List<Finding> of(ContentFolder folder, Optional<LocalDate> asOf) {
        return of(folder, asOf, new AuditMemo());
    }

    /**
     * The same for a command that goes through the content more than once.
     *
     * @param audits what was audited before is not audited again
     */
    public static List<Finding> of(ContentFolder folder, Optional<LocalDate> asOf, AuditMemo audits) {
        ContentCheck check = new ContentCheck(folder, audits);
        boolean dated = check.everything(asOf);
        // Without a day that the site speaks of nobody knows what is late: its absence is an error, and warnings wait.
        return check.findings.sorted().stream()
                .filter(finding -> dated || finding.severity() == Severity.ERROR)
                .toList();
    }

    private boolean everything(Optional<LocalDate> given) {
        Optional<LocalDate> site = content.site().map(Site::asOf);
        Optional<LocalDate> asOf = given.or(() -> site);
        content.places();
        new RegisterCheck(content, findings).demonstration();
        new SiteItemsCheck(content, findings).check();
        new BlankCheck(content, findings).everything();
        content.corrections();
        content.archive();
        content.allowedData();
        TextReader texts = new TextReader(content);
        new SiteLanguageReader(content).translations(texts.texts(), texts.notices(), Optional.empty());
        for (RoundKey key : content.rounds()) {
            // Without a day dates cannot be judged, but everything else can: the last day that there is finds no date
            // late.
            round(key, asOf.orElse(LocalDate.MAX));
        }
        new UnknownFiles(content, findings).check();
        return asOf.isPresent();
    }

    private void round(RoundKey key, LocalDate asOf) {
        RoundInputs inputs = new RoundInputs(content, key, asOf, findings, audits);
        DossierReader reader = new DossierReader(content, Scope.everything());
        Optional<Round> round = inputs.round();
        if (round.isEmpty()) {
            inputs.withoutRound();
            return;
        }
        Set<PlaceCode> released = round.get().release().map(Release::places).orElse(Set.of());
        Optional<Basis> basis =
                released.isEmpty() ? Optional.of(inputs.atWork(round.get())) : inputs.published(round.get());
        reader.readShared(key);
        ObjectionCheck objections = new ObjectionCheck(content, key, findings);
        objections.recorded(round.get());
        objections.period();
        DocumentItems documents = new DocumentItems(findings);
        List<ApprovedReport> approved = new ArrayList<>();
        for (PlaceCode place : round.get().places()) {
            Subject subject = new Subject(key, place);
            if (released.contains(place)) {
                Optional<DossierSource> read = reader.read(subject);
                read.ifPresent(documents::check);
                read.flatMap(source -> basis.map(known -> PublicationGate.judge(source, known, findings)))
                        .filter(Verdict.Published.class::isInstance)
                        .ifPresent(verdict -> approved.add(((Verdict.Published) verdict).report()));
            } else {
                reader.readDraft(subject).ifPresent(source -> {
                    documents.check(source);
                    basis.ifPresent(known -> draft(source, known));
                });
            }
        }
        objections.decided(approved);
        DrawCheck draw = new DrawCheck(content, key, findings);
        draw.check();
        draw.inspected(approved);
    }

    private void draft(DossierSource source, Basis basis) {
        DossierCheck.check(source, basis, findings);
        Findings decided = new Findings();
        Map<DecisionKind, Decision> byKind = new DecisionCheck(source, basis, decided).check();
        if (!byKind.isEmpty()) {
            for (Finding finding : decided.sorted()) {
                findings.warning(finding.at(), finding.message(), finding.hint());
            }
        }
    }
}
