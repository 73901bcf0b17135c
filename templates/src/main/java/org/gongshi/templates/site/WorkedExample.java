package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;
import org.gongshi.templates.frame.Link;

/**
 * A worked example from published numbers (算例): one indicator from its raw value to its contribution, then the areas up to
 * the weighted score and its band.
 */
public record WorkedExample(Link place, Trace.Row row, List<Trace.Area> areas, String sum, String band) {
    public WorkedExample {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(row, "row");
        areas = List.copyOf(areas);
        Objects.requireNonNull(sum, "sum");
        Objects.requireNonNull(band, "band");
    }
}
