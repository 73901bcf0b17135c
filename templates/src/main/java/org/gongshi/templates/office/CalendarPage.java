package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The calendar of the round (年度日程) as it stands on that day.
 *
 * @param may whether this person can set and move steps
 * @param next the next year, where this person can begin it; empty elsewhere
 */
public record CalendarPage(OfficeFrame frame, String today, List<Line> lines, boolean may, Optional<String> next)
        implements OfficePage {
    public CalendarPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(today, "today");
        lines = List.copyOf(lines);
        Objects.requireNonNull(next, "next");
    }

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
