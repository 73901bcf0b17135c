package org.gongshi.survey.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongshi.survey.intake.Reply;
import org.gongshi.survey.intake.Submission;
import org.gongshi.survey.response.FieldFault;
import org.gongshi.templates.survey.Field;

/** Where a submission is handed in (收件台): asks the intake, waits for no longer than is polite, slows those who guess. */
final class Desk {
    private static final int MOST_HELD_BACK = 1000;
    private static final int COME_AGAIN_SECONDS = 5;

    private final Collaborators house;
    private final GuessLimiter limiter;
    private final Metrics metrics;
    private final OpenRooms rooms;
    private final AtomicInteger heldBack = new AtomicInteger();

    Desk(Collaborators house, Metrics metrics, OpenRooms rooms) {
        this.house = house;
        this.rooms = rooms;
        this.metrics = metrics;
        this.limiter = new GuessLimiter(house.limits(), house.clock(), house.random());
    }

    /** What the handlers make an answer of. */
    sealed interface Outcome {
        /** As the intake said it, names of fields as in the form. */
        record Said(Reply reply) implements Outcome {}

        /** One wrong code too many; how long until the next may be tried. */
        record Guessing(Duration pause) implements Outcome {}
    }

    CompletableFuture<Outcome> handIn(Context ctx, Submission submission) {
        String peer = peer(ctx);
        Reply late = new Reply.Busy(COME_AGAIN_SECONDS);
        return house.intake()
                .submit(submission)
                .toCompletableFuture()
                .thenApply(reply -> noted(submission, reply))
                .completeOnTimeout(late, house.limits().patience().toMillis(), TimeUnit.MILLISECONDS)
                .thenCompose(reply -> judged(peer, reply));
    }

    /** A teacher's screen shows that a seat's sheet is kept, also when the reply comes too late for its sender. */
    private Reply noted(Submission submission, Reply reply) {
        if (reply instanceof Reply.Accepted || reply instanceof Reply.CodeSpent) {
            submission.code().ifPresent(rooms::received);
        }
        return reply;
    }

    /** Faults found before the intake was asked, one of them a code that can be none. */
    CompletableFuture<Outcome> guessed(Context ctx, List<FieldFault> faults) {
        return judged(peer(ctx), new Reply.Refused(faults));
    }

    private CompletableFuture<Outcome> judged(String peer, Reply reply) {
        if (!(reply instanceof Reply.Refused refused) || !isAboutCode(refused)) {
            return CompletableFuture.completedFuture(new Outcome.Said(reply));
        }
        Duration wait = limiter.wrong(peer);
        if (wait.isZero()) {
            return CompletableFuture.completedFuture(new Outcome.Said(reply));
        }
        metrics.slowed();
        return later(new Outcome.Guessing(wait));
    }

    /** Right codes pass at once all the while; a flood of guesses is not held back beyond what memory bears. */
    private CompletableFuture<Outcome> later(Outcome outcome) {
        if (heldBack.incrementAndGet() > MOST_HELD_BACK) {
            heldBack.decrementAndGet();
            return CompletableFuture.completedFuture(outcome);
        }
        long pause = house.limits().pause().toMillis();
        return new CompletableFuture<Outcome>()
                .completeOnTimeout(outcome, pause, TimeUnit.MILLISECONDS)
                .whenComplete((done, fault) -> heldBack.decrementAndGet());
    }

    private static boolean isAboutCode(Reply.Refused refused) {
        return refused.faults().stream()
                .anyMatch(fault ->
                        fault.field().equals(Field.CODE) && fault.message().equals(SubmissionReader.WRONG_CODE));
    }

    /** Who asks, for limits alone: the other end, or what the one trusted proxy says of it. */
    String peer(Context ctx) {
        return Peers.of(ctx, house.limits());
    }
}
