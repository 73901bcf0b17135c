package org.gongshi.survey.results;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongshi.evaluation.satisfaction.Share;

/**
 * The shares of one item as they may be published.
 *
 * @param options by option value; empty when they would give single answers away
 * @param satisfied empty when withheld
 * @param dontKnow empty when withheld
 */
record ItemShares(Map<Integer, Share> options, Optional<Share> satisfied, Optional<Share> dontKnow) {
    ItemShares {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    ItemShares withOptions(Map<Integer, Share> other) {
        return new ItemShares(other, satisfied, dontKnow);
    }

    ItemShares withoutSatisfied() {
        return new ItemShares(options, Optional.empty(), dontKnow);
    }

    ItemShares withoutDontKnow() {
        return new ItemShares(options, satisfied, Optional.empty());
    }
}
