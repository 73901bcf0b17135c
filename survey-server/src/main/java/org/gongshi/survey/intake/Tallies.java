package org.gongshi.survey.intake;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what the writer does (计数器); thread-safe, and so cheap that it does not show. */
final class Tallies {
    private static final List<Long> BOUNDS = List.of(5L, 10L, 25L, 50L, 100L, 250L, 500L, 1000L, 2500L);
    private static final double NANOS_IN_MILLI = 1_000_000;

    private final Map<String, Long> refused = new TreeMap<>();
    private final Map<Long, Long> commits = new TreeMap<>();
    private long acknowledged;
    private long retried;
    private long batches;
    private long batched;
    private double commitMillis;

    Tallies() {
        for (String reason : List.of("code-spent", "not-open", "invalid", "queue-full", "not-durable")) {
            refused.put(reason, 0L);
        }
        BOUNDS.forEach(bound -> commits.put(bound, 0L));
    }

    synchronized void batch(int size, long nanos) {
        batches++;
        batched += size;
        double millis = nanos / NANOS_IN_MILLI;
        commitMillis += millis;
        commits.replaceAll((bound, count) -> millis <= bound ? count + 1 : count);
    }

    synchronized void replied(Reply reply) {
        if (reply instanceof Reply.Accepted accepted) {
            acknowledged += accepted.retried() ? 0 : 1;
            retried += accepted.retried() ? 1 : 0;
        } else if (reply instanceof Reply.CodeSpent) {
            refused("code-spent");
        } else if (reply instanceof Reply.NotOpen) {
            refused("not-open");
        } else if (reply instanceof Reply.Refused) {
            refused("invalid");
        } else {
            refused("not-durable");
        }
    }

    synchronized void queueFull() {
        refused("queue-full");
    }

    synchronized IntakeFigures now() {
        return IntakeFigures.of(acknowledged, retried, refused, batches, batched, commits, commitMillis);
    }

    private void refused(String reason) {
        refused.merge(reason, 1L, Long::sum);
    }
}
