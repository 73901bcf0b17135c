package org.gongshi.survey.intake;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The writer's second hand (第二道工序): while it keeps the answers of one batch, the writer already spends the codes of the next,
 * so that the disk is waited for half as long. One batch at a time and in their order; the answers are touched by nobody
 * else until {@link #settle}. Its methods belong to the writer's thread.
 */
final class Keeper implements AutoCloseable {
    private final ExecutorService hand = Executors.newSingleThreadExecutor(Keeper::thread);
    private Future<Boolean> atWork;

    /** Work on a batch; false when it could not be made durable and its tickets have been told so. */
    interface Keeping {
        boolean keep();
    }

    /** Hands a batch over; whoever calls has settled the one before. */
    void take(Keeping keeping) {
        atWork = hand.submit(keeping::keep);
    }

    /** Waits until nothing is at work; false when the last batch was not kept, told once. */
    boolean settle() {
        if (atWork == null) {
            return true;
        }
        try {
            return atWork.get();
        } catch (ExecutionException fault) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            atWork = null;
        }
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
