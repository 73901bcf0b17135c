package org.gongshi.evaluation.content;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongshi.evaluation.place.PlaceCode;

/**
 * Which places' lines of a shared file are looked at (读取范围). A build looks only at the places that are to be published:
 * nothing of a draft's lines is read further than its place code or quoted in a message. A check looks at all.
 *
 * @param places the places of a build; empty for a check
 */
public record Scope(Optional<Set<PlaceCode>> places) {
    public Scope {
        Objects.requireNonNull(places, "places");
        places = places.map(Set::copyOf);
    }

    /** For {@code check} and {@code decide}. */
    public static Scope everything() {
        return new Scope(Optional.empty());
    }

    /** For {@code build}. */
    public static Scope only(Set<PlaceCode> places) {
        return new Scope(Optional.of(places));
    }

    boolean isRestricted() {
        return places.isPresent();
    }

    /** Whether a line with that text in its place column is looked at. */
    boolean covers(String place) {
        return places.map(allowed -> PlaceCode.isValid(place) && allowed.contains(new PlaceCode(place)))
                .orElse(true);
    }
}
