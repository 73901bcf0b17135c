package org.gongshi.survey.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.survey.intake.Intake;
import org.gongshi.survey.intake.Reply;
import org.gongshi.survey.intake.Submission;
import org.gongshi.survey.response.FieldFault;

/** A small intake that keeps everything in memory: each code counts once, a nonce is recognised. */
final class MemoryIntake implements Intake {
    private final Map<String, Audience> codes = new TreeMap<>();
    private final Map<String, String> spentBy = new TreeMap<>();
    private final Map<String, Submission> kept = new TreeMap<>();
    private Optional<Reply> insteadOfKeeping = Optional.empty();
    private Optional<RuntimeException> broken = Optional.empty();
    private boolean breaksAtOnce;
    private Submission lastKept;
    private CompletionStage<Void> ready = CompletableFuture.completedFuture(null);
    private int given;

    /** From now on it breaks: at once, or later in its promise. */
    synchronized void breakWith(RuntimeException fault, boolean atOnce) {
        broken = Optional.of(fault);
        breaksAtOnce = atOnce;
    }

    synchronized void empty() {
        broken = Optional.empty();
        codes.clear();
        spentBy.clear();
        kept.clear();
        insteadOfKeeping = Optional.empty();
    }

    /** Puts a code on a slip. */
    synchronized String issue(Audience audience, int number) {
        String code = String.format("ZK7M%012d", number) + audience.ordinal();
        codes.put(code, audience);
        return code;
    }

    /** From now on every new submission gets this reply; empty: it is kept again. */
    synchronized void replyWith(Reply reply) {
        insteadOfKeeping = Optional.ofNullable(reply);
    }

    synchronized List<Submission> kept() {
        return List.copyOf(kept.values());
    }

    synchronized Submission last() {
        return lastKept;
    }

    /** From now on nobody is answered before this is done, as when the disk is slow. */
    synchronized void answersAfter(CompletionStage<Void> done) {
        ready = done;
    }

    /** How many it has been given so far. */
    synchronized int given() {
        return given;
    }

    @Override
    public synchronized CompletionStage<Reply> submit(Submission submission) {
        if (broken.isPresent() && breaksAtOnce) {
            throw broken.get();
        }
        if (broken.isPresent()) {
            return CompletableFuture.failedFuture(broken.get());
        }
        given++;
        Reply reply = insteadOfKeeping.orElseGet(() -> decide(submission));
        return ready.thenApply(done -> reply);
    }

    private Reply decide(Submission submission) {
        String receipt = Digest.of(("resp" + submission.nonce()).getBytes(StandardCharsets.UTF_8))
                .hex();
        if (submission.code().isPresent()) {
            String code = submission.code().get();
            if (!codes.containsKey(code)) {
                return refused("code", SubmissionReader.WRONG_CODE);
            }
            if (codes.get(code) != submission.audience()) {
                return refused("audience", "这个访问码属于另一份问卷");
            }
            String spender = spentBy.putIfAbsent(code, submission.nonce());
            if (spender != null && !spender.equals(submission.nonce())) {
                return new Reply.CodeSpent();
            }
        }
        boolean retried = kept.putIfAbsent(submission.nonce(), submission) != null;
        lastKept = kept.get(submission.nonce());
        return new Reply.Accepted(receipt, retried);
    }

    private static Reply refused(String field, String message) {
        return new Reply.Refused(List.of(new FieldFault(field, message)));
    }
}
