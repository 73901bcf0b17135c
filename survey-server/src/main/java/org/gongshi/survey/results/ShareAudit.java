package org.gongshi.survey.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    /**
     * The shares as they may stand beside the item's mean.
     *
     * @param mean as published; empty when no mean is
     */
    ItemShares protect(ItemRow item, Optional<Double> mean) {
        Map<Integer, Share> shares = new TreeMap<>();
        item.options().forEach((value, option) -> shares.put(value, Bands.of(option)));
        ItemShares published = new ItemShares(
                shares, Optional.of(Bands.of(item.satisfiedCount())), Optional.of(Bands.of(item.dontKnow())));
        while (!published.options().isEmpty() && givesAway(item, published, mean)) {
            published = coarser(item, published);
        }
        return published;
    }

    /** Whether somebody can be sure that an option was chosen, or left out, by one to nine people. */
    boolean givesAway(ItemRow item, ItemShares published, Optional<Double> mean) {
        List<Integer> values = new ArrayList<>(published.options().keySet());
        if (values.stream().noneMatch(value -> isSensitive(item.options().get(value)))) {
            return false;
        }
        double[][] ranges = ranges(values, published, mean);
        for (int at = 0; at < values.size(); at++) {
            if (isExposed(item.options().get(values.get(at)), ranges[at])) {
                return true;
            }
        }
        return false;
    }

    private double[][] ranges(List<Integer> values, ItemShares published, Optional<Double> mean) {
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
        mean.ifPresent(points -> {
            double half = 0.5 / Math.pow(10, plan.indexDecimals());
            sums.add(new FeasibleRange.Known(
                    values.stream()
                            .mapToDouble(value -> plan.mapping().get(value).doubleValue() / 100)
                            .toArray(),
                    points - half,
                    points + half));
        });
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

    /** The smallest share that is still shown becomes a bound wide enough to hide a small one behind it; at last, none. */
    private static ItemShares coarser(ItemRow item, ItemShares published) {
        double small = published.options().entrySet().stream()
                .filter(entry -> entry.getValue().bound() == Bound.AT_MOST)
                .mapToDouble(entry -> item.options().get(entry.getKey()).percent())
                .sum();
        Map<Integer, Share> shares = new TreeMap<>(published.options());
        Optional<Integer> next = shares.keySet().stream()
                .filter(value -> shares.get(value).bound() == Bound.ABOUT)
                .min(Comparator.comparingDouble(
                        value -> item.options().get(value).percent()));
        if (next.isEmpty()) {
            return published.withOptions(Map.of());
        }
        shares.put(next.get(), Bands.atMost(item.options().get(next.get()).percent() + small));
        return published.withOptions(shares);
    }
}
