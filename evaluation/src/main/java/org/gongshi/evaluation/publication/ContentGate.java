package org.gongshi.evaluation.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.archive.ArchiveDecision;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.content.ContentReader;
import org.gongshi.evaluation.content.RegisterCheck;
import org.gongshi.evaluation.content.SiteLanguageReader;
import org.gongshi.evaluation.content.TextReader;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.place.Places;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.round.Subject;
import org.gongshi.evaluation.site.AllowedDatum;
import org.gongshi.evaluation.site.Correction;
import org.gongshi.evaluation.site.Site;
import org.gongshi.evaluation.site.SiteText;
import org.gongshi.evaluation.site.SiteTranslation;

/**
 * The way of a whole content folder through the gate (内容进闸): everything that may be published, or nothing and all findings.
 * What is not to be published yet is not opened; see {@code docs/content.md}.
 */
@Article(13)
public final class ContentGate {
    private final ContentReader content;
    private final Findings findings;
    private final AuditMemo audits;

    private ContentGate(ContentFolder folder, AuditMemo audits) {
        this.findings = new Findings();
        this.audits = audits;
        this.content = new ContentReader(folder, findings);
    }

    /**
     * Opens a folder for a build.
     *
     * @param asOf the day the site speaks of, where it is not that of {@code site.yaml}
     */
    public static GateResult open(ContentFolder folder, Optional<LocalDate> asOf) {
        return new ContentGate(folder, new AuditMemo()).open(asOf);
    }

    /**
     * Opens a folder for a preview: drafts too.
     *
     * @param audits what was audited before is not audited again
     * @return empty when so much is missing that no page can be shown; the findings then
     */
    public static PreviewResult preview(ContentFolder folder, Optional<LocalDate> asOf, AuditMemo audits) {
        ContentGate gate = new ContentGate(folder, audits);
        Set<Subject> drafts = new HashSet<>();
        Optional<PublishedContent> content = gate.content(asOf, Optional.of(drafts));
        List<Finding> found = gate.findings.sorted();
        return content.<PreviewResult>map(one -> new PreviewResult.Shown(new PreviewContent(one, drafts, found)))
                .orElseGet(() -> new PreviewResult.Unreadable(found));
    }

    private GateResult open(Optional<LocalDate> asOf) {
        Optional<PublishedContent> published = content(asOf, Optional.empty());
        return findings.hasErrors() || published.isEmpty()
                ? new GateResult.Refused(findings.sorted())
                : new GateResult.Passed(published.get(), findings.sorted());
    }

    /** @param drafts where a preview notes them; empty for a build, which opens none */
    private Optional<PublishedContent> content(Optional<LocalDate> asOf, Optional<Set<Subject>> drafts) {
        Optional<Site> site =
                content.site().map(read -> asOf.map(read::withAsOf).orElse(read));
        Optional<Places> places = content.places();
        new RegisterCheck(content, findings).demonstration();
        new SiteItemsCheck(content, findings).check();
        Optional<List<Correction>> corrections = content.corrections();
        Optional<ArchiveDecision> archive = content.archive();
        List<AllowedDatum> allowed = content.allowedData();
        TextReader reader = new TextReader(content);
        Map<String, SiteText> texts = reader.texts();
        List<SiteText> notices = reader.notices();
        List<SiteTranslation> translations =
                new SiteLanguageReader(content).translations(texts, notices, site.map(Site::asOf));
        List<PublishedRound> rounds = new ArrayList<>();
        if (site.isPresent()) {
            for (RoundKey key : content.rounds()) {
                RoundGate gate = new RoundGate(content, key, site.get().asOf(), findings, audits);
                drafts.map(gate::preview).orElseGet(gate::open).ifPresent(rounds::add);
            }
        }
        new BlankCheck(content, findings).opened();
        boolean readable = site.isPresent() && places.isPresent() && corrections.isPresent();
        if (!readable || drafts.isEmpty() && findings.hasErrors()) {
            return Optional.empty();
        }
        LocalDate day = site.orElseThrow().asOf();
        Optional<ArchiveDecision> due =
                archive.filter(decision -> !decision.date().isAfter(day));
        Map<String, Digest> inputs = new TreeMap<>(content.folder().opened());
        // Held against the file when its reports are read.
        due.ifPresent(decision -> inputs.put(ContentPaths.ARCHIVE_REPORTS, decision.digest()));
        rounds.sort(Comparator.comparing((PublishedRound round) -> round.round().year())
                .reversed()
                .thenComparing(round -> round.round().key().organizer()));
        PublishedContent published = new PublishedContent(
                site.get(),
                places.orElseThrow(),
                rounds,
                texts,
                notices.stream().filter(notice -> !isAhead(notice, day)).toList(),
                newestFirst(corrections.orElseThrow()),
                inputs,
                due,
                allowed,
                translations);
        return Optional.of(published);
    }

    private static boolean isAhead(SiteText notice, LocalDate day) {
        return notice.date().filter(date -> date.isAfter(day)).isPresent();
    }

    private static List<Correction> newestFirst(List<Correction> corrections) {
        return corrections.stream()
                .sorted(Comparator.comparing(Correction::date).reversed())
                .toList();
    }
}
