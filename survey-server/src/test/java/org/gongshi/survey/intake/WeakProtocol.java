package org.gongshi.survey.intake;

import java.security.SecureRandom;
import java.util.List;
import org.gongshi.survey.access.Pepper;
import org.gongshi.survey.store.SurveyStore;

/** The negative control of the crash test: says 已收到 before anything is on disk. */
final class WeakProtocol extends Protocol {
    WeakProtocol(SurveyStore store, Pepper pepper, SecureRandom random, LiveCounts counts) {
        super(store, pepper, random, counts);
    }

    @Override
    Judged judge(List<Ticket> batch, LockedForms forms) {
        batch.forEach(ticket -> ticket.reply()
                .complete(new Reply.Accepted(ticket.nonce().responseId().hex(), false)));
        return super.judge(batch, forms);
    }
}
