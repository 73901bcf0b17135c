package org.gongshi.survey.web;

import org.gongshi.evaluation.Require;

/**
 * How the intake is doing at this moment (运行状态): nothing by place, nothing about answers.
 *
 * @param ready whether submissions can be taken in
 * @param queued submissions that wait for the writer
 * @param capacity most that may wait
 */
public record LiveStatus(boolean ready, int queued, int capacity) {
    public LiveStatus {
        Require.that(queued >= 0, "queued is not below 0");
        Require.that(capacity >= 1, "capacity is 1 at least");
    }
}
