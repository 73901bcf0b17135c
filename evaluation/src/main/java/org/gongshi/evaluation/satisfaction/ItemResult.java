package org.gongshi.evaluation.satisfaction;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.gongshi.evaluation.Require;

/**
 * What was released about one item.
 *
 * @param code code of the item
 * @param mean mean score, 0 to 100
 * @param satisfied satisfaction rate (满意率), percent
 * @param shares weighted share of each option of the scale among the valid answers; empty when withheld
 * @param dontKnow share of 不了解 among all who saw the item; empty when withheld
 */
public record ItemResult(
        String code, Estimate mean, Estimate satisfied, Map<Integer, Share> shares, Optional<Share> dontKnow) {
    public ItemResult {
        Require.text(code, "code");
        Objects.requireNonNull(mean, "mean");
        Objects.requireNonNull(satisfied, "satisfied");
        shares = Collections.unmodifiableMap(new TreeMap<>(shares));
        Objects.requireNonNull(dontKnow, "dontKnow");
    }
}
