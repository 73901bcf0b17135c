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
    private static final int WIDEST_LABEL = 8;

    public ChartText {
        Require.text(id, "id");
        Require.text(title, "title");
        Require.text(description, "description");
        Require.text(table, "table");
    }

    /** A label as wide as its column on a phone; the table has it in full. */
    public static String fit(String label) {
        return label.codePointCount(0, label.length()) <= WIDEST_LABEL
                ? label
                : label.substring(0, label.offsetByCodePoints(0, WIDEST_LABEL - 1)) + "…";
    }
}
