package org.gongshi.evaluation.satisfaction;

import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.place.PlaceCode;

/**
 * People behind one audience (and school stage) of one place (调查总体).
 *
 * @param people number of people
 * @param schools schools in the frame; 0 for the public
 * @param invited people invited with an access code
 */
@Article(9)
public record Population(
        PlaceCode place, Audience audience, Optional<SchoolStage> stage, long people, int schools, long invited) {
    public Population {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(stage, "stage");
        Require.that(people >= 0 && schools >= 0 && invited >= 0, "numbers are not below 0");
        Require.that(invited <= people, "more invited than people");
    }
}
