package org.gongshi.survey.intake;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gongshi.survey.store.StoreFault;

/**
 * The writer's second hand (第二道工序): while it keeps the answers of one batch, the writer already spends the codes of the next,
 * so that the disk is waited for half as long. One batch after the other and in their order; the answers are touched by
 * nobody else until {@link #settle}. After a fault nothing more is kept until then. Its methods belong to the writer's thread.
 */
final class Keeper implements AutoCloseable {
    private final ExecutorService hand = Executors.newSingleThreadExecutor(Keeper::thread);
    private Future<?> last = CompletableFuture.completedFuture(true);
    private Future<?> lastButOne = last;
    private volatile RuntimeException fault;

    /** A batch whose answers are prepared. */
    interface Keeping {
        /** Makes it durable and tells its tickets; any exception: it is not. */
        void keep();

        /** Tells its tickets that it could not be kept. */
        void failed(RuntimeException fault);
    }

    /** Begins with a batch, in memory alone, as soon as the one before is kept; waits while two are at work. */
    void prepare(Runnable work) {
        await(lastButOne);
        hand.execute(() -> attempt(work));
    }

    /** Hands over the batch that was prepared last. */
    void take(Keeping work) {
        lastButOne = last;
        last = hand.submit(() -> {
            attempt(work::keep);
            if (fault != null) {
                work.failed(fault);
            }
        });
    }

    /** Whether a batch could not be kept, or prepared, since the last time that all was settled. */
    boolean isBroken() {
        return fault != null;
    }

    /** Waits until nothing is at work; false when it was broken, which it is no longer. */
    boolean settle() {
        await(hand.submit(() -> {}));
        boolean whole = fault == null;
        fault = null;
        return whole;
    }

    @Override
    public void close() {
        settle();
        hand.shutdown();
    }

    private void attempt(Runnable work) {
        if (fault == null) {
            try {
                work.run();
            } catch (RuntimeException thrown) {
                fault = thrown;
            }
        }
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (ExecutionException thrown) {
            throw new StoreFault("写入线程出错：" + thrown.getCause().getMessage(), thrown);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "survey-keeper");
        thread.setDaemon(true);
        return thread;
    }
}
