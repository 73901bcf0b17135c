package org.gongshi.survey.intake;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.gongshi.survey.store.CountKey;

/**
 * Running counts (实时计数), in memory alone: written down, two of them would give an answer away by their difference.
 * Thread-safe.
 */
public final class LiveCounts {
    private final Map<CountKey, Long> counts = new TreeMap<>();

    /** Begins anew from what the store holds. */
    synchronized void restart(Map<CountKey, Long> stored) {
        counts.clear();
        counts.putAll(stored);
    }

    synchronized void add(CountKey key) {
        counts.merge(key, 1L, Long::sum);
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
