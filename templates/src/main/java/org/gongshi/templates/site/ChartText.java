package org.gongshi.templates.site;

import org.gongshi.evaluation.Require;

/**
 * What a chart says to those who do not see it.
 *
 * @param id unique on its page
 * @param title what is drawn
 * @param description what can be seen in it, with its numbers
 * @param table anchor of the table from which it was drawn
 */
public record ChartText(String id, String title, String description, String table) {
    public ChartText {
        Require.text(id, "id");
        Require.text(title, "title");
        Require.text(description, "description");
        Require.text(table, "table");
    }
}
