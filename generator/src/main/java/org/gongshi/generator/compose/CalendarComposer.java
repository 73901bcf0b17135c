package org.gongshi.generator.compose;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.gongshi.evaluation.round.Milestone;
import org.gongshi.templates.site.CalendarPage;
import org.gongshi.templates.site.ChartText;
import org.gongshi.templates.site.Timeline;

/** The milestones of a round become its calendar, planned against actual. */
final class CalendarComposer {
    private final Composition site;
    private final RoundView round;

    CalendarComposer(Composition site, RoundView round) {
        this.site = site;
        this.round = round;
    }

    CalendarPage calendar() {
        Frames.Draft draft = site.frames()
                .page(
                        site.paths().part(round.key(), "calendar"),
                        site.say("calendar.title", round.title()),
                        site.say("calendar.description", round.title()))
                .in("round")
                .under(site.trail(round))
                .beside(round.local())
                .withData();
        return new CalendarPage(draft.column(site.say("meta.type.disclosure")), timeline());
    }

    private Timeline timeline() {
        List<Timeline.Step> steps =
                round.published().round().calendar().stream().map(this::step).toList();
        List<LocalDate> days = steps.stream()
                .flatMap(step -> Stream.of(Stream.of(step.planned()), step.actual().stream(), step.lastDay().stream())
                        .flatMap(day -> day))
                .sorted()
                .toList();
        LocalDate first = days.isEmpty() ? LocalDate.of(round.key().year().value(), 1, 1) : days.get(0);
        LocalDate last = days.isEmpty() ? first.plusYears(1) : days.get(days.size() - 1);
        String described = steps.isEmpty()
                ? site.say("list.none")
                : String.join("；", steps.stream().map(this::told).toList());
        return new Timeline(
                new ChartText("timeline", site.say("calendar.chart"), described, "calendar"),
                first.minusDays(10),
                last.plusDays(10),
                site.asOf(),
                steps);
    }

    private Timeline.Step step(Milestone milestone) {
        return new Timeline.Step(
                milestone.step().label(),
                site.say("calendar.article", milestone.step().article()),
                milestone.planned(),
                milestone.actual(),
                milestone.step().lastDay(round.key().year()),
                milestone.document(),
                milestone.note(),
                state(milestone));
    }

    private Timeline.State state(Milestone milestone) {
        if (milestone.actual().isPresent()) {
            return milestone.isLate(round.key().year()) ? Timeline.State.LATE : Timeline.State.DONE;
        }
        return milestone.planned().isBefore(site.asOf()) ? Timeline.State.OVERDUE : Timeline.State.AHEAD;
    }

    private String told(Timeline.Step step) {
        return step.label() + " "
                + step.actual()
                        .map(day -> site.say("calendar.told.done", day))
                        .orElse(site.say("calendar.told.planned", step.planned()));
    }
}
