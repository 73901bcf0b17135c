package org.gongshi.survey.intake;

import java.util.List;
import org.gongshi.survey.response.FieldFault;

/** What became of a submission; every kind has its HTTP status and its page. */
public sealed interface Reply {

    /** Kept and durable in both files (201), or kept before and recognised by its nonce (200). */
    record Accepted(String receipt, boolean retried) implements Reply {}

    /** The code was used for another answer (409). */
    record CodeSpent() implements Reply {}

    /** The survey is not open: not yet, or no longer (410). */
    record NotOpen(boolean closedAlready) implements Reply {}

    /** Something does not fit: an unknown code, a place that is not the code's (422). */
    record Refused(List<FieldFault> faults) implements Reply {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /** The queue is full or the disk is (503 with Retry-After, in seconds); nothing was kept. */
    record Busy(int retryAfter) implements Reply {}
}
