package org.gongshi.evaluation.round;

import java.util.Objects;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.place.PlaceCode;

/** One place in one round (被评对象): the key of a dossier. */
@Article(2)
public record Subject(RoundKey round, PlaceCode place) {
    public Subject {
        Objects.requireNonNull(round, "round");
        Objects.requireNonNull(place, "place");
    }

    /** The folder in the content, {@code 2025/990000/990100}. */
    @Override
    public String toString() {
        return round + "/" + place;
    }
}
