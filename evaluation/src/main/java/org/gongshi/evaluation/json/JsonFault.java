package org.gongshi.evaluation.json;

/** A text is not the JSON that was expected: what is wrong and where (line and column from 1, 0 when unknown). */
public final class JsonFault extends RuntimeException {
    private final int line;
    private final int column;

    public JsonFault(String message, int line, int column) {
        super(message);
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
