package org.gongshi.survey.intake;

import java.util.Optional;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.survey.response.Response;
import org.gongshi.survey.store.CodeRow;

/** What is to be done about a ticket, decided before anything is written. */
sealed interface Verdict {

    /** Nothing is written. */
    record Answered(Reply reply) implements Verdict {}

    /**
     * The answer is kept.
     *
     * @param spend the code to spend; empty for the open link and for a code that this form has spent before a crash
     */
    record Keep(Digest id, Response response, Optional<CodeRow> spend) implements Verdict {}
}
