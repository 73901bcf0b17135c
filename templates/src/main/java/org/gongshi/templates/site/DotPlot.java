package org.gongshi.templates.site;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.scoring.Grade;

/**
 * Scores as dots on a line (点图); places in code order, never ranked.
 *
 * @param bounds of the bands, drawn as lines; none for the points of a single indicator, whose axis is labelled instead
 */
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
     * @param grade how the dot is drawn; empty where the dot is no score of a grade
     */
    public record Dot(String label, BigDecimal value, String shown, Optional<Grade> grade) {}

    /** What stands in the column of labels. */
    public List<String> labels() {
        return dots.stream().map(Dot::label).toList();
    }

    /** The grades that are drawn, best first: what the key must explain. */
    public List<Grade> grades() {
        return dots.stream()
                .flatMap(dot -> dot.grade().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Labels along the axis where no bounds stand there. */
    public List<Integer> ticks() {
        return bounds.isEmpty() ? scale.ticks() : List.of();
    }
}
