package org.gongshi.survey.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.gongshi.evaluation.satisfaction.Share;
import org.gongshi.evaluation.satisfaction.Share.Bound;
import org.gongshi.evaluation.satisfaction.SurveyPlan;

/**
 * Bands the shares of an item and tries to take them apart again (披露审计): from the other shares, the rate of the satisfied
 * and the mean, as a reader could. Nobody must be sure that an option was chosen, or left out, by one to nine people.
 */
final class ShareAudit {
    private static final int COUNT = 10;

    private final SurveyPlan plan;

    ShareAudit(SurveyPlan plan) {
        this.plan = plan;
    }

    /** The shares as they may stand beside the item's mean, and with how many decimals that may be said. */
    ItemShares protect(ItemRow item) {
        ItemShares published = banded(item);
        if (exposed(item, published).isPresent()) {
            // A mean to the tenth is one equation more; nobody misses the tenth as much as the shares.
            published = published.withMeanDecimals(0);
        }
        for (Optional<Integer> exposed = exposed(item, published); exposed.isPresent(); ) {
            published = coarser(item, published, exposed.get());
            exposed = exposed(item, published);
        }
        return published;
    }

    /** Every share by itself. */
    ItemShares banded(ItemRow item) {
        Map<Integer, Share> shares = new TreeMap<>();
        item.options().forEach((value, option) -> shares.put(value, Bands.of(option)));
        return new ItemShares(
                shares,
                Optional.of(Bands.of(item.satisfiedCount())),
                Optional.of(Bands.of(item.dontKnow())),
                plan.indexDecimals());
    }

    /** Whether somebody can be sure that an option was chosen, or left out, by one to nine people. */
    boolean givesAway(ItemRow item, ItemShares published) {
        return exposed(item, published).isPresent();
    }

    /** The first option that is given away. */
    private Optional<Integer> exposed(ItemRow item, ItemShares published) {
        List<Integer> values = new ArrayList<>(published.options().keySet());
        if (values.stream().noneMatch(value -> isSensitive(item.options().get(value)))) {
            return Optional.empty();
        }
        double[][] ranges = ranges(item, values, published);
        for (int at = 0; at < values.size(); at++) {
            if (isExposed(item.options().get(values.get(at)), ranges[at])) {
                return Optional.of(values.get(at));
            }
        }
        return Optional.empty();
    }

    private double[][] ranges(ItemRow item, List<Integer> values, ItemShares published) {
        double[][] bounds = values.stream()
                .map(value -> Bands.range(published.options().get(value)))
                .toArray(double[][]::new);
        List<FeasibleRange.Known> sums = new ArrayList<>();
        published
                .satisfied()
                .map(Bands::range)
                .ifPresent(range -> sums.add(new FeasibleRange.Known(
                        values.stream()
                                .mapToDouble(value -> plan.satisfied().contains(value) ? 1 : 0)
                                .toArray(),
                        range[0],
                        range[1])));
        if (item.mean().value().isPresent()) {
            double step = Math.pow(10, -published.meanDecimals());
            double points = Math.round(item.mean().value().getAsDouble() / step) * step;
            sums.add(new FeasibleRange.Known(
                    values.stream()
                            .mapToDouble(value -> plan.mapping().get(value).doubleValue() / 100)
                            .toArray(),
                    points - step / 2,
                    points + step / 2));
        }
        return FeasibleRange.of(bounds, sums);
    }

    static boolean isSensitive(OptionCount option) {
        return isSmall(option.count()) || isSmall(option.base() - option.count());
    }

    private static boolean isSmall(long count) {
        return count > 0 && count < COUNT;
    }

    /** @param range what the share can be, in percent */
    static boolean isExposed(OptionCount option, double[] range) {
        double least = range[0] / 100 * option.base();
        double most = range[1] / 100 * option.base();
        return isSmall(option.count()) && isPinned(least, most)
                || isSmall(option.base() - option.count()) && isPinned(option.base() - most, option.base() - least);
    }

    /** Neither none nor ten is possible. */
    private static boolean isPinned(double least, double most) {
        return least >= 0.5 && most < COUNT - 0.5;
    }

    /**
     * The smallest share that is still shown becomes a bound wide enough to hide the exposed one behind it: first among those
     * that add up to the same published rate, then among all; at last no share is shown.
     */
    private ItemShares coarser(ItemRow item, ItemShares published, int exposed) {
        boolean satisfied = plan.satisfied().contains(exposed);
        Predicate<Integer> sameGroup = value -> plan.satisfied().contains(value) == satisfied;
        for (Predicate<Integer> group : List.of(sameGroup, (Predicate<Integer>) value -> true)) {
            Optional<Integer> next = published.options().keySet().stream()
                    .filter(group)
                    .filter(value -> published.options().get(value).bound() == Bound.ABOUT)
                    .min(Comparator.comparingDouble(
                            value -> item.options().get(value).percent()));
            if (next.isPresent()) {
                double small = item.options().keySet().stream()
                        .filter(group)
                        .filter(value -> isSmall(item.options().get(value).count()))
                        .mapToDouble(value -> item.options().get(value).percent())
                        .sum();
                Map<Integer, Share> shares = new TreeMap<>(published.options());
                shares.put(
                        next.get(), Bands.atMost(item.options().get(next.get()).percent() + small));
                return published.withOptions(shares);
            }
        }
        return published.withOptions(Map.of());
    }
}
