package org.gongshi.benchmarks;

import java.util.Objects;

/**
 * One of those who run side by side.
 *
 * @param name as it stands in the table
 * @param run one whole run; called once a round
 */
public record Contender(String name, Run run) {
    public Contender {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(run, "run");
    }

    /** One whole run and what it cost. */
    @FunctionalInterface
    public interface Run {
        /** @throws Exception whatever stops the run: a benchmark that failed has no result */
        Measure once() throws Exception;
    }

    /** A contender inside this process, measured by the wall clock. */
    public static Contender inProcess(String name, Work work) {
        return new Contender(name, () -> {
            long begin = System.nanoTime();
            work.run();
            return Measure.ofSeconds((System.nanoTime() - begin) / 1e9);
        });
    }

    /** What a contender inside this process does. */
    @FunctionalInterface
    public interface Work {
        /** @throws Exception whatever stops the work */
        void run() throws Exception;
    }
}
