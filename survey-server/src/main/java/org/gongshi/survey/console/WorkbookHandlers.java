package org.gongshi.survey.console;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.place.Place;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.templates.office.AccountsPage;
import org.gongshi.templates.office.WorkbooksPage;

/** Workbooks and reports (工作簿): taken out to be filled in, brought back, looked at line by line and accepted under 改动. */
final class WorkbookHandlers {
    private static final List<String> KINDS = List.of(
            "scores",
            "populations",
            "findings",
            "indicators",
            "questionnaire-public",
            "questionnaire-parent",
            "questionnaire-student");
    /** Those of a round without a survey. */
    private static final List<String> PLAIN_KINDS = List.of("scores", "findings", "indicators");

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int NEWEST = 10;

    private final House house;
    private final Frames frames;
    private final ChangeDesk desk;

    WorkbookHandlers(House house, Frames frames, ChangeDesk desk) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
        this.desk = Objects.requireNonNull(desk, "desk");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/office/workbooks", Action.SEE_SITE, this::list),
                Route.take("/office/workbooks/template/{kind}", Action.CHANGE_CONTENT, this::template),
                Route.upload("/office/workbooks", Action.CHANGE_CONTENT, this::take));
    }

    private Answer list(Visit visit) {
        return Answer.page(new WorkbooksPage(
                frames.frame(visit, "workbooks"),
                desk.hasProgram(),
                visit.may(Action.CHANGE_CONTENT),
                kinds(),
                house.content().places().stream()
                        .map(place -> new AccountsPage.Choice(place.code().value(), place.name()))
                        .toList(),
                ChangeHandlers.lines(frames, desk).stream().limit(NEWEST).toList()));
    }

    private List<String> kinds() {
        return frames.isSurveyed() ? KINDS : PLAIN_KINDS;
    }

    private Answer template(Visit visit) {
        String kind = visit.request().parts().get("kind");
        if (!kinds().contains(kind)) {
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
        ChangeJob job = desk.take(upload, visit.person(), place.filter(known -> word));
        return Answer.go("/office/changes/" + job.number()).about("上传 " + job.title());
    }
}
