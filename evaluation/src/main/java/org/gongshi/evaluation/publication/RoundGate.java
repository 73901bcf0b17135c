package org.gongshi.evaluation.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.content.ContentReader;
import org.gongshi.evaluation.content.DossierReader;
import org.gongshi.evaluation.content.DossierSource;
import org.gongshi.evaluation.content.Scope;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.outcome.Outcome;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.ObjectionPeriod;
import org.gongshi.evaluation.round.Release;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.round.Subject;
import org.gongshi.evaluation.satisfaction.ReleasedResults;

/** The way of one round through the gate: its published places, and the little that a round at work shows. */
@Article(13)
final class RoundGate {
    private final ContentReader content;
    private final RoundKey key;
    private final LocalDate asOf;
    private final Findings findings;
    private final AuditMemo audits;

    RoundGate(ContentReader content, RoundKey key, LocalDate asOf, Findings findings, AuditMemo audits) {
        this.content = content;
        this.key = key;
        this.asOf = asOf;
        this.findings = findings;
        this.audits = audits;
    }

    /** The round as the public may see it; empty when there is nothing to see yet or something is wrong. */
    Optional<PublishedRound> open() {
        RoundInputs inputs = new RoundInputs(content, key, asOf, findings, audits);
        return inputs.round().flatMap(round -> {
            Optional<Release> due =
                    round.release().filter(release -> !release.date().isAfter(asOf));
            return due.isPresent() ? published(round, due.get(), inputs) : atWork(round);
        });
    }

    /**
     * The round as it would be if everything complete were approved.
     *
     * @param drafts takes up what the gate would not let through
     */
    Optional<PublishedRound> preview(Set<Subject> drafts) {
        RoundInputs inputs = new RoundInputs(content, key, asOf, findings, audits);
        return inputs.round()
                .filter(round -> content.indicators(key).isPresent())
                .flatMap(round -> {
                    Basis basis = round.release().isPresent()
                            ? inputs.published(round).orElseGet(() -> inputs.atWork(round))
                            : inputs.atWork(round);
                    DossierReader reader = new DossierReader(content, Scope.everything());
                    List<ApprovedReport> reports = new ArrayList<>();
                    for (PlaceCode place : round.places()) {
                        Subject subject = new Subject(key, place);
                        reader.readDraft(subject).ifPresent(source -> {
                            Verdict verdict = PublicationGate.judge(source, basis, findings);
                            if (verdict instanceof Verdict.Published published && isReleased(round, place)) {
                                reports.add(published.report());
                            } else {
                                drafts.add(subject);
                                reports.add(PublicationGate.draft(source.dossier(), asOf));
                            }
                        });
                    }
                    return reports.isEmpty() ? atWork(round) : Optional.of(open(basis, reports));
                });
    }

    private static boolean isReleased(Round round, PlaceCode place) {
        return round.release()
                .filter(release -> release.places().contains(place))
                .isPresent();
    }

    /** Calendar and indicators, once these are issued; no score, result, report or draft is opened. */
    private Optional<PublishedRound> atWork(Round round) {
        if (!content.folder().has(ContentPaths.indicators(key))) {
            return Optional.empty();
        }
        return content.issuedSystem(key)
                .map(located -> located.value())
                .filter(issued -> !issued.issued().isAfter(asOf))
                .map(issued -> new PublishedRound(
                        round,
                        issued.system(),
                        List.of(),
                        round.places(),
                        Map.of(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        objections()));
    }

    private Optional<PublishedRound> published(Round round, Release release, RoundInputs inputs) {
        Optional<Basis> basis = inputs.published(round);
        DossierReader reader = new DossierReader(content, Scope.only(release.places()));
        DocumentItems documents = new DocumentItems(findings);
        List<ApprovedReport> reports = new ArrayList<>();
        for (PlaceCode place : new TreeSet<>(release.places())) {
            // Every place is read even when the round's own files are faulty, so that all findings come at once.
            Optional<DossierSource> read = reader.read(new Subject(key, place));
            read.ifPresent(documents::check);
            read.flatMap(source -> basis.map(known -> PublicationGate.judge(source, known, findings)))
                    .filter(Verdict.Published.class::isInstance)
                    .ifPresent(verdict -> reports.add(((Verdict.Published) verdict).report()));
        }
        ObjectionCheck objections = new ObjectionCheck(content, key, findings);
        objections.period();
        objections.decided(reports);
        new DrawCheck(content, key, findings).check();
        return basis.flatMap(known -> reports.isEmpty() ? atWork(round) : Optional.of(open(known, reports)));
    }

    private PublishedRound open(Basis basis, List<ApprovedReport> reports) {
        Set<PlaceCode> shown = new HashSet<>();
        reports.forEach(report -> shown.add(report.dossier().subject().place()));
        List<Outcome> outcomes = reports.stream()
                .flatMap(report -> report.dossier().outcomes().stream())
                .toList();
        return new PublishedRound(
                basis.round(),
                content.indicators(key).orElseThrow(),
                reports,
                basis.round().places().stream()
                        .filter(place -> !shown.contains(place))
                        .toList(),
                basis.plan().isPresent() ? content.questionnaires(key) : Map.of(),
                basis.plan(),
                basis.plan().isPresent() ? content.populations(key) : List.of(),
                basis.results().map(results -> only(results, shown)),
                outcomes,
                objections(),
                content.draw(key));
    }

    /** The period once it has begun, with what had come in and was decided by the as-of date. */
    private Optional<ObjectionPeriod> objections() {
        return content.objections(key)
                .map(located -> located.value())
                .filter(period -> !period.from().isAfter(asOf))
                .map(period -> period.asOf(asOf));
    }

    /** A place that is not published has no published survey result either; the organizer's whole stays. */
    private ReleasedResults only(ReleasedResults results, Set<PlaceCode> shown) {
        Set<PlaceCode> named = new HashSet<>(shown);
        named.add(key.organizer());
        return new ReleasedResults(
                results.round(),
                results.plan(),
                results.questionnaires(),
                results.method(),
                results.opened(),
                results.closed(),
                results.released(),
                results.releasedBy(),
                results.results().stream()
                        .filter(result -> named.contains(result.place()))
                        .toList(),
                results.analysis().only(named),
                results.collected(),
                // Also of places that are still awaited: the figures of the whole area rest on them.
                results.deviations());
    }
}
