package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The calendar of the round (年度日程) as it stands on that day.
 *
 * @param may whether this person can set and move steps
 * @param next the next year, where this person can begin it; empty elsewhere
 * @param rounds all rounds of the content that have a survey, newest first
 * @param maySwitch whether this person can go on with another of them here
 */
public record CalendarPage(
        OfficeFrame frame,
        String today,
        List<Line> lines,
        boolean may,
        Optional<String> next,
        List<Round> rounds,
        boolean maySwitch)
        implements OfficePage {
    public CalendarPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(today, "today");
        lines = List.copyOf(lines);
        Objects.requireNonNull(next, "next");
        rounds = List.copyOf(rounds);
    }

    /** Another round, or this one: {@code key} is {@code YEAR/ORGANIZER}. */
    public record Round(String key, String title, boolean here, boolean released) {}

    /**
     * A step; empty texts where nothing is known.
     *
     * @param limit last day by the regulation
     * @param state key under {@code calendar.state}
     */
    public record Line(
            String key,
            String step,
            int article,
            String limit,
            String planned,
            String actual,
            String document,
            String note,
            String state) {}

    @Override
    public String title() {
        return words().say("calendar.title");
    }

    @Override
    public String template() {
        return "office/calendar.jte";
    }
}
