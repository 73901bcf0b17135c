package org.gongshi.evaluation.content;

import java.util.Objects;

/** A value that was read, and where its fields stand. */
public record Located<T>(T value, Positions at) {
    public Located {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(at, "at");
    }
}
