package org.gongshi.survey.intake;

import java.util.IdentityHashMap;
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

    /** Shared out among the threads once: to wake one for each reply costs more than the reply. */
    void give(Map<Ticket, Reply> decided) {
        List<Map.Entry<Ticket, Reply>> all = List.copyOf(decided.entrySet());
        int share = (all.size() + THREADS - 1) / THREADS;
        for (int from = 0; from < all.size(); from += share) {
            List<Map.Entry<Ticket, Reply>> some = all.subList(from, Math.min(from + share, all.size()));
            threads.execute(() -> some.forEach(one -> give(one.getKey(), one.getValue())));
        }
    }

    void give(List<Ticket> tickets, Reply reply) {
        Map<Ticket, Reply> same = new IdentityHashMap<>();
        tickets.forEach(ticket -> same.put(ticket, reply));
        give(same);
    }

    private void give(Ticket ticket, Reply reply) {
        tallies.replied(reply);
        ticket.reply().complete(reply);
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
