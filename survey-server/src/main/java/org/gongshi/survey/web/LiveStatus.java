package org.gongshi.survey.web;

import java.util.Objects;
import org.gongshi.evaluation.Require;
import org.gongshi.survey.intake.IntakeFigures;

/**
 * How the intake is doing at this moment (运行状态): nothing by place, nothing about answers.
 *
 * @param ready whether submissions can be taken in
 * @param queued submissions that wait for the writer
 * @param capacity most that may wait
 * @param figures what the intake has done so far
 */
public record LiveStatus(boolean ready, int queued, int capacity, IntakeFigures figures) {
    public LiveStatus {
        Objects.requireNonNull(figures, "figures");
        Require.that(queued >= 0, "queued is not below 0");
        Require.that(capacity >= 1, "capacity is 1 at least");
    }

    /** Of an intake that has done nothing yet. */
    public LiveStatus(boolean ready, int queued, int capacity) {
        this(ready, queued, capacity, IntakeFigures.NONE);
    }
}
