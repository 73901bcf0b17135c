package org.gongshi.survey.round;

import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;
import org.gongshi.survey.response.Stratum;

/**
 * A printing of codes (一批访问码).
 *
 * @param school the school's label, out of which a cluster number is made; never stored
 * @param count 1 to 100,000
 */
public record MintOrder(Stratum stratum, Optional<String> school, int count) {
    /** So many codes at once at most. */
    public static final int MOST = 100_000;

    public MintOrder {
        Objects.requireNonNull(stratum, "stratum");
        Objects.requireNonNull(school, "school");
        school.ifPresent(
                label -> Require.that(!label.isBlank() && label.lines().count() == 1, "a school's label is one line"));
        Require.that(count >= 1 && count <= MOST, "1 to " + MOST + " codes");
    }
}
