package org.gongshi.evaluation.finding;

import java.util.Objects;
import org.gongshi.evaluation.Require;

/**
 * Where in the content something stands.
 *
 * @param file path relative to the content folder, with {@code /}; {@code .} for the folder itself
 * @param line from 1; 0 when the whole file is meant
 * @param column from 1, in characters; 0 when the whole line is meant
 * @param field path of the field, e.g. {@code areas[0].indicators[3].weight}; empty when none
 */
public record Location(String file, int line, int column, String field) implements Comparable<Location> {
    public Location {
        Require.text(file, "file");
        Require.that(line >= 0 && column >= 0, "line and column count from 1");
        Objects.requireNonNull(field, "field");
    }

    /** A whole file. */
    public static Location of(String file) {
        return new Location(file, 0, 0, "");
    }

    @Override
    public int compareTo(Location other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
