package org.gongshi.survey.results;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.gongshi.evaluation.satisfaction.Share;

/**
 * What the audit has asked to hide besides (补充隐去), step by step; every step hides more, none shows again what was hidden but
 * for the mean of an item, which comes back when its rate goes. Belongs to one release.
 */
final class Concealment {
    /** How much of an item in one row is shown. */
    enum Step {
        ALL,
        /** A mean to the tenth is one equation more; nobody misses the tenth as much as the shares. */
        WHOLE_MEAN,
        /** Among options of which one is small all become bounds. */
        COARSE,
        NO_SHARES,
        NO_MEAN,
        NO_RATE,
        NOTHING
    }

    /** An item in a row. */
    record Spot(int item, int row) {}

    private final Set<Integer> satisfied;
    private final Map<Spot, Step> steps = new HashMap<>();
    private final Set<Spot> lessened = new HashSet<>();
    private final Set<Spot> dontKnow = new HashSet<>();
    private final Set<Integer> counts = new HashSet<>();
    private final Set<Integer> indices = new HashSet<>();
    private final Set<Integer> rates = new HashSet<>();
    private final Set<Integer> folded = new HashSet<>();

    /** @param satisfied option values of the satisfied: the rate is a sum of theirs */
    Concealment(Set<Integer> satisfied) {
        this.satisfied = Set.copyOf(satisfied);
    }

    /** Begins another look: of every item one step at a time is enough. */
    void lookAgain() {
        lessened.clear();
    }

    /** Shows less of an item, one step a look; false when nothing is left to hide. */
    boolean less(int item, int row) {
        Step now = step(item, row);
        if (now == Step.NOTHING) {
            return false;
        }
        if (!lessened.add(new Spot(item, row))) {
            return true;
        }
        steps.put(new Spot(item, row), Step.values()[now.ordinal() + 1]);
        return true;
    }

    /** Hides the whole item of a row; false when it is hidden already. */
    boolean nothing(int item, int row) {
        return steps.put(new Spot(item, row), Step.NOTHING) != Step.NOTHING;
    }

    boolean hideDontKnow(int item, int row) {
        return dontKnow.add(new Spot(item, row));
    }

    boolean hideCount(int row) {
        return counts.add(row);
    }

    boolean hideIndex(int row) {
        return indices.add(row);
    }

    boolean hideRate(int row) {
        return rates.add(row);
    }

    /** Leaves out the rows below a place that shows nothing: their reasons alone would narrow down its number. */
    boolean fold(int place) {
        return folded.add(place);
    }

    boolean isFolded(int place) {
        return folded.contains(place);
    }

    boolean hidesItem(int item, int row) {
        return step(item, row) == Step.NOTHING;
    }

    boolean hidesShares(int item, int row) {
        return step(item, row).compareTo(Step.NO_SHARES) >= 0;
    }

    boolean hidesCount(int row) {
        return counts.contains(row) || folded.contains(row);
    }

    boolean hidesIndex(int row) {
        return indices.contains(row);
    }

    boolean hidesRate(int row) {
        return rates.contains(row);
    }

    private Step step(int item, int row) {
        return steps.getOrDefault(new Spot(item, row), Step.ALL);
    }

    /** The percentages that stand beside a bound of their group become bounds too, wide enough to hide what is small. */
    private Map<Integer, Share> coarse(ItemRow raw, Map<Integer, Share> shares) {
        Map<Integer, Share> coarse = new TreeMap<>(shares);
        for (boolean group : new boolean[] {true, false}) {
            double small = 0;
            for (int value : shares.keySet()) {
                boolean banded = shares.get(value).bound() != Share.Bound.ABOUT;
                small += banded && satisfied.contains(value) == group
                        ? raw.options().get(value).percent()
                        : 0;
            }
            for (int value : shares.keySet()) {
                boolean own = satisfied.contains(value) == group;
                if (small > 0 && own && shares.get(value).bound() == Share.Bound.ABOUT) {
                    coarse.put(value, Bands.atMost(raw.options().get(value).percent() + small));
                }
            }
        }
        return coarse;
    }

    /** What is left of an item. */
    ItemShares apply(int item, int row, ItemRow raw, ItemShares shares) {
        ItemShares known = dontKnow.contains(new Spot(item, row)) ? shares.withoutDontKnow() : shares;
        OptionalInt whole = OptionalInt.of(0);
        ItemShares plain = known.withOptions(Map.of());
        return switch (step(item, row)) {
            case ALL -> known;
            case WHOLE_MEAN -> known.withMean(whole);
            case COARSE -> known.withMean(whole).withOptions(coarse(raw, shares.options()));
            case NO_SHARES -> plain.withMean(whole);
            case NO_MEAN -> plain.withMean(OptionalInt.empty());
            case NO_RATE -> plain.withMean(whole).withoutSatisfied();
            case NOTHING -> plain.withMean(OptionalInt.empty()).withoutSatisfied();
        };
    }
}
