package org.gongshi.templates.site;

import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.scoring.Grade;

/**
 * One place in the grid of grades (等级方格图), which shows no position and no boundary.
 *
 * @param grade empty while its report is not published, or once it was taken back
 * @param score weighted score as shown; empty with the grade
 * @param note what a reader must know beside them, such as a grade below its band
 * @param path its page, which also tells of a result that was taken back; empty while there is none
 */
public record Tile(
        String name, Optional<Grade> grade, Optional<String> score, Optional<String> note, Optional<String> path) {
    public Tile {
        Require.text(name, "name");
        Objects.requireNonNull(grade, "grade");
        Objects.requireNonNull(score, "score");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(path, "path");
    }
}
