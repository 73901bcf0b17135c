package org.gongshi.survey.response;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SchoolStage;

/**
 * A cell of the sample's design (层): place, audience and school stage.
 *
 * @param stage empty for the public, and for open links that did not say
 */
public record Stratum(PlaceCode place, Audience audience, Optional<SchoolStage> stage) implements Comparable<Stratum> {
    private static final Comparator<Stratum> ORDER = Comparator.comparing(Stratum::place)
            .thenComparing(Stratum::audience)
            .thenComparing(Stratum::stageOrder);

    public Stratum {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(stage, "stage");
    }

    @Override
    public int compareTo(Stratum other) {
        return ORDER.compare(this, other);
    }

    private int stageOrder() {
        return stage.map(SchoolStage::ordinal).orElse(-1);
    }
}
