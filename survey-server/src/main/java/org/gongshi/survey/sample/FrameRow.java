package org.gongshi.survey.sample;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.content.source.Form;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;

/**
 * One row of a table of the frame.
 *
 * @param at where the row begins
 * @param cells by English column
 */
record FrameRow(Location at, Map<String, Cell> cells) {
    FrameRow {
        Objects.requireNonNull(at, "at");
        cells = Map.copyOf(cells);
    }

    /** @param text without blanks around it */
    record Cell(Location at, String text) {
        Cell {
            text = text.strip();
        }
    }

    Location at(String column) {
        return cells.get(column).at();
    }

    <T> Optional<T> read(String column, Form<T> form, Findings findings) {
        return form.read(cells.get(column).text(), at(column), findings);
    }
}
