package org.gongshi.survey.intake;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.survey.access.Pepper;
import org.gongshi.survey.response.Response;
import org.gongshi.survey.store.Remark;
import org.gongshi.survey.store.ResponseStore;
import org.gongshi.survey.store.SurveyStore;

/**
 * What happens to a batch, step by step (收卷步骤). First the codes are spent, then the answers kept; each file is durable
 * and its log cut before the batch touches the next, so at no instant do two logs hold the same batch and could be aligned.
 * {@link #spend} belongs to the writer's thread, {@link #keep} to the keeper's, which works on the batch before.
 */
class Protocol {
    private final SurveyStore store;
    private final Judge judge;
    private final SecureRandom random;
    private final LiveCounts counts;

    Protocol(SurveyStore store, Pepper pepper, SecureRandom random, LiveCounts counts) {
        this.store = store;
        this.judge = new Judge(store, pepper, new Crowd(random, System::nanoTime), counts);
        this.random = random;
        this.counts = counts;
    }

    /** A batch whose codes are spent: what was decided, and what is still to be kept. */
    record Spent(Map<Ticket, Verdict> verdicts) {}

    /**
     * Step 1: decides, and moves codes from unused to the mark of their form. No two tickets of the batch collide.
     *
     * @throws org.gongshi.survey.store.StoreFault when it could not be made durable; then nobody may be told anything
     */
    Spent spend(List<Ticket> batch, LockedForms forms) {
        Map<Ticket, Verdict> verdicts = new LinkedHashMap<>();
        for (Ticket ticket : shuffled(batch)) {
            verdicts.put(ticket, judge.judge(ticket, forms));
        }
        spendCodes(verdicts);
        return new Spent(verdicts);
    }

    /**
     * Step 2: the answers. Returns the replies, to be given now and not earlier.
     *
     * @throws org.gongshi.survey.store.StoreFault when anything could not be made durable; then no reply may say so
     */
    Map<Ticket, Reply> keep(Spent spent) {
        keepAnswers(spent.verdicts());
        return replies(spent.verdicts());
    }

    private void spendCodes(Map<Ticket, Verdict> verdicts) {
        boolean spent = false;
        for (Map.Entry<Ticket, Verdict> entry : verdicts.entrySet()) {
            if (entry.getValue() instanceof Verdict.Keep keep) {
                counts.expect(keep.id());
                if (keep.spend().isPresent()) {
                    store.codes().spend(keep.spend().get(), entry.getKey().spendMark());
                    spent = true;
                }
            }
        }
        if (spent) {
            store.codes().commit();
            verdicts.values().forEach(this::followSpent);
            truncateCodes();
        }
    }

    private void followSpent(Verdict verdict) {
        if (verdict instanceof Verdict.Keep keep) {
            keep.spend().ifPresent(counts.issued()::spent);
        }
    }

    /** The answers under ids of their own, the remarks in their box, each in an order of its own. */
    private void keepAnswers(Map<Ticket, Verdict> verdicts) {
        List<ResponseStore.Entry> entries = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        verdicts.forEach((ticket, verdict) -> {
            if (verdict instanceof Verdict.Keep keep) {
                entries.add(new ResponseStore.Entry(keep.id(), keep.response(), ticket.text()));
                remark(ticket, keep.response()).ifPresent(remarks::add);
            }
        });
        if (!entries.isEmpty()) {
            write(entries, remarks);
            store.responses().commit();
            truncateAnswers();
        }
    }

    /** Step 4; step 3, the cut of each log, is part of the two before. */
    private Map<Ticket, Reply> replies(Map<Ticket, Verdict> verdicts) {
        Map<Ticket, Reply> replies = new LinkedHashMap<>();
        verdicts.forEach((ticket, verdict) -> replies.put(ticket, reply(verdict)));
        return replies;
    }

    private Reply reply(Verdict verdict) {
        if (verdict instanceof Verdict.Keep keep) {
            counts.add(keep.id(), keep.response());
            return new Reply.Accepted(keep.id().hex(), false);
        }
        return ((Verdict.Answered) verdict).reply();
    }

    private static Optional<Remark> remark(Ticket ticket, Response response) {
        return ticket.submission()
                .remark()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> new Remark(response.place(), response.audience(), text));
    }

    List<Ticket> shuffled(List<Ticket> batch) {
        List<Ticket> order = new ArrayList<>(batch);
        Collections.shuffle(order, random);
        return order;
    }

    void write(List<ResponseStore.Entry> entries, List<Remark> remarks) {
        store.responses().add(entries, remarks);
    }

    void truncateCodes() {
        store.codes().truncateLog();
    }

    void truncateAnswers() {
        store.responses().truncateLog();
    }
}
