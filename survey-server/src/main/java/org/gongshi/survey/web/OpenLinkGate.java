package org.gongshi.survey.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.survey.access.OpenDoor;
import org.gongshi.survey.intake.Submission.Entry;

/**
 * Whether an answer by the open link may go on (公开链接的关口): with a solved riddle or a wait that is over at once; with
 * neither a few in calm times, flagged. Remembers rates, never forms or addresses. Thread-safe.
 */
final class OpenLinkGate {
    private static final Duration LONGEST_QUEUE = Duration.ofMinutes(10);

    private final OpenDoor door;
    private final OpenLinkRules rules;
    private final Clock clock;
    private final Deque<Instant> challenged = new ArrayDeque<>();
    private Instant lastTurn = Instant.EPOCH;
    private double calmLeft;
    private Instant calmAt;

    OpenLinkGate(OpenDoor door, OpenLinkRules rules, Clock clock) {
        this.door = Objects.requireNonNull(door, "door");
        this.rules = Objects.requireNonNull(rules, "rules");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.calmLeft = rules.calm();
        this.calmAt = clock.instant();
    }

    /** What becomes of an answer. */
    sealed interface Pass {
        /** It is handed in. */
        record Go(Entry entry) implements Pass {}

        /** Not yet: it may be sent again with this ticket after so long; an empty ticket: too many wait already. */
        record Wait(Optional<String> ticket, Duration left) implements Pass {}
    }

    /** A riddle for the form with that number, harder while many are asked for. */
    String challenge(String nonce) {
        return door.challenge(nonce, bits(), clock.instant());
    }

    private synchronized int bits() {
        Instant now = clock.instant();
        // A clock that was set back must not keep the crowd of before for ever.
        challenged.removeIf(old -> Duration.between(old, now).abs().toSeconds() >= 60);
        challenged.addLast(now);
        int bits = rules.bits();
        for (int level = rules.crowd(); challenged.size() > level && bits < rules.mostBits(); level *= 2) {
            bits++;
        }
        if (challenged.size() > rules.crowd() << (rules.mostBits() - rules.bits() + 1)) {
            challenged.removeFirst();
        }
        return bits;
    }

    /** A turn for a form without a script; the form's earlier ticket is as good as ever. */
    Pass.Wait turn(String nonce, Optional<String> earlier) {
        Instant now = clock.instant();
        Optional<Duration> left = earlier.flatMap(ticket -> door.wait(nonce, ticket, now));
        return left.map(wait -> new Pass.Wait(earlier, wait)).orElseGet(() -> newTurn(nonce, now));
    }

    private synchronized Pass.Wait newTurn(String nonce, Instant now) {
        Instant earliest = now.plus(rules.pause());
        Instant next = lastTurn.plus(rules.apart());
        Instant from = next.isAfter(earliest) ? next : earliest;
        Duration left = Duration.between(now, from);
        if (left.compareTo(LONGEST_QUEUE) > 0) {
            return new Pass.Wait(Optional.empty(), Duration.ofSeconds(60));
        }
        lastTurn = from;
        return new Pass.Wait(Optional.of(door.ticket(nonce, from)), left);
    }

    /** Judges an answer that is about to be handed in. */
    Pass judge(String nonce, Optional<String> proof, Optional<String> ticket) {
        Instant now = clock.instant();
        if (proof.filter(text -> door.isSolved(nonce, text, now)).isPresent()) {
            return new Pass.Go(Entry.RESPONDENT);
        }
        Optional<Duration> left = ticket.flatMap(text -> door.wait(nonce, text, now));
        if (left.isPresent()) {
            return left.get().isZero() ? new Pass.Go(Entry.RESPONDENT) : new Pass.Wait(ticket, left.get());
        }
        return isCalm(now) ? new Pass.Go(Entry.UNPROVEN) : newTurn(nonce, now);
    }

    private synchronized boolean isCalm(Instant now) {
        double regained = Math.max(0, (double) Duration.between(calmAt, now).toMillis())
                / rules.calmEvery().toMillis();
        calmLeft = Math.min(rules.calm(), calmLeft + regained);
        calmAt = now;
        if (calmLeft < 1) {
            return false;
        }
        calmLeft -= 1;
        return true;
    }
}
