package org.gongshi.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Alternated runs: every round runs each contender once, and each round begins with another one. What else happens on a shared
 * machine then meets all of them alike, so that the ratio of two medians can be trusted where an absolute time cannot.
 */
public final class SideBySide {
    private final List<Contender> contenders = new ArrayList<>();

    public SideBySide add(Contender contender) {
        contenders.add(contender);
        return this;
    }

    /**
     * Runs all contenders.
     *
     * @param rounds how often each runs, 1 or more; an odd number has a run as its median
     * @return the runs of each, in the order in which the contenders were added
     * @throws Exception the first fault of a contender
     */
    public List<Runs> run(int rounds) throws Exception {
        if (rounds < 1 || contenders.isEmpty()) {
            throw new IllegalArgumentException("nothing to run");
        }
        Map<Contender, List<Measure>> measures = new LinkedHashMap<>();
        contenders.forEach(contender -> measures.put(contender, new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (int turn = 0; turn < contenders.size(); turn++) {
                Contender next = contenders.get((round + turn) % contenders.size());
                measures.get(next).add(next.run().once());
            }
        }
        return measures.entrySet().stream()
                .map(entry -> new Runs(entry.getKey().name(), entry.getValue()))
                .toList();
    }
}
