package org.gongshi.evaluation.satisfaction;

import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;

/**
 * How many of one audience answered in one way, over the whole area (各作答方式的答卷数).
 *
 * @param sheets answer sheets, rounded to 5, 10 at least; empty when fewer, or when it would give another way's away
 * @param doubted those of them that bear a flag, whatever flag, rounded to 5; told for volunteers alone, and only where neither
 *     they nor the others are one to nine
 */
public record WayCount(Audience audience, Way way, Optional<Long> sheets, Optional<Long> doubted) {
    public WayCount {
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(way, "way");
        sheets.ifPresent(n -> Require.that(n >= 10 && n % 5 == 0, "sheets are rounded to 5, 10 at least: " + n));
        doubted.ifPresent(n -> {
            Require.that(!way.assurance().isOfTheSample(), "the doubted of a sample stand in its rows");
            Require.that(n % 5 == 0 && (n == 0 || n >= 10), "doubted are rounded to 5, none or 10 at least: " + n);
            Require.that(sheets.filter(all -> n <= all).isPresent(), "doubted are among the sheets");
        });
    }

    /** A way whose doubted are not told. */
    public WayCount(Audience audience, Way way, Optional<Long> sheets) {
        this(audience, way, sheets, Optional.empty());
    }
}
