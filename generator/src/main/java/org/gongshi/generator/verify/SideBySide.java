package org.gongshi.generator.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work that knows nothing of each other, done by as many threads as a source bears (并行核验). */
final class SideBySide {
    private SideBySide() {}

    /** What the parts give, in their order. */
    static <T> List<T> all(SiteSource source, List<Callable<T>> parts) {
        ExecutorService pool = Executors.newFixedThreadPool(source.parallelism());
        try {
            List<T> found = new ArrayList<>();
            for (Future<T> part : pool.invokeAll(parts)) {
                found.add(part.get());
            }
            return found;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
