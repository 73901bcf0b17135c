package org.gongshi.survey.intake;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.store.ResponseStore;

/** A submission in the queue; every one is its own, whatever it holds. */
final class Ticket {
    private final Submission submission;
    private final Nonce nonce;
    private final Digest spendMark;
    private final Digest responseId;
    private final String text;
    private final Optional<AccessCode> code;
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();

    Ticket(Submission submission, Nonce nonce) {
        this.submission = Objects.requireNonNull(submission, "submission");
        this.nonce = Objects.requireNonNull(nonce, "nonce");
        // Made here, by the thread that received it, and not by the one writer.
        this.spendMark = nonce.spendMark();
        this.responseId = nonce.responseId();
        this.text = ResponseStore.text(submission.answers());
        this.code = submission.code().flatMap(AccessCode::parse);
    }

    Submission submission() {
        return submission;
    }

    Nonce nonce() {
        return nonce;
    }

    /** What a code is marked with when this form spends it. */
    Digest spendMark() {
        return spendMark;
    }

    /** The id of the answer sheet, and its receipt. */
    Digest responseId() {
        return responseId;
    }

    /** The answers as they are stored. */
    String text() {
        return text;
    }

    /** Empty for the open link and for what is no code at all. */
    Optional<AccessCode> code() {
        return code;
    }

    /** The code that this ticket may spend; a school's code is never spent, and a whole school sends it at once. */
    Optional<AccessCode> spendable() {
        return code.filter(present -> !present.isShared());
    }

    CompletableFuture<Reply> reply() {
        return reply;
    }

    /** The path of the open link: no code was sent. A code that is none does not become an open link. */
    boolean isOpenLink() {
        return submission.code().isEmpty();
    }
}
