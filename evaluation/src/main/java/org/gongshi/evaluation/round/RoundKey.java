package org.gongshi.evaluation.round;

import java.util.Objects;
import org.gongshi.evaluation.place.PlaceCode;

/** Names a round: the year and the organizer. */
public record RoundKey(EvaluationYear year, PlaceCode organizer) implements Comparable<RoundKey> {
    public RoundKey {
        Objects.requireNonNull(year, "year");
        Objects.requireNonNull(organizer, "organizer");
    }

    @Override
    public int compareTo(RoundKey other) {
        int byYear = year.compareTo(other.year);
        return byYear != 0 ? byYear : organizer.compareTo(other.organizer);
    }

    /** The folder in the content, {@code 2025/990000}. */
    @Override
    public String toString() {
        return year + "/" + organizer;
    }
}
