package org.gongshi.evaluation.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.ContentReader;
import org.gongshi.evaluation.content.DecisionKind;
import org.gongshi.evaluation.content.DossierReader;
import org.gongshi.evaluation.content.DossierSource;
import org.gongshi.evaluation.content.RegisterCheck;
import org.gongshi.evaluation.content.Scope;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.report.Decision;
import org.gongshi.evaluation.report.Dossier;
import org.gongshi.evaluation.round.Round;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.round.Subject;

/**
 * Prepares decisions on exactly what lies in the folder (登记决定): refuses while the content of a place has an error, when the order
 * of article 13 is not kept, or when another body decides. For several places: all or none.
 */
@Article(13)
public final class DecisionDesk {
    private final ContentReader content;
    private final Findings findings = new Findings();

    private DecisionDesk(ContentFolder folder) {
        this.content = new ContentReader(folder, findings);
    }

    /** What is to be decided. */
    public record Request(
            RoundKey round, Set<PlaceCode> places, DecisionKind kind, String body, String document, LocalDate date) {
        public Request {
            Objects.requireNonNull(round, "round");
            places = Set.copyOf(places);
            Objects.requireNonNull(kind, "kind");
            Require.text(body, "body");
            Require.text(document, "document");
            Objects.requireNonNull(date, "date");
        }
    }

    /** One prepared decision, bound to the digest of the place's inputs, and the dossier that was decided on. */
    public record Prepared(Subject subject, Decision decision, Dossier dossier) {
        public Prepared {
            Objects.requireNonNull(dossier, "dossier");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(decision, "decision");
        }
    }

    /** What came of a request. */
    public sealed interface Answer {

        /** One decision for each place, in the order of the codes; nothing is written yet. */
        record Ready(List<Prepared> decisions, List<Finding> warnings) implements Answer {
            public Ready {
                decisions = List.copyOf(decisions);
                warnings = List.copyOf(warnings);
            }
        }

        /** All findings, at least one of them an error. */
        record Refused(List<Finding> findings) implements Answer {
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    /** Prepares the decisions. An empty set of places means all places of the round. */
    public static Answer prepare(ContentFolder folder, Request request) {
        return new DecisionDesk(folder).prepare(request);
    }

    private Answer prepare(Request request) {
        List<Prepared> prepared = new ArrayList<>();
        // The day of the decision is today for it: a site.yaml that still speaks of an earlier day is no obstacle.
        Optional<LocalDate> asOf =
                content.site().map(site -> site.asOf().isAfter(request.date()) ? site.asOf() : request.date());
        new RegisterCheck(content, findings).demonstration();
        RoundInputs inputs =
                new RoundInputs(content, request.round(), asOf.orElse(request.date()), findings, new AuditMemo());
        Optional<Round> round = inputs.round();
        Optional<Basis> basis = round.flatMap(inputs::published);
        round.ifPresent(known -> prepare(known, basis, request, prepared));
        return findings.hasErrors()
                ? new Answer.Refused(findings.sorted())
                : new Answer.Ready(prepared, findings.sorted());
    }

    private void prepare(Round round, Optional<Basis> basis, Request request, List<Prepared> prepared) {
        Set<PlaceCode> places =
                new TreeSet<>(request.places().isEmpty() ? Set.copyOf(round.places()) : request.places());
        DossierReader reader = new DossierReader(content, Scope.only(places));
        for (PlaceCode place : places) {
            Subject subject = new Subject(request.round(), place);
            if (!round.places().contains(place)) {
                findings.error(
                        Location.of(subject.toString()),
                        "地区 " + place + " 不在 " + request.round() + " 这一轮中",
                        "请核对 --place");
                continue;
            }
            reader.read(subject)
                    .ifPresent(source -> basis.ifPresent(known -> prepared.add(prepare(source, known, request))));
        }
    }

    private Prepared prepare(DossierSource source, Basis basis, Request request) {
        DossierCheck.check(source, basis, findings);
        Dossier dossier = source.dossier();
        Decision decision =
                request.kind().decision(request.body(), request.document(), request.date(), dossier.inputs());
        new DecisionCheck(with(source, decision), basis, findings).check();
        return new Prepared(dossier.subject(), decision, dossier);
    }

    /** The dossier as it would be with the new decision. */
    private static DossierSource with(DossierSource source, Decision decision) {
        Dossier dossier = source.dossier();
        List<Decision> decisions = new ArrayList<>(dossier.decisions());
        decisions.add(decision);
        Dossier decided = new Dossier(
                dossier.subject(),
                dossier.place(),
                dossier.report(),
                dossier.sheet(),
                dossier.stages(),
                dossier.problems(),
                dossier.outcomes(),
                decisions,
                dossier.inputs());
        return new DossierSource(
                decided,
                source.report(),
                source.stages(),
                source.problems(),
                source.scores(),
                source.outcomes(),
                source.decisions());
    }
}
