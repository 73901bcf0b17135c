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
    public Damage {
        Require.text(table, "table");
        Require.text(row, "row");
        Require.text(what, "what");
    }

    /** One line for the operator. */
    public String toLine() {
        return table + " " + row + "：" + what;
    }
}
