package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.Require;

/**
 * Two estimates a row, each with its interval (哑铃图): this year against the last.
 *
 * @param before name of the earlier one
 * @param after name of the later one
 */
public record Dumbbell(ChartText text, Scale scale, String before, String after, List<Row> rows) implements Chart {
    public Dumbbell {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(scale, "scale");
        Require.text(before, "before");
        Require.text(after, "after");
        rows = List.copyOf(rows);
    }

    /** One row. */
    public record Row(String label, SurveyFigure before, SurveyFigure after) {}
}
