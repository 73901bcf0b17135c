package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;

/** Estimates with their 95 % intervals (区间图). */
public record IntervalChart(ChartText text, Scale scale, List<Row> rows) implements Chart {
    public IntervalChart {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(scale, "scale");
        rows = List.copyOf(rows);
    }

    /** What stands in the column of labels. */
    public List<String> labels() {
        return rows.stream().map(Row::label).toList();
    }

    /** One estimate. */
    public record Row(String label, SurveyFigure figure) {}
}
