package org.gongshi.survey.console;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.place.Place;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.templates.office.AccountsPage;
import org.gongshi.templates.office.WorkbookPage;
import org.gongshi.templates.office.WorkbooksPage;

/** Workbooks and reports (工作簿): taken out to be filled in, brought back, looked at line by line, accepted. */
final class WorkbookHandlers {
    private static final List<String> KINDS = List.of(
            "scores",
            "populations",
            "findings",
            "indicators",
            "questionnaire-public",
            "questionnaire-parent",
            "questionnaire-student");
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int MOST_LINES = 400;

    private final House house;
    private final Frames frames;
    private final ImportDesk desk;

    WorkbookHandlers(House house, Frames frames, ImportDesk desk) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
        this.desk = Objects.requireNonNull(desk, "desk");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/office/workbooks", Action.SEE_SITE, this::list),
                Route.take("/office/workbooks/template/{kind}", Action.CHANGE_CONTENT, this::template),
                Route.upload("/office/workbooks", Action.CHANGE_CONTENT, this::take),
                Route.get("/office/workbooks/{number}", Action.SEE_SITE, this::show),
                Route.post("/office/workbooks/{number}/accept", Action.CHANGE_CONTENT, this::accept),
                Route.post("/office/workbooks/{number}/discard", Action.CHANGE_CONTENT, this::discard));
    }

    private Answer list(Visit visit) {
        return Answer.page(new WorkbooksPage(
                frames.frame(visit, "workbooks"),
                desk.hasProgram(),
                visit.may(Action.CHANGE_CONTENT),
                KINDS,
                house.content().places().stream()
                        .map(place -> new AccountsPage.Choice(place.code().value(), place.name()))
                        .toList(),
                desk.all().stream()
                        .map(job -> new WorkbooksPage.Line(
                                job.number(), job.file(), job.state().key(), job.person(), House.moment(job.moment())))
                        .toList()));
    }

    private Answer template(Visit visit) {
        String kind = visit.request().parts().get("kind");
        if (!KINDS.contains(kind)) {
            return frames.message(404, visit, "not-found", List.of());
        }
        String name = kind + "-" + house.round().round().year() + ".xlsx";
        return Answer.download(name, XLSX, desk.template(kind)).about("导出工作簿 " + kind);
    }

    private Answer take(Visit visit) {
        Request.Upload upload = visit.request()
                .file()
                .orElseThrow(() -> new RoundFault(frames.words().say("workbooks.file.missing")));
        String ending = upload.plainName().toLowerCase(Locale.ROOT);
        boolean word = ending.endsWith(".docx");
        if (!word && !ending.endsWith(".xlsx")) {
            throw new RoundFault(frames.words().say("workbooks.file.wrong"));
        }
        Optional<String> place = house.content().places().stream()
                .map(Place::code)
                .map(code -> code.value())
                .filter(visit.text("place")::equals)
                .findFirst();
        if (word && place.isEmpty()) {
            throw new RoundFault(frames.words().say("workbooks.place.missing"));
        }
        ImportJob job = desk.take(upload, visit.person().person(), place.filter(known -> word));
        return Answer.go("/office/workbooks/" + job.number()).about("上传 " + job.file());
    }

    private static Optional<Integer> number(Visit visit) {
        return Optional.of(visit.request().parts().get("number"))
                .filter(text -> text.matches("[1-9]\\d{0,7}"))
                .map(Integer::valueOf);
    }

    private int required(Visit visit) {
        return number(visit).orElseThrow(() -> new RoundFault(frames.words().say("message.not-found.title")));
    }

    private Answer show(Visit visit) {
        Optional<ImportJob> found = number(visit).flatMap(desk::find);
        if (found.isEmpty()) {
            return frames.message(404, visit, "not-found", List.of());
        }
        ImportJob job = found.get();
        boolean ready = job.state() == ImportJob.State.READY;
        List<WorkbookPage.Change> changes = job.changes().entrySet().stream()
                .map(one -> change(one.getKey(), one.getValue()))
                .toList();
        return Answer.page(new WorkbookPage(
                frames.frame(visit, "workbooks"),
                job.number(),
                job.file(),
                job.state().key(),
                job.state() == ImportJob.State.RUNNING,
                FindingLines.of(job.said()),
                job.state() == ImportJob.State.REFUSED ? String.join("\n", job.said()) : "",
                changes,
                ready && !changes.isEmpty() && visit.may(Action.CHANGE_CONTENT)));
    }

    private WorkbookPage.Change change(String name, ImportJob.Change change) {
        List<String> lines = change.diff();
        String more = lines.size() > MOST_LINES ? frames.words().say("workbooks.more", lines.size() - MOST_LINES) : "";
        return new WorkbookPage.Change(
                name,
                change.before().isEmpty(),
                lines.stream().limit(MOST_LINES).toList(),
                more);
    }

    private Answer accept(Visit visit) {
        if (!visit.isSure()) {
            throw new RoundFault(frames.words().say("home.sure"));
        }
        List<String> written = desk.accept(required(visit));
        frames.flash(visit, "workbooks.accepted", written.size());
        return Answer.go("/office/workbooks/" + required(visit)).about("写入 " + String.join("、", written));
    }

    private Answer discard(Visit visit) {
        desk.discard(required(visit));
        frames.flash(visit, "workbooks.discarded");
        return Answer.go("/office/workbooks").about("舍弃第 " + required(visit) + " 次导入");
    }
}
