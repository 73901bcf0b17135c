package org.gongshi.evaluation.sampling;

import java.util.Objects;
import org.gongshi.evaluation.satisfaction.Audience;

/**
 * What one audience needs of one stratum of schools.
 *
 * @param place sizes for the whole place, over all stages of the audience
 * @param invited its part here, by the students, rounded up
 */
public record SchoolNeed(Audience audience, SampleSize place, long invited) {
    public SchoolNeed {
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(place, "place");
    }
}
