package org.gongshi.templates.site;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The steps of a round, planned against actual (时间线). */
public record Timeline(ChartText text, LocalDate from, LocalDate to, LocalDate asOf, List<Step> steps)
        implements Chart {
    private static final int MOST_TICKS = 6;

    public Timeline {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(asOf, "asOf");
        steps = List.copyOf(steps);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a timeline runs from a day to a later one");
        }
    }

    /** Where a day stands, in percent of the width. */
    public String at(LocalDate day) {
        return Scale.of(from.toEpochDay(), to.toEpochDay()).at(day.toEpochDay());
    }

    /** First days of months in between, for the axis: as many as a phone has room for. */
    public List<LocalDate> months() {
        long all = ChronoUnit.MONTHS.between(from.withDayOfMonth(1), to.withDayOfMonth(1));
        int step = (int) (all / MOST_TICKS) + 1;
        return from.withDayOfMonth(1)
                .plusMonths(1)
                .datesUntil(to.plusDays(1), java.time.Period.ofMonths(step))
                .toList();
    }

    /**
     * One step.
     *
     * @param basis the article that orders it
     * @param lastDay the last day that the regulation allows
     * @param state how it stands at the as-of date
     */
    public record Step(
            String label,
            String basis,
            LocalDate planned,
            Optional<LocalDate> actual,
            Optional<LocalDate> lastDay,
            Optional<String> document,
            Optional<String> note,
            State state) {}

    /** How a step stands. */
    public enum State {
        DONE,
        LATE,
        AHEAD,
        OVERDUE;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
