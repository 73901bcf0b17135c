package org.gongshi.generator.incremental;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/** Does pieces of work on all processors; never more of them wait than the processors can soon take up. */
final class Workers implements AutoCloseable {
    private static final int WAITING = 4;

    private final ExecutorService pool;
    private final Semaphore places;
    private final int all;
    private final AtomicReference<Throwable> fault = new AtomicReference<>();

    Workers(int processors) {
        this.pool = Executors.newFixedThreadPool(processors);
        this.all = processors * WAITING;
        this.places = new Semaphore(all);
    }

    /** A piece of work. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    /** Takes the work on, waiting while enough other work waits; after a fault nothing is taken on any more. */
    void take(Work work) {
        places.acquireUninterruptibly();
        if (fault.get() != null) {
            places.release();
            return;
        }
        pool.execute(() -> {
            try {
                work.run();
            } catch (IOException | RuntimeException | Error one) {
                fault.compareAndSet(null, one);
            } finally {
                places.release();
            }
        });
    }

    /**
     * Waits until everything is done.
     *
     * @throws IOException the first fault of any piece
     */
    void finish() throws IOException {
        places.acquireUninterruptibly(all);
        places.release(all);
        Throwable first = fault.get();
        if (first instanceof IOException io) {
            throw io;
        }
        if (first instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (first instanceof Error error) {
            throw error;
        }
        if (first != null) {
            throw new UncheckedIOException(new IOException(first));
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
