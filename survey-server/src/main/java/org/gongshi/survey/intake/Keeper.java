package org.gongshi.survey.intake;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The writer's second hand (第二道工序): while it keeps the answers of one batch, the writer already spends the codes of the next,
 * so that the disk is waited for half as long. One batch after the other and in their order; the answers are touched by
 * nobody else until {@link #settle}. Its methods belong to the writer's thread.
 */
final class Keeper implements AutoCloseable {
    private final ExecutorService hand = Executors.newSingleThreadExecutor(Keeper::thread);
    private Future<Boolean> keeping = CompletableFuture.completedFuture(true);
    private Future<?> preparing = CompletableFuture.completedFuture(true);

    /** Work on a batch; false when it could not be made durable and its tickets have been told so. */
    interface Keeping {
        boolean keep();
    }

    /** Begins with a batch as soon as the one before is kept, in memory alone; what goes wrong is told by what is returned. */
    Future<?> prepare(Runnable work) {
        preparing = hand.submit(work);
        return preparing;
    }

    /** Hands over a batch that was prepared; whoever calls knows that the one before is kept. */
    void take(Keeping work) {
        keeping = hand.submit(work::keep);
    }

    /** Waits until the batch that was handed over last is kept; false when it was not, told once. */
    boolean kept() {
        try {
            return keeping.get();
        } catch (ExecutionException fault) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            keeping = CompletableFuture.completedFuture(true);
        }
    }

    /** Waits until nothing is at work, a batch that is only being prepared included; otherwise as {@link #kept}. */
    boolean settle() {
        boolean kept = kept();
        try {
            preparing.get();
        } catch (ExecutionException fault) {
            // Told to whoever hands the batch over, if anybody does.
            return kept;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return kept;
    }

    @Override
    public void close() {
        settle();
        hand.shutdown();
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "survey-keeper");
        thread.setDaemon(true);
        return thread;
    }
}
