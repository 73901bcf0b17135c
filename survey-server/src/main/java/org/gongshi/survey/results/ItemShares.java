package org.gongshi.survey.results;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import org.gongshi.evaluation.satisfaction.Share;

/**
 * The figures of one item as they may be published.
 *
 * @param options by option value; empty when they would give single answers away
 * @param satisfied empty when withheld
 * @param dontKnow empty when withheld
 * @param meanDecimals decimals of the mean beside them; empty when it is withheld
 */
record ItemShares(
        Map<Integer, Share> options, Optional<Share> satisfied, Optional<Share> dontKnow, OptionalInt meanDecimals) {
    ItemShares {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    /** Every share by itself; the mean with the plan's decimals. */
    static ItemShares of(ItemRow item, int decimals, Function<OptionCount, Share> share) {
        Map<Integer, Share> shares = new TreeMap<>();
        item.options().forEach((value, option) -> shares.put(value, share.apply(option)));
        return new ItemShares(
                shares,
                Optional.of(share.apply(item.satisfiedCount())),
                Optional.of(share.apply(item.dontKnow())),
                OptionalInt.of(decimals));
    }

    ItemShares withOptions(Map<Integer, Share> other) {
        return new ItemShares(other, satisfied, dontKnow, meanDecimals);
    }

    ItemShares withMean(OptionalInt decimals) {
        return new ItemShares(options, satisfied, dontKnow, decimals);
    }

    ItemShares withoutSatisfied() {
        return new ItemShares(options, Optional.empty(), dontKnow, meanDecimals);
    }

    ItemShares withoutDontKnow() {
        return new ItemShares(options, satisfied, Optional.empty(), meanDecimals);
    }

    /** Whether anything besides 不了解 is left to show. */
    boolean showsSomething() {
        return !options.isEmpty() || satisfied.isPresent() || meanDecimals.isPresent();
    }
}
