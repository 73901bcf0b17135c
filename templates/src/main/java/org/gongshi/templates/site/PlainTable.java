package org.gongshi.templates.site;

import java.util.List;
import org.gongshi.evaluation.Require;

/**
 * A table of ready texts (表), whose first column names the rows.
 *
 * @param id its address on the page
 * @param note one sentence that says how to read it
 */
public record PlainTable(String id, String title, String note, List<String> header, List<List<String>> rows) {
    public PlainTable {
        Require.text(id, "id");
        Require.text(title, "title");
        Require.text(note, "note");
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        int width = header.size();
        Require.that(rows.stream().allMatch(row -> row.size() == width), "a cell for every column");
    }
}
