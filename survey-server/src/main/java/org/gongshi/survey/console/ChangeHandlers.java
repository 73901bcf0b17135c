package org.gongshi.survey.console;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.templates.office.ChangePage;
import org.gongshi.templates.office.ChangesPage;

/** Changes of the content (改动): looked at line by line, then accepted; a decision is confirmed by another person. */
final class ChangeHandlers {
    private static final int MOST_LINES = 400;

    private final House house;
    private final Frames frames;
    private final ChangeDesk desk;

    ChangeHandlers(House house, Frames frames, ChangeDesk desk) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
        this.desk = Objects.requireNonNull(desk, "desk");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/office/changes", Action.SEE_SITE, this::list),
                Route.get("/office/changes/{number}", Action.SEE_SITE, this::show),
                Route.get("/office/changes/{number}/pictures/{name}", Action.SEE_SITE, this::picture),
                Route.post("/office/changes/{number}/accept", Action.CHANGE_CONTENT, this::accept),
                Route.post("/office/changes/{number}/discard", Action.CHANGE_CONTENT, this::discard),
                Route.post("/office/decisions/{number}/confirm", Action.CONFIRM_DECISION, this::confirm));
    }

    static List<ChangesPage.Line> lines(Frames frames, ChangeDesk desk) {
        return desk.all().stream()
                .map(job -> new ChangesPage.Line(
                        job.number(),
                        frames.words().say("changes.kind." + job.kind().key()),
                        job.title(),
                        job.state().key(),
                        job.person(),
                        House.moment(job.moment())))
                .toList();
    }

    private Answer list(Visit visit) {
        return Answer.page(
                new ChangesPage(frames.frame(visit, "changes"), lines(frames, desk), ChangeDesk.WAITS.toDays()));
    }

    private static Optional<Integer> number(Visit visit) {
        return Optional.of(visit.request().parts().get("number"))
                .filter(text -> text.matches("[1-9]\\d{0,7}"))
                .map(Integer::valueOf);
    }

    private ChangeJob required(Visit visit) {
        return desk.require(
                number(visit).orElseThrow(() -> new RoundFault(frames.words().say("message.not-found.title"))));
    }

    private Answer show(Visit visit) {
        Optional<ChangeJob> found = number(visit).flatMap(desk::find);
        if (found.isEmpty()) {
            return frames.message(404, visit, "not-found", List.of());
        }
        ChangeJob job = found.get();
        boolean ready = job.state() == ChangeJob.State.READY;
        boolean decision = job.kind() == ChangeKind.DECISION;
        List<ChangePage.Change> changes = job.changes().entrySet().stream()
                .map(one -> change(job, one.getKey(), one.getValue()))
                .toList();
        return Answer.page(new ChangePage(
                frames.frame(visit, decision ? "decisions" : "changes"),
                job.number(),
                job.kind().key(),
                job.title(),
                frames.words().say("changes.by", job.person(), House.moment(job.moment())),
                job.state().key(),
                job.state() == ChangeJob.State.RUNNING,
                FindingLines.of(
                        job.said(),
                        (file, line) -> ContentFiles.find(house.content().root(), file)
                                .map(known -> FileHandlers.address(file, line, ""))
                                .orElse("")),
                job.state() == ChangeJob.State.REFUSED ? String.join("\n", job.said()) : "",
                job.bound().stream()
                        .map(one -> new ChangePage.Bound(one.place(), one.score(), one.grade(), one.digest()))
                        .toList(),
                changes,
                new ChangePage.Offers(
                        ready && !decision && !changes.isEmpty() && visit.may(Action.CHANGE_CONTENT),
                        ready && decision && !job.isOwn(visit.person()) && visit.may(Action.CONFIRM_DECISION),
                        ready && visit.may(Action.CHANGE_CONTENT))));
    }

    /** A picture of a report that waits: who accepts it must have seen it. */
    private Answer picture(Visit visit) {
        String name = visit.request().parts().get("name");
        return number(visit).flatMap(desk::find).stream()
                .flatMap(job -> job.changes().entrySet().stream())
                .filter(change -> change.getKey().endsWith("/pictures/" + name))
                .flatMap(change -> change.getValue().picture().stream())
                .findFirst()
                .map(picture -> new Answer(
                        200, new Answer.Plain(picture.kind().mediaType(), picture.bytes()), Answer.Cookies.NONE, ""))
                .orElseGet(() -> frames.message(404, visit, "not-found", List.of()));
    }

    private static Optional<ChangePage.Picture> shown(ChangeJob job, String name, ChangeJob.Change change) {
        return change.picture()
                .map(picture -> new ChangePage.Picture(
                        "/office/changes/" + job.number() + "/pictures/" + name.substring(name.lastIndexOf('/') + 1),
                        picture.width(),
                        picture.height()));
    }

    private ChangePage.Change change(ChangeJob job, String name, ChangeJob.Change change) {
        List<String> lines = change.diff();
        String more = lines.size() > MOST_LINES ? frames.words().say("workbooks.more", lines.size() - MOST_LINES) : "";
        return new ChangePage.Change(
                name,
                change.before().isEmpty(),
                change.after().isEmpty(),
                shown(job, name, change),
                lines.stream().limit(MOST_LINES).toList(),
                more);
    }

    private void requireSure(Visit visit) {
        if (!visit.isSure()) {
            throw new RoundFault(frames.words().say("home.sure"));
        }
    }

    private Answer accept(Visit visit) {
        requireSure(visit);
        ChangeJob job = required(visit);
        if (job.kind() == ChangeKind.DECISION) {
            throw new RoundFault(frames.words().say("decisions.another"));
        }
        return written(visit, job, "写入 ");
    }

    private Answer written(Visit visit, ChangeJob job, String what) {
        List<String> written = desk.accept(job.number());
        frames.flash(visit, "changes.accepted", written.size());
        return Answer.go("/office/changes/" + job.number()).about(what + String.join("、", written));
    }

    /** 第十三条 asks for two bodies; what they decided is entered by one person and confirmed by another. */
    private Answer confirm(Visit visit) {
        requireSure(visit);
        ChangeJob job = required(visit);
        if (job.kind() != ChangeKind.DECISION) {
            throw new RoundFault(frames.words().say("message.not-found.title"));
        }
        if (job.isOwn(visit.person())) {
            throw new RoundFault(frames.words().say("decisions.same"));
        }
        new DecisionEdit(house).requireUnchanged(job);
        return written(
                visit,
                job,
                job.title() + "，" + job.person() + " 登记，" + visit.person().person() + " 复核：");
    }

    private Answer discard(Visit visit) {
        ChangeJob job = required(visit);
        desk.discard(job.number());
        frames.flash(visit, "workbooks.discarded");
        return Answer.go("/office/changes").about("舍弃第 " + job.number() + " 次改动");
    }
}
