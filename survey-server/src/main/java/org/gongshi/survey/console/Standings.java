package org.gongshi.survey.console;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.ContentReader;
import org.gongshi.evaluation.content.DecisionKind;
import org.gongshi.evaluation.content.DossierReader;
import org.gongshi.evaluation.content.DossierSource;
import org.gongshi.evaluation.content.Scope;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.report.Decision;
import org.gongshi.evaluation.report.Dossier;
import org.gongshi.evaluation.round.Subject;
import org.gongshi.templates.office.DecisionsPage;

/** How far each place is on its way through the decisions (决定的进展), as the content lies there now. */
final class Standings {
    private final House house;

    Standings(House house) {
        this.house = Objects.requireNonNull(house, "house");
    }

    /** A line a place, in the order of the codes. */
    List<DecisionsPage.Line> lines() {
        var reader = new ContentReader(new ContentFolder(house.content().root()), new Findings());
        var dossiers = new DossierReader(reader, Scope.everything());
        return house.content().places().stream()
                .map(place -> line(
                        place,
                        dossiers.readDraft(new Subject(house.round().round(), place.code()))
                                .map(DossierSource::dossier)))
                .toList();
    }

    private static DecisionsPage.Line line(Place place, Optional<Dossier> dossier) {
        String code = place.code().value();
        if (dossier.isEmpty()) {
            return new DecisionsPage.Line(code, place.name(), "", "", "", "incomplete", "", "", "");
        }
        Dossier found = dossier.get();
        boolean isVoid = found.decisions().stream()
                .anyMatch(decision -> !decision.digest().equals(found.inputs()));
        return new DecisionsPage.Line(
                code,
                place.name(),
                found.sheet().weightedScore().value().toPlainString(),
                found.report().grade().label(),
                found.inputs().toString(),
                isVoid ? "void" : state(found),
                told(found, DecisionKind.REVIEW),
                told(found, DecisionKind.APPROVAL),
                told(found, DecisionKind.PUBLICATION));
    }

    private static String state(Dossier dossier) {
        return of(dossier, DecisionKind.APPROVAL).isPresent()
                ? "approved"
                : of(dossier, DecisionKind.REVIEW).isPresent() ? "reviewed" : "undecided";
    }

    private static Optional<Decision> of(Dossier dossier, DecisionKind kind) {
        return dossier.decisions().stream()
                .filter(decision -> DecisionKind.of(decision) == kind)
                .findFirst();
    }

    private static String told(Dossier dossier, DecisionKind kind) {
        return of(dossier, kind)
                .map(decision -> decision.document() + "，" + decision.date())
                .orElse("");
    }
}
