package org.gongshi.templates.site;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.scoring.Grade;

/**
 * One place over the years (历年走势图), with the bounds of the bands; the line breaks where the years cannot be compared.
 *
 * @param scale the axis from bottom to top
 * @param points oldest first
 */
public record TrendChart(ChartText text, Scale scale, List<BigDecimal> bounds, List<Point> points) implements Chart {
    private static final int TOP = 20;
    private static final int PLOT = 140;

    public TrendChart {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(scale, "scale");
        bounds = List.copyOf(bounds);
        points = List.copyOf(points);
    }

    /**
     * One year.
     *
     * @param joined how it may be joined to the year before it
     */
    public record Point(String year, BigDecimal value, String shown, Grade grade, Joint joined) {}

    /** Whether a line leads from the year before. */
    public enum Joint {
        /** The same system: a solid line. */
        SAME,
        /** A changed but comparable system: a dashed line. */
        CHANGED,
        /** Not comparable, or no year before: no line. */
        NONE;

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A point with its place: percent across, tenths of an em down. */
    public record Placed(Point point, String x, int y) {}

    /** Height in tenths of an em. */
    public int height() {
        return TOP + PLOT + 30;
    }

    public int bottom() {
        return TOP + PLOT;
    }

    public int y(BigDecimal value) {
        BigDecimal down = scale.high()
                .subtract(value)
                .multiply(BigDecimal.valueOf(PLOT))
                .divide(scale.high().subtract(scale.low()), 0, RoundingMode.HALF_UP);
        return TOP + Math.max(0, Math.min(PLOT, down.intValue()));
    }

    /** Points in equal steps; a single one in the middle. */
    public List<Placed> placed() {
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            String x =
                    points.size() == 1 ? "50%" : Scale.of(0, points.size() - 1L).at(i);
            placed.add(new Placed(points.get(i), x, y(points.get(i).value())));
        }
        return placed;
    }
}
