package org.gongshi.survey.console;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.Milestone;
import org.gongshi.evaluation.round.Step;
import org.gongshi.survey.office.Action;
import org.gongshi.templates.office.CalendarPage;

/** The year's calendar (日程): what is due, by the plan and by the regulation. */
final class CalendarHandlers {
    private final House house;
    private final Frames frames;

    CalendarHandlers(House house, Frames frames) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
    }

    List<Route> routes() {
        return List.of(Route.get("/office/calendar", Action.SEE_ROUND, this::show));
    }

    private Answer show(Visit visit) {
        List<Milestone> calendar = house.content().calendar();
        LocalDate today =
                LocalDateTime.ofInstant(house.clock().instant(), House.ZONE).toLocalDate();
        EvaluationYear year = house.round().round().year();
        List<CalendarPage.Line> lines = Arrays.stream(Step.values())
                .map(step -> line(step, calendar, year, today))
                .toList();
        return Answer.page(new CalendarPage(frames.frame(visit, "calendar"), today.toString(), lines));
    }

    private static CalendarPage.Line line(Step step, List<Milestone> calendar, EvaluationYear year, LocalDate today) {
        Optional<Milestone> found =
                calendar.stream().filter(one -> one.step() == step).findFirst();
        return new CalendarPage.Line(
                step.label(),
                step.article(),
                step.lastDay(year).map(LocalDate::toString).orElse(""),
                found.map(one -> one.planned().toString()).orElse(""),
                found.flatMap(Milestone::actual).map(LocalDate::toString).orElse(""),
                found.flatMap(Milestone::document).orElse(""),
                found.flatMap(Milestone::note).orElse(""),
                found.map(one -> state(one, year, today)).orElse("missing"));
    }

    private static String state(Milestone one, EvaluationYear year, LocalDate today) {
        // A date that lies ahead is a plan, whatever the file calls it.
        boolean done = one.actual().filter(day -> !day.isAfter(today)).isPresent();
        if (done) {
            return one.isLate(year) ? "late" : "done";
        }
        return one.planned().isBefore(today) ? "overdue" : one.isLate(year) ? "too-late" : "ahead";
    }
}
