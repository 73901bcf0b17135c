package org.gongshi.survey.console;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongshi.evaluation.place.Place;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.templates.office.DrawPage;

/** The inspection draw (第十条：随机抽取督学): commitment first, then the draw, then the record for everybody. */
final class DrawHandlers {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final House house;
    private final Frames frames;
    private final DrawDesk desk;
    private final ChangeDesk workbooks;

    DrawHandlers(House house, Frames frames, DrawDesk desk, ChangeDesk workbooks) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
        this.desk = Objects.requireNonNull(desk, "desk");
        this.workbooks = Objects.requireNonNull(workbooks, "workbooks");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/office/draw", Action.SEE_SITE, this::show),
                Route.get("/office/draw/record", Action.SEE_SITE, this::record),
                Route.take("/office/draw/template", Action.DRAW_TEAMS, this::template),
                Route.get("/office/draw/roster", Action.SEE_SITE, this::roster),
                Route.upload("/office/draw/promise", Action.DRAW_TEAMS, this::promise),
                Route.post("/office/draw/draw", Action.DRAW_TEAMS, this::draw),
                Route.post("/office/draw/withdraw", Action.DRAW_TEAMS, this::withdraw));
    }

    private Answer template(Visit visit) {
        return Answer.download("roster.xlsx", XLSX, workbooks.template("roster"))
                .about("导出督学名册工作簿");
    }

    private Answer roster(Visit visit) {
        return desk.roster()
                .map(bytes -> Answer.download("roster.csv", "text/csv; charset=utf-8", bytes))
                .orElseGet(() -> frames.message(404, visit, "not-found", List.of()));
    }

    private Answer show(Visit visit) {
        return page(200, visit, List.of());
    }

    private Answer page(int status, Visit visit, List<String> faults) {
        boolean drawn = desk.isDrawn();
        Optional<DrawDesk.Promise> promise = desk.promise();
        Map<String, String> names = house.content().places().stream()
                .collect(Collectors.toMap(one -> one.code().value(), Place::name));
        List<DrawPage.Team> teams = drawn
                ? desk.teams().stream()
                        .map(team -> new DrawPage.Team(
                                team.number(),
                                team.places().stream()
                                        .map(code -> names.getOrDefault(code, code))
                                        .collect(Collectors.joining("、")),
                                String.join("、", team.members())))
                        .toList()
                : List.of();
        return Answer.page(
                status,
                new DrawPage(
                        frames.frame(visit, "draw"),
                        desk.hasProgram(),
                        visit.may(Action.DRAW_TEAMS),
                        drawn,
                        promise.map(one -> new DrawPage.Promise(
                                one.commitment(), one.roster(), one.teams(), one.size(), one.person(), one.moment())),
                        teams,
                        new DrawPage.Sent(
                                visit.text("teams"),
                                visit.text("size"),
                                FindingLines.of(faults, (file, line) -> ""),
                                String.join("\n", faults))));
    }

    private Answer record(Visit visit) {
        if (!desk.isDrawn()) {
            return frames.message(404, visit, "not-found", List.of());
        }
        return Answer.download("inspection-draw.json", "application/json; charset=utf-8", desk.recordBytes());
    }

    private Answer promise(Visit visit) {
        Request.Upload roster = visit.request()
                .file()
                .orElseThrow(() -> new RoundFault(frames.words().say("draw.roster.missing")));
        DrawDesk.Promise promise;
        try {
            promise = desk.promise(
                    roster.plainName(),
                    roster.bytes(),
                    number(visit, "teams"),
                    number(visit, "size"),
                    visit.person().person(),
                    House.moment(house.clock().instant().atOffset(House.ZONE)));
        } catch (RoundFault fault) {
            // What was typed stays, and every fault of the roster is told by its cell.
            return page(422, visit, fault.lines()).about("名册或组数有误");
        }
        frames.flash(visit, "draw.promised");
        return Answer.go("/office/draw").about("承诺 " + promise.commitment() + "，名册 " + promise.roster());
    }

    private int number(Visit visit, String field) {
        return Optional.of(visit.text(field).strip())
                .filter(text -> text.matches("[1-9]\\d?"))
                .map(Integer::valueOf)
                .orElseThrow(() -> new RoundFault(frames.words().say("draw.number.wrong")));
    }

    private Answer draw(Visit visit) {
        if (!visit.isSure()) {
            throw new RoundFault(frames.words().say("home.sure"));
        }
        String beacon = visit.text("beacon").strip();
        desk.draw(beacon);
        frames.flash(visit, "draw.done");
        return Answer.go("/office/draw").about(beacon.isEmpty() ? "抽取" : "抽取，公开随机数 " + beacon);
    }

    private Answer withdraw(Visit visit) {
        if (!visit.isSure()) {
            throw new RoundFault(frames.words().say("home.sure"));
        }
        DrawDesk.Promise promise = desk.withdraw();
        frames.flash(visit, "draw.withdrawn");
        return Answer.go("/office/draw").about("撤回承诺 " + promise.commitment());
    }
}
