package org.gongshi.survey.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongshi.survey.access.AccessCode;

/**
 * Gathers tickets that can be decided together. A second ticket with the same nonce or the same code waits for the next
 * batch, because what becomes of it depends on the first.
 */
final class Batch {
    private final int most;
    private final List<Ticket> tickets = new ArrayList<>();
    private final Set<Nonce> nonces = new HashSet<>();
    private final Set<AccessCode> codes = new HashSet<>();
    private final Deque<Ticket> later = new ArrayDeque<>();

    Batch(int most, Deque<Ticket> fromBefore) {
        this.most = most;
        fromBefore.forEach(this::add);
    }

    boolean isFull() {
        return size() >= most;
    }

    /** All that were added. */
    int size() {
        return tickets.size() + later.size();
    }

    void add(Ticket ticket) {
        boolean collides = nonces.contains(ticket.nonce())
                || ticket.spendable().map(codes::contains).orElse(false);
        if (collides) {
            later.add(ticket);
            return;
        }
        nonces.add(ticket.nonce());
        ticket.spendable().ifPresent(codes::add);
        tickets.add(ticket);
    }

    List<Ticket> tickets() {
        return tickets;
    }

    /** What must wait for the next batch. */
    Deque<Ticket> later() {
        return later;
    }
}
