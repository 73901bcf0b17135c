package org.gongshi.evaluation.finding;

import java.util.Objects;
import org.gongshi.evaluation.Require;

/**
 * One fault (发现的问题): what is wrong and what was expected, where, and how to mend it.
 *
 * @param message in Chinese, for the clerk: what stands there and what was expected
 * @param hint how to mend it; empty when the message says it already
 */
public record Finding(Severity severity, Location at, String message, String hint) {
    public Finding {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(at, "at");
        Require.text(message, "message");
        Objects.requireNonNull(hint, "hint");
    }

    public static Finding error(Location at, String message, String hint) {
        return new Finding(Severity.ERROR, at, message, hint);
    }

    public static Finding warning(Location at, String message, String hint) {
        return new Finding(Severity.WARNING, at, message, hint);
    }

    /** {@code file:line:column: error|warning: field: message (hint)}, one line. */
    public String toLine() {
        String field = at.field().isEmpty() ? "" : at.field() + ": ";
        String advice = hint.isEmpty() ? "" : " (" + hint + ")";
        return oneLine(at + ": " + severity.word() + ": " + field + message + advice);
    }

    /** Control characters of hostile content must not break the line format or colour a terminal. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
