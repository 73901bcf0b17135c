package org.gongshi.evaluation.content.source;

import java.util.Optional;
import org.gongshi.evaluation.finding.Location;

/**
 * One value that was asked of a file, and where it stands. A faulty one has been reported already and has no value;
 * {@link Fields#build} never lets it out.
 */
public final class Field<T> {
    private final Optional<T> value;
    private final Location at;

    Field(Optional<T> value, Location at) {
        this.value = value;
        this.at = at;
    }

    /**
     * The value, for use within {@link Fields#build}.
     *
     * @throws IllegalStateException when it was faulty
     */
    public T get() {
        return value.orElseThrow(() -> new IllegalStateException("faulty field at " + at));
    }

    /** The value, or empty when it was faulty. */
    public Optional<T> value() {
        return value;
    }

    public Location at() {
        return at;
    }

    boolean isFaulty() {
        return value.isEmpty();
    }
}
