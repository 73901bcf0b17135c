package org.gongshi.survey.console;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.content.ContentReader;
import org.gongshi.evaluation.content.DecisionKind;
import org.gongshi.evaluation.content.ReleaseForm;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.Bodies;
import org.gongshi.evaluation.round.ObjectionPeriod;
import org.gongshi.evaluation.round.Release;
import org.gongshi.evaluation.round.Round;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.templates.office.DecisionsPage;

/** Review, approval and order to publish (审定、批准、发布): entered by one person, confirmed by another; and when what is published. */
final class DecisionHandlers {
    private static final int LONGEST = 120;

    private final House house;
    private final Frames frames;
    private final ChangeDesk desk;
    private final Standings standings;

    DecisionHandlers(House house, Frames frames, ChangeDesk desk) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
        this.desk = Objects.requireNonNull(desk, "desk");
        this.standings = new Standings(house);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/office/decisions", Action.SEE_SITE, this::show),
                Route.post("/office/decisions", Action.REGISTER_DECISION, this::register),
                Route.post("/office/decisions/release", Action.CHANGE_CONTENT, this::release));
    }

    private Answer show(Visit visit) {
        Round round = house.content().round();
        Bodies bodies = round.bodies();
        List<DecisionsPage.Choice> kinds = List.of(
                new DecisionsPage.Choice("review", DecisionKind.REVIEW.label(), bodies.review()),
                new DecisionsPage.Choice("approval", DecisionKind.APPROVAL.label(), bodies.approval()),
                new DecisionsPage.Choice("publication-office", DecisionKind.PUBLICATION.label(), bodies.office()),
                new DecisionsPage.Choice("publication-review", DecisionKind.PUBLICATION.label(), bodies.review()),
                new DecisionsPage.Choice("publication-approval", DecisionKind.PUBLICATION.label(), bodies.approval()));
        List<DecisionsPage.Waiting> waiting = desk.all().stream()
                .filter(job -> job.kind() == ChangeKind.DECISION && job.state() == ChangeJob.State.READY)
                .map(job -> new DecisionsPage.Waiting(job.number(), job.title(), job.person()))
                .toList();
        return Answer.page(new DecisionsPage(
                frames.frame(visit, "decisions"),
                standings.lines(),
                waiting,
                kinds,
                today().toString(),
                round.release()
                        .map(one -> new DecisionsPage.Arrangement(
                                one.places().stream().map(PlaceCode::value).collect(Collectors.toSet()),
                                one.date().toString(),
                                one.document().orElse(""))),
                period(),
                visit.may(Action.REGISTER_DECISION),
                visit.may(Action.CHANGE_CONTENT)));
    }

    private LocalDate today() {
        return LocalDateTime.ofInstant(house.clock().instant(), House.ZONE).toLocalDate();
    }

    private Optional<DecisionsPage.Period> period() {
        Optional<ObjectionPeriod> period = new ContentReader(
                        new ContentFolder(house.content().root()), new Findings())
                .objections(house.round().round())
                .map(located -> located.value());
        return period.map(one -> new DecisionsPage.Period(
                one.from().toString(),
                one.to().toString(),
                one.objections().size(),
                (int) one.objections().stream()
                        .filter(objection -> objection.handled().isEmpty())
                        .count(),
                one.firstFinalDay().toString()));
    }

    private Answer register(Visit visit) {
        String what = visit.text("what");
        Bodies bodies = house.content().round().bodies();
        DecisionKind kind = what.equals("review")
                ? DecisionKind.REVIEW
                : what.equals("approval") ? DecisionKind.APPROVAL : DecisionKind.PUBLICATION;
        String body = switch (what) {
            case "review", "publication-review" -> bodies.review();
            case "approval", "publication-approval" -> bodies.approval();
            case "publication-office" -> bodies.office();
            default -> throw new RoundFault(frames.words().say("decisions.what.wrong"));
        };
        String document = FormText.required(visit, "document", LONGEST, frames, "decisions.document.missing");
        LocalDate date = FormText.date(visit, "date", frames)
                .orElseThrow(() -> new RoundFault(frames.words().say("decisions.date.missing")));
        Set<PlaceCode> places = places(visit);
        String title = frames.words().say("decisions.change", kind.label(), document, places.size());
        ChangeJob job = desk.begin(
                ChangeKind.DECISION,
                title,
                visit.person(),
                new DecisionEdit(house).of(places, kind, body, document, date));
        return Answer.go("/office/changes/" + job.number()).about("登记 " + title);
    }

    private Set<PlaceCode> places(Visit visit) {
        Set<String> ticked = Set.copyOf(visit.request().form().getOrDefault("place", List.of()));
        Set<PlaceCode> places = house.content().places().stream()
                .map(place -> place.code())
                .filter(code -> ticked.contains(code.value()))
                .collect(Collectors.toSet());
        if (places.isEmpty()) {
            throw new RoundFault(frames.words().say("decisions.places.missing"));
        }
        return places;
    }

    private Answer release(Visit visit) {
        boolean none = visit.text("none").equals("yes");
        var release = new Release(
                none ? Set.of() : places(visit),
                FormText.date(visit, "date", frames)
                        .orElseThrow(() -> new RoundFault(frames.words().say("decisions.date.missing"))),
                FormText.line(visit, "document", LONGEST, frames));
        int all = house.content().places().size();
        String name = ContentPaths.round(house.round().round());
        ChangeJob job = desk.begin(
                ChangeKind.RELEASE,
                frames.words().say("decisions.release.change"),
                visit.person(),
                (own, content, told) -> write(content, name, all, release));
        return Answer.go("/office/changes/" + job.number()).about("公布安排");
    }

    private static boolean write(java.nio.file.Path content, String name, int all, Release release) throws IOException {
        Optional<SourceFile> file = new ContentFolder(content).open(name, new Findings());
        if (file.isPresent()) {
            Files.write(content.resolve(name), ReleaseForm.bytes(file.get(), all, release));
        }
        return file.isPresent();
    }
}
