package org.gongshi.evaluation.satisfaction;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.place.PlaceCode;

/**
 * A known population distribution that one audience's weights are raked to (加权边际), such as town and countryside: shares of the
 * options of a profile question, for the organizer's whole area or for every place.
 *
 * @param question code of the profile question
 * @param area option value → share, 0 to 1, together exactly 1; empty when the shares are by place
 * @param places the same for every place of the round; empty when they are for the whole area
 */
public record ProfileMargin(
        Audience audience,
        String question,
        Map<Integer, BigDecimal> area,
        Map<PlaceCode, Map<Integer, BigDecimal>> places) {
    public ProfileMargin {
        Objects.requireNonNull(audience, "audience");
        Require.text(question, "question");
        area = shares(question, area);
        Map<PlaceCode, Map<Integer, BigDecimal>> copy = new TreeMap<>();
        for (Map.Entry<PlaceCode, Map<Integer, BigDecimal>> entry : places.entrySet()) {
            copy.put(entry.getKey(), shares(question, entry.getValue()));
        }
        places = Collections.unmodifiableMap(copy);
        Require.that(area.isEmpty() != places.isEmpty(), question + " has shares of the area or by place, not both");
    }

    /** Whether the shares are by place. */
    public boolean isByPlace() {
        return !places.isEmpty();
    }

    /** The shares that hold at a place; empty where none are given. */
    public Map<Integer, BigDecimal> at(PlaceCode place) {
        return isByPlace() ? places.getOrDefault(place, Map.of()) : area;
    }

    /** Whether shares are proper: each between 0 and 1, together exactly 1. */
    public static boolean isDistribution(Map<Integer, BigDecimal> shares) {
        BigDecimal sum = shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.compareTo(BigDecimal.ONE) == 0 && shares.values().stream().allMatch(share -> share.signum() >= 0);
    }

    private static Map<Integer, BigDecimal> shares(String question, Map<Integer, BigDecimal> shares) {
        Require.that(shares.isEmpty() || isDistribution(shares), "the shares of " + question + " add up to 1");
        return Collections.unmodifiableMap(new TreeMap<>(shares));
    }
}
