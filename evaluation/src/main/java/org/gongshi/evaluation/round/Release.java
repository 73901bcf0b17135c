package org.gongshi.evaluation.round;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.place.PlaceCode;

/**
 * Which places of a round are to be published, and not before when (公开发布安排).
 *
 * @param places the places to publish; every other report is a draft that no build opens
 * @param date not before this date (embargo)
 */
@Article(13)
public record Release(Set<PlaceCode> places, LocalDate date, Optional<String> document) {
    public Release {
        places = Set.copyOf(places);
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(document, "document");
    }
}
