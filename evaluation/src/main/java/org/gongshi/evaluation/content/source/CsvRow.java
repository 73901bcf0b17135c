package org.gongshi.evaluation.content.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.json.Json;

/** One row of a table, its cells by column; cells are stripped of blanks around them. */
public final class CsvRow {
    private final Location at;
    private final Map<String, CsvScanner.Cell> cells;

    CsvRow(Location at, Map<String, CsvScanner.Cell> cells) {
        this.at = at;
        this.cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** Where the row begins. */
    public Location at() {
        return at;
    }

    /** Whether the table has that column. */
    public boolean has(String column) {
        return cells.containsKey(column);
    }

    /** Where the cell of that column begins. */
    public Location at(String column) {
        return cells.get(column).at();
    }

    public String text(String column) {
        return cells.get(column).text().strip();
    }

    /** The value of a cell that must be filled; empty, with a finding, when it is wrong. */
    public <T> Optional<T> required(String column, Form<T> form, Findings findings) {
        return form.read(text(column), at(column), findings);
    }

    /** The value of a cell that may be left empty; the outer is empty, with a finding, when it is wrong. */
    public <T> Optional<Optional<T>> optional(String column, Form<T> form, Findings findings) {
        if (text(column).isEmpty()) {
            return Optional.of(Optional.empty());
        }
        return form.read(text(column), at(column), findings).map(Optional::of);
    }

    /** The row as an object, for digests. */
    public Json toJson() {
        var object = Json.object();
        cells.forEach((column, cell) -> object.put(column, cell.text()));
        return object.build();
    }
}
