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
 * {@link #judge} and {@link #spend} belong to the writer's thread, {@link #prepare} and {@link #keep} to the keeper's; answers
 * are prepared while the codes are spent, in memory alone: before {@link #keep} no byte of them is in any file.
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

    /** What was decided about a batch, in the order drawn for it. */
    record Judged(Map<Ticket, Verdict> verdicts) {}

    /** Decides; reads, writes nothing. No two tickets of the batch collide. */
    Judged judge(List<Ticket> batch, LockedForms forms) {
        Map<Ticket, Verdict> verdicts = new LinkedHashMap<>();
        for (Ticket ticket : shuffled(batch)) {
            verdicts.put(ticket, judge.judge(ticket, forms));
        }
        return new Judged(verdicts);
    }

    /**
     * Step 1: moves codes from unused to the mark of their form.
     *
     * @throws org.gongshi.survey.store.StoreFault when it could not be made durable; then nobody may be told anything
     */
    void spend(Judged judged) {
        boolean spent = false;
        for (Map.Entry<Ticket, Verdict> entry : judged.verdicts().entrySet()) {
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
            judged.verdicts().values().forEach(this::followSpent);
            truncateCodes();
        }
    }

    /**
     * Puts the answers under ids of their own and the remarks in their box, each in an order of its own, into a transaction
     * that {@link #keep} ends; counts them, for a batch that cannot be kept makes all counts begin anew.
     */
    void prepare(Judged judged) {
        List<ResponseStore.Entry> entries = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        judged.verdicts().forEach((ticket, verdict) -> {
            if (verdict instanceof Verdict.Keep keep) {
                entries.add(new ResponseStore.Entry(keep.id(), keep.response(), ticket.text()));
                remark(ticket, keep.response()).ifPresent(remarks::add);
                counts.add(keep.id(), keep.response());
            }
        });
        if (!entries.isEmpty()) {
            write(entries, remarks);
        }
    }

    /**
     * Step 2: what was prepared is made durable. Returns the replies, to be given now and not earlier.
     *
     * @throws org.gongshi.survey.store.StoreFault when anything could not be made durable; then no reply may say so
     */
    Map<Ticket, Reply> keep(Judged judged) {
        if (judged.verdicts().values().stream().anyMatch(Verdict.Keep.class::isInstance)) {
            store.responses().commit();
            truncateAnswers();
        }
        return replies(judged);
    }

    private void followSpent(Verdict verdict) {
        if (verdict instanceof Verdict.Keep keep) {
            keep.spend().ifPresent(counts.issued()::spent);
        }
    }

    /** Step 4; step 3, the cut of each log, is part of the two before. */
    private static Map<Ticket, Reply> replies(Judged judged) {
        Map<Ticket, Reply> replies = new LinkedHashMap<>();
        judged.verdicts().forEach((ticket, verdict) -> replies.put(ticket, reply(verdict)));
        return replies;
    }

    private static Reply reply(Verdict verdict) {
        if (verdict instanceof Verdict.Keep keep) {
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
