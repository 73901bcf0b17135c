package org.gongshi.templates.site;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.scoring.Grade;

/** Scores as dots on a line (点图) with the bounds of the bands; places in code order, never ranked. */
public record DotPlot(ChartText text, Scale scale, List<BigDecimal> bounds, List<Dot> dots) implements Chart {
    public DotPlot {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(scale, "scale");
        bounds = List.copyOf(bounds);
        dots = List.copyOf(dots);
    }

    /**
     * One dot.
     *
     * @param value exact
     * @param shown as printed: cut, never rounded up
     */
    public record Dot(String label, BigDecimal value, String shown, Grade grade) {}
}
