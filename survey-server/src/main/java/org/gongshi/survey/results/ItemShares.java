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
 * @param meanDecimals decimals of the mean beside them
 */
record ItemShares(Map<Integer, Share> options, Optional<Share> satisfied, Optional<Share> dontKnow, int meanDecimals) {
    ItemShares {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    ItemShares withOptions(Map<Integer, Share> other) {
        return new ItemShares(other, satisfied, dontKnow, meanDecimals);
    }

    ItemShares withMeanDecimals(int decimals) {
        return new ItemShares(options, satisfied, dontKnow, decimals);
    }

    ItemShares withoutSatisfied() {
        return new ItemShares(options, Optional.empty(), dontKnow, meanDecimals);
    }

    ItemShares withoutDontKnow() {
        return new ItemShares(options, satisfied, Optional.empty(), meanDecimals);
    }
}
