package org.gongshi.survey.intake;

import java.util.concurrent.TimeUnit;

/**
 * How long a batch waits for more (凑批): those who were answered together come again together, a moment later, and a commit
 * costs the same for one as for a hundred. It waits for half of those who send at this time, for the other half is being
 * kept meanwhile. Nobody waits where nobody else is expected, never longer than half of what the last batch took, and never
 * longer than {@value #MOST_MILLIS} ms. Belongs to the writer's thread.
 */
final class Linger {
    static final long MOST_MILLIS = 10;

    private int expected;
    private long most;

    /**
     * After a batch.
     *
     * @param senders how many send at this time: those of this batch, and those of the one before or who wait already
     * @param nanos how long the batch took
     */
    void learn(int senders, long nanos) {
        expected = senders;
        most = Math.min(nanos / 2, TimeUnit.MILLISECONDS.toNanos(MOST_MILLIS));
    }

    /** How long a batch may wait in all, in nanoseconds, when it has so many tickets. */
    long nanos(int size) {
        return 2 * size < expected ? most : 0;
    }
}
