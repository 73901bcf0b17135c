package org.gongshi.survey.intake;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Tells what became of tickets (答复), by threads of its own: the writer does not wait for anybody's network. Thread-safe. */
final class Replies implements AutoCloseable {
    private static final int THREADS = 4;
    private static final long LAST_SECONDS = 10;

    private final Tallies tallies;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, Replies::thread);

    Replies(Tallies tallies) {
        this.tallies = tallies;
    }

    void give(Map<Ticket, Reply> decided) {
        decided.forEach(this::give);
    }

    void give(List<Ticket> tickets, Reply reply) {
        tickets.forEach(ticket -> give(ticket, reply));
    }

    private void give(Ticket ticket, Reply reply) {
        tallies.replied(reply);
        threads.execute(() -> ticket.reply().complete(reply));
    }

    /** Gives those that are still to be given. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "survey-replies");
        thread.setDaemon(true);
        return thread;
    }
}
