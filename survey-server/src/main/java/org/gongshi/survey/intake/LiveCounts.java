package org.gongshi.survey.intake;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongshi.survey.response.Response;
import org.gongshi.survey.results.LiveTally;
import org.gongshi.survey.store.CountKey;

/**
 * Running counts (实时计数), in memory alone: written down, two of them would give an answer away by their difference.
 * Thread-safe.
 */
public final class LiveCounts {
    private final Map<CountKey, Long> counts = new TreeMap<>();
    private Optional<LiveTally> cells = Optional.empty();

    /** Begins anew from what the store holds. */
    synchronized void restart(Map<CountKey, Long> stored) {
        counts.clear();
        counts.putAll(stored);
    }

    /** The counting cells from now on, as counted from what the store holds. */
    synchronized void restart(Map<CountKey, Long> stored, Optional<LiveTally> recounted) {
        restart(stored);
        cells = recounted;
    }

    synchronized void add(CountKey key, Response sheet) {
        counts.merge(key, 1L, Long::sum);
        cells.ifPresent(tally -> tally.add(sheet));
    }

    /** The cells by school, profile, item and option; empty before the first answer since the start of the server. */
    public synchronized Optional<LiveTally> cells() {
        return cells;
    }

    /** The counts at this moment, in order. */
    public synchronized Map<CountKey, Long> now() {
        return Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    /** All answer sheets. */
    public synchronized long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
