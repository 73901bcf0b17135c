package org.gongshi.evaluation.satisfaction;

import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;

/**
 * How many of one audience answered in one way, over the whole area (各作答方式的答卷数).
 *
 * @param sheets answer sheets, rounded to 5, 10 at least; empty when fewer, or when it would give another way's away
 */
public record WayCount(Audience audience, Way way, Optional<Long> sheets) {
    public WayCount {
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(way, "way");
        sheets.ifPresent(n -> Require.that(n >= 10 && n % 5 == 0, "sheets are rounded to 5, 10 at least: " + n));
    }
}
