package org.gongshi.survey.store;

import org.gongshi.evaluation.Require;

/**
 * A row that is not as it was written (损坏的行).
 *
 * @param table its table
 * @param row the first 16 hex digits of its key
 * @param what what is wrong, in Chinese
 */
public record Damage(String table, String row, String what) {
    static final String WHOLE = "（整体）";

    public Damage {
        Require.text(table, "table");
        Require.text(row, "row");
        Require.text(what, "what");
    }

    /** Whether it is told of a table, not of one of its rows. */
    public boolean isOfWholeTable() {
        return row.equals(WHOLE);
    }

    /** One line for the operator. */
    public String toLine() {
        return table + " " + row + "：" + what;
    }
}
