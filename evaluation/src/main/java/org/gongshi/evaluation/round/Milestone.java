package org.gongshi.evaluation.round;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Article;

/** A step of the year's calendar (时间节点): planned against actual. */
@Article({7, 8, 9, 10, 11, 12, 13})
public record Milestone(
        Step step, LocalDate planned, Optional<LocalDate> actual, Optional<String> document, Optional<String> note) {
    public Milestone {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(planned, "planned");
        Objects.requireNonNull(actual, "actual");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(note, "note");
    }

    /** The actual date, or the planned one while the step is still to come. */
    public LocalDate date() {
        return actual.orElse(planned);
    }

    /** Whether it came, or is planned, after the last day that the regulation allows. */
    public boolean isLate(EvaluationYear year) {
        return step.lastDay(year).map(last -> date().isAfter(last)).orElse(false);
    }
}
