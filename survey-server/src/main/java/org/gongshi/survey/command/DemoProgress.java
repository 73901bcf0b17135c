package org.gongshi.survey.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Says what is being done and how long it took; counts along where a step is long. */
final class DemoProgress {
    private static final int PARTS = 10;

    private final PrintWriter out;
    private final Clock clock;
    private final Instant begun;

    DemoProgress(PrintWriter out, Clock clock) {
        this.out = out;
        this.clock = clock;
        this.begun = clock.instant();
    }

    <T> T step(String name, Supplier<T> work) {
        Instant start = clock.instant();
        out.print("· " + name + " … ");
        out.flush();
        T result = work.get();
        out.println(seconds(Duration.between(start, clock.instant())));
        out.flush();
        return result;
    }

    /** Shows tenths of the whole while they are done. */
    IntConsumer counter(int whole) {
        AtomicInteger done = new AtomicInteger();
        return more -> {
            int before = done.getAndAdd(more);
            int tenth = (int) ((long) (before + more) * PARTS / Math.max(1, whole));
            if (tenth > (long) before * PARTS / Math.max(1, whole)) {
                synchronized (out) {
                    out.print(tenth * 100 / PARTS + "% ");
                    out.flush();
                }
            }
        };
    }

    String total() {
        return seconds(Duration.between(begun, clock.instant()));
    }

    private static String seconds(Duration time) {
        return String.format(java.util.Locale.ROOT, "%.1f 秒", time.toMillis() / 1000.0);
    }
}
