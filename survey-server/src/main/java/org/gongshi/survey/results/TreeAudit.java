package org.gongshi.survey.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gongshi.evaluation.satisfaction.Share;

/**
 * Tries to find a place's banded share as the whole less the other places (披露审计): the whole's share is the mean of the
 * places' shares by population. Where that would pin one to nine people the whole's share is not shown.
 */
final class TreeAudit {
    private final RowTree tree;

    TreeAudit(RowTree tree) {
        this.tree = tree;
    }

    /**
     * @param item number of the item
     * @param published its shares by row; empty where the item is withheld or the row has no items
     * @return the same with less of the whole's shares where they would give a place away
     */
    List<Optional<ItemShares>> protect(int item, List<Optional<ItemShares>> published) {
        if (published.get(0).isEmpty()) {
            return published;
        }
        ItemShares whole = published.get(0).orElseThrow();
        for (int value : whole.options().keySet()) {
            if (givesAway(
                    item,
                    published,
                    row -> row.options().get(value),
                    shares -> Optional.ofNullable(shares.options().get(value)))) {
                whole = whole.withOptions(Map.of());
            }
        }
        if (givesAway(item, published, ItemRow::satisfiedCount, ItemShares::satisfied)) {
            whole = whole.withoutSatisfied();
        }
        if (givesAway(item, published, ItemRow::dontKnow, ItemShares::dontKnow)) {
            whole = whole.withoutDontKnow();
        }
        List<Optional<ItemShares>> safe = new ArrayList<>(published);
        safe.set(0, Optional.of(whole));
        return safe;
    }

    /** Whether the whole less the others pins one to nine people of some place. */
    boolean givesAway(
            int item,
            List<Optional<ItemShares>> published,
            Function<ItemRow, OptionCount> count,
            Function<ItemShares, Optional<Share>> share) {
        Optional<Share> whole = published.get(0).flatMap(share);
        if (whole.isEmpty()) {
            return false;
        }
        List<Integer> parts = tree.parts(0).stream()
                .filter(part -> tree.row(part).items().get(item).satisfied().n() > 0)
                .toList();
        double low = 0;
        double high = 0;
        for (int part : parts) {
            double[] range = range(published.get(part).flatMap(share));
            low += weight(part) * range[0];
            high += weight(part) * range[1];
        }
        double all = parts.stream().mapToDouble(this::weight).sum();
        double[] total = Bands.range(whole.get());
        for (int part : parts) {
            OptionCount own = count.apply(tree.row(part).items().get(item));
            double[] range = range(published.get(part).flatMap(share));
            double least = (all * total[0] - (high - weight(part) * range[1])) / weight(part);
            double most = (all * total[1] - (low - weight(part) * range[0])) / weight(part);
            double[] found = {Math.max(range[0], least), Math.min(range[1], most)};
            if (ShareAudit.isExposed(own, found)) {
                return true;
            }
        }
        return false;
    }

    private double weight(int row) {
        return tree.row(row).population() > 0
                ? tree.row(row).population()
                : tree.row(row).sheets();
    }

    private static double[] range(Optional<Share> share) {
        return share.map(Bands::range).orElse(new double[] {0, 100});
    }
}
