package org.gongshi.templates.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;

/**
 * What had fallen due and what was done, day by day (累计曲线). A step of a curve is a day on which its number rose.
 *
 * @param from first day of the axis
 * @param to last day of the axis
 * @param asOf the as-of date, drawn as a line when it lies on the axis
 */
public record CurveChart(ChartText text, LocalDate from, LocalDate to, LocalDate asOf, int total, List<Curve> curves)
        implements Chart {
    /** The drawing's own units: curves are stretched to the width of the screen. */
    private static final int UNITS = 1000;

    public CurveChart {
        Objects.requireNonNull(text, "text");
        Require.that(from.isBefore(to), "an axis runs from a day to a later one");
        Require.that(total > 0, "something is counted");
        curves = List.copyOf(curves);
    }

    /**
     * One curve.
     *
     * @param key its style: {@code due}, {@code done}, {@code passed}
     * @param steps days in order, with how many there were up to and with the day
     */
    public record Curve(String key, String label, List<Step> steps) {
        public Curve {
            steps = List.copyOf(steps);
        }

        /** The number at the end. */
        public int last() {
            return steps.isEmpty() ? 0 : steps.get(steps.size() - 1).count();
        }
    }

    /** So many up to and with the day. */
    public record Step(LocalDate day, int count) {}

    /** The curve as a line of steps in units of a thousand by a thousand. */
    public String path(Curve curve) {
        StringBuilder path = new StringBuilder("M0 ").append(UNITS);
        for (Step step : curve.steps()) {
            path.append('H').append(x(step.day())).append('V').append(y(step.count()));
        }
        LocalDate end = asOf.isBefore(to) && !curve.key().equals("due") ? asOf : to;
        return path.append('H').append(x(end)).toString();
    }

    /** The as-of date across, when it lies on the axis. */
    public Optional<String> today() {
        return asOf.isBefore(from) || asOf.isAfter(to)
                ? Optional.empty()
                : Optional.of(Scale.of(from.toEpochDay(), to.toEpochDay()).at(asOf.toEpochDay()));
    }

    private long x(LocalDate day) {
        long all = to.toEpochDay() - from.toEpochDay();
        long at = (day.toEpochDay() - from.toEpochDay()) * UNITS / all;
        return Math.max(0, Math.min(UNITS, at));
    }

    private int y(int count) {
        return UNITS - count * UNITS / total;
    }
}
