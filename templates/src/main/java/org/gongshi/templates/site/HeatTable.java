package org.gongshi.templates.site;

import java.util.List;
import org.gongshi.evaluation.Require;
import org.gongshi.templates.frame.Link;

/** Rates by place and area (热力表): every cell carries its number, the shade only helps the eye. */
public record HeatTable(List<String> columns, List<Row> rows) {
    public HeatTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** One place. */
    public record Row(Link place, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** One rate; level 1 (lowest) to 5. */
    public record Cell(String shown, int level) {
        public Cell {
            Require.that(level >= 1 && level <= 5, "levels run from 1 to 5");
        }
    }
}
