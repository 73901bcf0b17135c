package org.gongshi.survey.store;

import java.util.Objects;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;

/** A free remark (意见建议): place and audience are all that is known of its author. */
public record Remark(PlaceCode place, Audience audience, String text) {
    public Remark {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(audience, "audience");
        Require.text(text, "text");
    }
}
