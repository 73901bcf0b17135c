package org.gongshi.evaluation.satisfaction;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.digest.Digest;
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

    /**
     * SHA-256 over the people of all strata, in any order (总体摘要): what the weights rest on, and so what is locked before the first
     * answer. Schools and invitations are not in it: how many codes were given out is only known afterwards.
     */
    public static Digest digest(List<Population> populations) {
        String text = populations.stream()
                .map(row -> row.place() + "," + row.audience().key() + ","
                        + row.stage().map(SchoolStage::key).orElse("") + "," + row.people() + "\n")
                .sorted()
                .collect(Collectors.joining());
        return Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
