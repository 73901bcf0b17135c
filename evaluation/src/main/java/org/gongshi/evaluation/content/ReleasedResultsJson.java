package org.gongshi.evaluation.content;

import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.satisfaction.ReleasedResults;

/**
 * {@code results.json}, the one file that passes from the survey to the site; every field is described in
 * {@code docs/results.md}. What is written reads back equal, and equal results give equal bytes.
 */
public final class ReleasedResultsJson {
    /** Id and version of the format; a file of another format is refused. */
    public static final String SCHEMA = "gongshi/results/3";

    /** The same with the deviations from the plan: written where there are some, so that other files stay as they are. */
    static final String DEVIATING = "gongshi/results/4";

    /** The format before, which did not tell how the answers came in. Released files are frozen, so that it stays readable. */
    static final String SECOND = "gongshi/results/2";

    /** The first format: the rows alone. */
    static final String FIRST = "gongshi/results/1";

    private ReleasedResultsJson() {}

    /** The document; {@link org.gongshi.evaluation.json.JsonText#pretty} turns it into the bytes of the file. */
    public static Json write(ReleasedResults results) {
        return ResultsWriter.document(results);
    }

    /**
     * Reads a document. Every field must be there and none besides; {@code null} only where the field may be empty.
     *
     * @throws ShapeFault at the first field that does not fit, with its path
     */
    public static ReleasedResults read(Json document) {
        return ResultsReader.results(JsonCursor.of(document));
    }
}
