package org.gongshi.evaluation.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Internal consistency of a scale (克龙巴赫α系数): k/(k − 1) (1 − Σ variances / variance of the sum). Cronbach (1951). R: {@code
 * psych::alpha}; weighted: {@code svycralpha}. Reversed items must be turned before.
 *
 * @param n respondents behind the covariances
 * @param alpha may be negative when items point in different directions
 * @param standardizedAlpha from the mean correlation; empty when an item has no variance
 * @param averageR mean correlation of the items; empty when an item has no variance
 * @param items one line for each item
 */
public record CronbachAlpha(
        long n, OptionalDouble alpha, OptionalDouble standardizedAlpha, OptionalDouble averageR, List<Item> items) {
    /** Below this part of the variances a sum counts as constant. */
    private static final double NOISE = 1e-10;

    /**
     * An item of the scale.
     *
     * @param variance its variance
     * @param itemRest correlation with the sum of the other items; empty when either is constant
     * @param alphaIfDropped alpha of the other items; empty below three items or when their sum is constant
     */
    public record Item(OptionalDouble variance, OptionalDouble itemRest, OptionalDouble alphaIfDropped) {}

    public CronbachAlpha {
        items = List.copyOf(items);
    }

    /** With fewer than two respondents nothing can be said: no alpha and no items. */
    public static CronbachAlpha of(ItemCovariances covariances, long completeRespondents) {
        if (completeRespondents < 2) {
            var none = OptionalDouble.empty();
            return new CronbachAlpha(completeRespondents, none, none, none, List.of());
        }
        int k = covariances.items();
        double[][] correlation = covariances.correlations();
        double averageR = correlation == null ? Double.NaN : (sum(correlation) - k) / (k * (k - 1.0));
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < k; item++) {
            items.add(item(covariances, item));
        }
        return new CronbachAlpha(
                covariances.n(),
                Finite.of(alpha(covariances, -1)),
                Finite.of(k * averageR / (1 + (k - 1) * averageR)),
                Finite.of(averageR),
                items);
    }

    private static Item item(ItemCovariances covariances, int item) {
        int k = covariances.items();
        double own = covariances.of(item, item);
        double variances = 0;
        double withRest = 0;
        double rest = 0;
        for (int a = 0; a < k; a++) {
            variances += covariances.of(a, a);
            if (a != item) {
                withRest += covariances.of(a, item);
                for (int b = 0; b < k; b++) {
                    rest += b == item ? 0 : covariances.of(a, b);
                }
            }
        }
        boolean constant = covariances.constant(item) || rest < NOISE * variances;
        boolean droppable = k > 2 && rest > NOISE * (variances - own);
        return new Item(
                Finite.of(own),
                Finite.of(constant ? Double.NaN : withRest / Math.sqrt(own * rest)),
                Finite.of(droppable ? alpha(covariances, item) : Double.NaN));
    }

    /** Alpha without one item, or of all when {@code without} is −1. */
    private static double alpha(ItemCovariances covariances, int without) {
        double variances = 0;
        double all = 0;
        int k = 0;
        for (int a = 0; a < covariances.items(); a++) {
            if (a == without) {
                continue;
            }
            k++;
            variances += covariances.of(a, a);
            for (int b = 0; b < covariances.items(); b++) {
                all += b == without ? 0 : covariances.of(a, b);
            }
        }
        return k / (k - 1.0) * (1 - variances / all);
    }

    private static double sum(double[][] matrix) {
        double sum = 0;
        for (double[] row : matrix) {
            for (double entry : row) {
                sum += entry;
            }
        }
        return sum;
    }
}
