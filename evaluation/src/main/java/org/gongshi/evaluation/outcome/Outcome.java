package org.gongshi.evaluation.outcome;

import java.time.LocalDate;
import java.util.Objects;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.place.PlaceCode;

/** One recorded outcome with its date, document and the body that decided it. */
@Article({14, 15})
public record Outcome(PlaceCode place, OutcomeKind kind, LocalDate date, String document, String body, String text) {
    public Outcome {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(date, "date");
        Require.text(document, "document");
        Require.text(body, "body");
        Require.text(text, "text");
    }
}
