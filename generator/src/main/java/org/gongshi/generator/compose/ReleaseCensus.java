package org.gongshi.generator.compose;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.ItemResult;
import org.gongshi.evaluation.satisfaction.Share;

/** How many figures of a release are shown, with which letter, and how many are withheld for which reason (公布与不公布的数). */
final class ReleaseCensus {
    /** What a figure is: an index, a rate of all items, an item's mean, an item's rate. */
    enum Kind {
        INDEX,
        SATISFIED,
        ITEM_MEAN,
        ITEM_RATE
    }

    private final Map<String, Map<Kind, Integer>> letters = new TreeMap<>();
    private final Map<Estimate.Reason, Map<Kind, Integer>> reasons = new EnumMap<>(Estimate.Reason.class);
    private final List<Estimate> figures = new ArrayList<>();
    private int bounds;
    private int withoutDistribution;

    /** @param rows answers by code; an open link's rows bear neither letters nor intervals */
    ReleaseCensus(List<AudienceResult> rows) {
        rows.forEach(this::count);
    }

    private void count(AudienceResult row) {
        count(Kind.INDEX, row.index());
        count(Kind.SATISFIED, row.satisfied());
        for (ItemResult item : row.items()) {
            count(Kind.ITEM_MEAN, item.mean());
            count(Kind.ITEM_RATE, item.satisfied());
            withoutDistribution += item.shares().isEmpty() ? 1 : 0;
            item.shares().values().forEach(share -> bounds += share.bound() == Share.Bound.ABOUT ? 0 : 1);
        }
    }

    private void count(Kind kind, Estimate estimate) {
        figures.add(estimate);
        if (estimate instanceof Estimate.Shown shown) {
            shown.quality().ifPresent(letter -> add(letters, letter, kind));
            bounds += shown.bound() == Share.Bound.ABOUT ? 0 : 1;
        } else {
            add(reasons, ((Estimate.Withheld) estimate).reason(), kind);
        }
    }

    private static <K> void add(Map<K, Map<Kind, Integer>> table, K key, Kind kind) {
        table.computeIfAbsent(key, each -> new LinkedHashMap<>()).merge(kind, 1, Integer::sum);
    }

    int figures() {
        return figures.size();
    }

    int shown() {
        return (int)
                figures.stream().filter(each -> each instanceof Estimate.Shown).count();
    }

    /** Figures and shares of which only a bound is told. */
    int bounds() {
        return bounds;
    }

    /** Items whose shares by option are withheld. */
    int withoutDistribution() {
        return withoutDistribution;
    }

    /** Shown figures by letter, best first. */
    Map<String, Map<Kind, Integer>> letters() {
        return letters;
    }

    /** Withheld figures by reason. */
    Map<Estimate.Reason, Map<Kind, Integer>> reasons() {
        return reasons;
    }
}
