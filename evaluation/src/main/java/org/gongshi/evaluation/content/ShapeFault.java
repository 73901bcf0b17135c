package org.gongshi.evaluation.content;

import org.gongshi.evaluation.Require;

/** A JSON document has not the shape that was expected: where, as a path of fields, and what, in Chinese. */
public final class ShapeFault extends RuntimeException {
    private final String path;
    private final String problem;

    ShapeFault(String path, String problem) {
        super(Require.text(path, "path") + ": " + problem);
        this.path = path;
        this.problem = problem;
    }

    /** The field, e.g. {@code results[3].index.value}; {@code .} for the document itself. */
    public String path() {
        return path;
    }

    /** What stands there and what was expected, for the clerk. */
    public String problem() {
        return problem;
    }
}
