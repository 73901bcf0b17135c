package org.gongshi.survey.sample;

import java.util.List;
import java.util.Objects;

/** A table of the frame: what it lists, and its rows. */
record FrameTable(FrameColumns columns, List<FrameRow> rows) {
    FrameTable {
        Objects.requireNonNull(columns, "columns");
        rows = List.copyOf(rows);
    }
}
