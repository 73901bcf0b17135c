package org.gongshi.survey.intake;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.survey.response.Response;
import org.gongshi.survey.response.Stratum;
import org.gongshi.survey.results.LiveTally;
import org.gongshi.survey.store.CountKey;
import org.gongshi.survey.store.StoreFault;
import org.gongshi.survey.store.SurveyStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Running counts (实时计数), in memory alone: written down, two of them would give an answer away by their difference. Begun
 * when the forms are known, counted from the rows between batches, and from then on in step with what is kept.
 * Thread-safe; what touches the store belongs to the writer's thread.
 */
public final class LiveCounts {
    private static final Logger LOG = LoggerFactory.getLogger(LiveCounts.class);

    private final LiveIssued issued = new LiveIssued();
    private Optional<Recount> recount = Optional.empty();
    private List<SchoolRoll> rolls = List.of();
    private boolean damaged;

    /** Begins to count by these forms, unless that has begun. */
    synchronized void begin(LockedForms forms) {
        if (recount.isEmpty()) {
            recount = Optional.of(new Recount(forms));
        }
    }

    /** Begins anew after a fault: from the rows, never from memory. */
    synchronized void again() {
        recount = recount.map(Recount::again);
        damaged = false;
        issued.forget();
    }

    /** Whether rows are left to count. */
    synchronized boolean isBehind() {
        return !damaged && recount.filter(count -> !count.isComplete()).isPresent();
    }

    /** Counts a slice of what is left. A damaged row stops no respondent: doctor names it, and until then nothing is known. */
    synchronized void step(SurveyStore store) {
        try {
            recount.ifPresent(count -> count.step(store.responses()));
        } catch (StoreFault fault) {
            damaged = true;
            store.reset();
            LOG.error("the answers cannot be counted: {}", fault.getMessage());
        }
    }

    /** Counts all that is left; to be asked on the writer's thread. */
    public void finish(SurveyStore store) {
        while (isBehind()) {
            step(store);
        }
    }

    /** Codes given out and used; to be asked on the writer's thread. */
    public LiveIssued issued() {
        return issued;
    }

    /** A sheet is about to be kept. */
    synchronized void expect(Digest id) {
        recount.ifPresent(count -> count.expect(id));
    }

    /** False: no sheet with this id is on file, nor about to be; true: the table must be asked. */
    synchronized boolean mayHold(Digest id) {
        return complete().map(count -> count.mayHold(id)).orElse(true);
    }

    synchronized void add(Digest id, Response sheet) {
        recount.ifPresent(count -> count.follow(id, sheet));
    }

    /** The cells by school, profile, item and option; empty until all rows are counted. */
    public synchronized Optional<LiveTally> cells() {
        return complete().map(Recount::cells);
    }

    /** The counts at this moment, in order; empty until all rows are counted. */
    public synchronized Optional<Map<CountKey, Long>> now() {
        return complete().map(count -> Collections.unmodifiableMap(new TreeMap<>(count.counts())));
    }

    /** For how many people schools' codes are meant, from now on; of two for a school the later counts. */
    public synchronized void rolls(List<SchoolRoll> known) {
        rolls = List.copyOf(known);
    }

    /** Whether one more sheet by this school's code is more than there are people; false while that is not known. */
    synchronized boolean isBeyond(Stratum stratum, int cluster) {
        return complete()
                .filter(count -> rolls.stream()
                        .filter(roll -> roll.isOf(stratum, cluster))
                        .reduce((earlier, later) -> later)
                        .filter(count.volunteers()::isFull)
                        .isPresent())
                .isPresent();
    }

    /** The schools' codes that brought more sheets than there are people; none until all rows are counted. */
    public synchronized List<SchoolRoll> beyond() {
        return complete().map(count -> count.volunteers().beyond(rolls)).orElse(List.of());
    }

    /** Flagged sheets of the ways without a person's own code; none until all rows are counted. */
    public synchronized Map<CountKey, Long> doubted() {
        return complete().map(count -> count.volunteers().doubted()).orElse(Map.of());
    }

    private Optional<Recount> complete() {
        return recount.filter(count -> count.isComplete() && !damaged);
    }
}
