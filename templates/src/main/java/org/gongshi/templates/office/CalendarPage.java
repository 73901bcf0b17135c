package org.gongshi.templates.office;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The calendar of the round (年度日程) as it stands on that day.
 *
 * @param sent the form that came with faults
 * @param may whether this person can set and move steps
 * @param next the next year, where this person can begin it; empty elsewhere
 * @param rounds all rounds of the content, newest first
 * @param maySwitch whether this person can go on with another of them here
 */
public record CalendarPage(
        OfficeFrame frame,
        String today,
        List<Line> lines,
        Sent sent,
        boolean may,
        Optional<String> next,
        List<Round> rounds,
        boolean maySwitch)
        implements OfficePage {
    public CalendarPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(today, "today");
        lines = List.copyOf(lines);
        Objects.requireNonNull(sent, "sent");
        Objects.requireNonNull(next, "next");
        rounds = List.copyOf(rounds);
    }

    /**
     * Another round, or this one.
     *
     * @param key {@code YEAR/ORGANIZER}
     * @param state key under {@code rounds}: here, no-survey, released, open
     */
    public record Round(String key, String title, boolean here, String state) {}

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

    /**
     * What was typed, and what is wrong with it; shown where it was typed.
     *
     * @param step key of the step whose form it is; empty for none
     * @param typed by field
     * @param faults by field
     */
    public record Sent(String step, Map<String, String> typed, Map<String, String> faults) {
        public static final Sent NOTHING = new Sent("", Map.of(), Map.of());

        public Sent {
            Objects.requireNonNull(step, "step");
            typed = Map.copyOf(typed);
            faults = Map.copyOf(faults);
        }
    }

    /** A field of the form of a step, with what was typed where that is wrong, and the fault. */
    public record Field(String id, String name, String value, String fault) {
        public boolean isWrong() {
            return !fault.isEmpty();
        }
    }

    /** Whether the form of that step came with faults. */
    public boolean isSent(Line line) {
        return line.key().equals(sent.step());
    }

    /** @param known what is on file */
    public Field field(Line line, String name, String known) {
        String id = name + "-" + line.key();
        return isSent(line)
                ? new Field(
                        id,
                        name,
                        sent.typed().getOrDefault(name, ""),
                        sent.faults().getOrDefault(name, ""))
                : new Field(id, name, known, "");
    }

    @Override
    public String title() {
        return words().say("calendar.title");
    }

    @Override
    public String template() {
        return "office/calendar.jte";
    }
}
