package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.Require;

/**
 * Two values a row (哑铃图): this year's estimate against the last with their intervals, or claimed against confirmed points.
 *
 * @param before name of the earlier or claimed one
 * @param after name of the later or confirmed one
 * @param key how the marks are to be read
 */
public record Dumbbell(ChartText text, Scale scale, String before, String after, String key, List<Row> rows)
        implements Chart {
    public Dumbbell {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(scale, "scale");
        Require.text(before, "before");
        Require.text(after, "after");
        Require.text(key, "key");
        rows = List.copyOf(rows);
    }

    /** What stands in the column of labels. */
    public List<String> labels() {
        return rows.stream().map(Row::label).toList();
    }

    /** One row. */
    public record Row(String label, SurveyFigure before, SurveyFigure after) {}
}
