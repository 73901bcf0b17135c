package org.gongshi.evaluation.stage;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;

/** The place's rectification (整改): when planned, when due, when its result was reported. */
@Article(12)
public record Rectification(LocalDate plan, LocalDate due, Optional<LocalDate> reported) {
    public Rectification {
        Require.that(!due.isBefore(plan), "rectification is due before its plan");
        Objects.requireNonNull(reported, "reported");
    }
}
