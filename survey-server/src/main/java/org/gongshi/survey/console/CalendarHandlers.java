package org.gongshi.survey.console;

import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.content.CalendarForm;
import org.gongshi.evaluation.content.ContentFolder;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.Milestone;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.evaluation.round.Step;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.templates.office.CalendarPage;

/** The year's calendar (日程): what is due, by the plan and by the regulation; steps are set, moved and taken out; the next year begins. */
final class CalendarHandlers {
    private static final int LONGEST = 300;
    private static final String PLANNED = "planned";
    private static final String ACTUAL = "actual";
    private static final List<String> FIELDS = List.of(PLANNED, ACTUAL, "document", "note");

    private final House house;
    private final Frames frames;
    private final ChangeDesk desk;

    CalendarHandlers(House house, Frames frames, ChangeDesk desk) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
        this.desk = Objects.requireNonNull(desk, "desk");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/office/calendar", Action.SEE_ROUND, this::show),
                Route.post("/office/calendar/{step}", Action.CHANGE_CONTENT, this::set),
                Route.post("/office/calendar/{step}/remove", Action.CHANGE_CONTENT, this::remove),
                Route.post("/office/next-year", Action.CHANGE_CONTENT, this::nextYear));
    }

    private Answer show(Visit visit) {
        return Answer.page(page(visit, CalendarPage.Sent.NOTHING));
    }

    private CalendarPage page(Visit visit, CalendarPage.Sent sent) {
        List<Milestone> calendar = house.content().calendar();
        LocalDate today =
                LocalDateTime.ofInstant(house.clock().instant(), House.ZONE).toLocalDate();
        EvaluationYear year = house.round().round().year();
        List<CalendarPage.Line> lines = Arrays.stream(Step.values())
                .map(step -> line(step, calendar, year, today))
                .toList();
        boolean may = visit.may(Action.CHANGE_CONTENT);
        int next = year.value() + 1;
        boolean begun = Files.exists(house.content().root().resolve(ContentPaths.round(next(next))));
        return new CalendarPage(
                frames.frame(visit, "calendar"),
                today.toString(),
                lines,
                sent,
                may,
                may && desk.hasProgram() && !begun ? Optional.of(Integer.toString(next)) : Optional.empty(),
                rounds(),
                visit.may(Action.SWITCH_ROUND) && house.rounds().canSwitch());
    }

    private List<CalendarPage.Round> rounds() {
        return house.rounds().all().stream()
                .map(line -> {
                    boolean here = line.key().equals(house.round().round());
                    String state = line.released() ? "released" : line.surveyed() ? "open" : "no-survey";
                    return new CalendarPage.Round(line.key().toString(), line.title(), here, here ? "here" : state);
                })
                .toList();
    }

    private RoundKey next(int year) {
        return new RoundKey(new EvaluationYear(year), house.round().round().organizer());
    }

    private static CalendarPage.Line line(Step step, List<Milestone> calendar, EvaluationYear year, LocalDate today) {
        Optional<Milestone> found =
                calendar.stream().filter(one -> one.step() == step).findFirst();
        return new CalendarPage.Line(
                step.key(),
                step.label(),
                step.article(),
                step.lastDay(year).map(LocalDate::toString).orElse(""),
                found.map(one -> one.planned().toString()).orElse(""),
                found.flatMap(Milestone::actual).map(LocalDate::toString).orElse(""),
                found.flatMap(Milestone::document).orElse(""),
                found.flatMap(Milestone::note).orElse(""),
                found.map(one -> state(one, year, today)).orElse("missing"));
    }

    static String state(Milestone one, EvaluationYear year, LocalDate today) {
        // A date that lies ahead is a plan, whatever the file calls it.
        boolean done = one.actual().filter(day -> !day.isAfter(today)).isPresent();
        if (done) {
            return one.isLate(year) ? "late" : "done";
        }
        return one.planned().isBefore(today) ? "overdue" : one.isLate(year) ? "too-late" : "ahead";
    }

    private Step step(Visit visit) {
        return Step.ofKey(visit.request().parts().get("step"))
                .orElseThrow(() -> new RoundFault(frames.words().say("message.not-found.title")));
    }

    private Answer set(Visit visit) {
        Step step = step(visit);
        Map<String, String> faults = faults(visit);
        if (!faults.isEmpty()) {
            Map<String, String> typed = new HashMap<>();
            FIELDS.forEach(field -> typed.put(field, visit.text(field)));
            return Answer.page(422, page(visit, new CalendarPage.Sent(step.key(), typed, faults)))
                    .about("日程 " + step.key() + " 填写有误");
        }
        var one = new Milestone(
                step,
                RecordRules.day(visit.text(PLANNED).strip()).orElseThrow(),
                RecordRules.day(visit.text(ACTUAL).strip()),
                FormText.line(visit, "document", LONGEST, frames),
                FormText.line(visit, "note", LONGEST, frames));
        return begin(visit, step, frames.words().say("calendar.change.set", step.label()), (own, content, job) -> {
            RoundKey round = house.round().round();
            byte[] bytes = CalendarForm.with(
                    new ContentFolder(content), round, house.content().calendar(), one);
            Files.write(content.resolve(ContentPaths.calendar(round)), bytes);
            return true;
        });
    }

    /** What is wrong with what was typed, by field. */
    private Map<String, String> faults(Visit visit) {
        Map<String, String> faults = new HashMap<>();
        for (String field : List.of(PLANNED, ACTUAL)) {
            String text = visit.text(field).strip();
            if (!text.isEmpty() && RecordRules.day(text).isEmpty()) {
                faults.put(field, frames.words().say("form.date.wrong", text));
            }
        }
        if (visit.text(PLANNED).isBlank()) {
            faults.put(PLANNED, frames.words().say("calendar.planned.missing"));
        }
        for (String field : List.of("document", "note")) {
            if (visit.text(field).strip().length() > LONGEST) {
                faults.put(field, frames.words().say("form.text.long", LONGEST));
            }
        }
        return faults;
    }

    private Answer remove(Visit visit) {
        Step step = step(visit);
        return begin(visit, step, frames.words().say("calendar.change.remove", step.label()), (own, content, job) -> {
            RoundKey round = house.round().round();
            byte[] bytes = CalendarForm.without(
                    new ContentFolder(content), round, house.content().calendar(), step);
            Files.write(content.resolve(ContentPaths.calendar(round)), bytes);
            return true;
        });
    }

    private Answer begin(Visit visit, Step step, String title, ChangeDesk.Edit edit) {
        ChangeJob job = desk.begin(ChangeKind.CALENDAR, title, visit.person(), edit);
        return Answer.go("/office/changes/" + job.number()).about("日程 " + step.key());
    }

    /** Next year's folder, as the generator makes it. */
    private Answer nextYear(Visit visit) {
        int year = house.round().round().year().value() + 1;
        SiteProgram.Runner runner = desk.runner();
        String organizer = house.round().round().organizer().value();
        ChangeJob job = desk.begin(
                ChangeKind.ROUND,
                frames.words().say("calendar.next.change", Integer.toString(year)),
                visit.person(),
                (own, content, told) -> runner.run(
                                told::say,
                                "new-round",
                                Integer.toString(year),
                                "--from",
                                Integer.toString(year - 1),
                                "--organizer",
                                organizer,
                                "--content",
                                content.toString())
                        == 0);
        return Answer.go("/office/changes/" + job.number()).about("建立 " + year + " 年度");
    }
}
