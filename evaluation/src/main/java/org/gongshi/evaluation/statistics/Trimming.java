package org.gongshi.evaluation.statistics;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Trimming of weights (权数截尾): weights outside the bounds are set to the bound, what they lose or gain goes to the others.
 * Trimmed weights count as given. Potter (1990); Izrael, Battaglia and Frankel (2009). R: {@code trimWeights} (equal
 * shares).
 *
 * @param lower smallest weight, if any
 * @param upper largest weight, if any
 * @param upperTimesMedian largest weight as a multiple of the median weight; takes the place of {@code upper}
 * @param sharing who takes the surplus
 * @param strict repeat until no weight is outside
 */
public record Trimming(
        OptionalDouble lower, OptionalDouble upper, OptionalDouble upperTimesMedian, Sharing sharing, boolean strict) {
    private static final int MOST_ROUNDS = 1000;
    private static final double ROUNDING = 1e-12;

    /** Who takes the surplus of trimmed weights. */
    public enum Sharing {
        /** Everybody who was inside, in equal shares. */
        EQUAL,
        /** Everybody not at a bound, in proportion to the weight. */
        PROPORTIONAL
    }

    public Trimming {
        if (lower.isPresent() && upper.isPresent() && lower.getAsDouble() > upper.getAsDouble()) {
            throw new IllegalArgumentException(
                    "the lower bound " + lower.getAsDouble() + " lies above the upper bound " + upper.getAsDouble());
        }
    }

    /** @throws SurveyFault {@link FaultCode#TRIM_INFEASIBLE} when nobody is left to take the surplus */
    public SurveyDesign apply(SurveyDesign design) {
        double[] weight = design.weights();
        double low = lower.orElse(Double.NEGATIVE_INFINITY);
        double high = upperTimesMedian.isPresent()
                ? upperTimesMedian.getAsDouble() * median(design)
                : upper.orElse(Double.POSITIVE_INFINITY);
        requireRoom(design, low, high);
        boolean[] outside = new boolean[weight.length];
        for (int round = 0; round < MOST_ROUNDS && markOutside(weight, low, high, outside); round++) {
            trim(design, weight, low, high, outside);
            if (!strict) {
                break;
            }
        }
        return design.reweighted(weight);
    }

    /**
     * Trims every group of cells by itself, each by its own median and keeping its own total.
     *
     * @param groupOfCell numbers from 0
     * @throws SurveyFault {@link FaultCode#TRIM_INFEASIBLE} when in some group nobody is left to take the surplus
     */
    public SurveyDesign within(SurveyDesign design, int[] groupOfCell) {
        double[] weight = design.weights();
        int groups = Arrays.stream(groupOfCell).max().orElse(-1) + 1;
        for (int group = 0; group < groups; group++) {
            int own = group;
            SurveyDesign part = design.restrictedTo(Domain.where(design.cells(), cell -> groupOfCell[cell] == own));
            double[] trimmed = apply(part).weights();
            for (int cell = 0; cell < weight.length; cell++) {
                weight[cell] = groupOfCell[cell] == group ? trimmed[cell] : weight[cell];
            }
        }
        return design.reweighted(weight);
    }

    /** Weights within the bounds can only keep the total when it lies between n × lower and n × upper. */
    private void requireRoom(SurveyDesign design, double low, double high) {
        double total = 0;
        double n = 0;
        for (int cell = 0; cell < design.cells(); cell++) {
            if (design.weight(cell) != 0) {
                total += design.weight(cell) * design.count(cell);
                n += design.count(cell);
            }
        }
        if (strict && (n * high < total * (1 - ROUNDING) || n * low > total * (1 + ROUNDING))) {
            throw infeasible();
        }
    }

    private static boolean markOutside(double[] weight, double low, double high, boolean[] outside) {
        boolean any = false;
        for (int cell = 0; cell < weight.length; cell++) {
            outside[cell] =
                    weight[cell] != 0 && (weight[cell] > high * (1 + ROUNDING) || weight[cell] < low * (1 - ROUNDING));
            any |= outside[cell];
        }
        return any;
    }

    private void trim(SurveyDesign design, double[] weight, double low, double high, boolean[] outside) {
        double surplus = 0;
        double takers = 0;
        double takersWeight = 0;
        boolean[] takes = new boolean[weight.length];
        for (int cell = 0; cell < weight.length; cell++) {
            if (weight[cell] == 0) {
                continue;
            }
            double kept = Math.min(Math.max(weight[cell], low), high);
            surplus += design.count(cell) * (weight[cell] - kept);
            weight[cell] = kept;
            takes[cell] = !outside[cell] && (sharing == Sharing.EQUAL || kept != low && kept != high);
            if (takes[cell]) {
                takers += design.count(cell);
                takersWeight += design.count(cell) * kept;
            }
        }
        if (takers == 0) {
            throw infeasible();
        }
        for (int cell = 0; cell < weight.length; cell++) {
            if (takes[cell]) {
                weight[cell] = sharing == Sharing.EQUAL
                        ? weight[cell] + surplus / takers
                        : weight[cell] * (takersWeight + surplus) / takersWeight;
            }
        }
    }

    private static SurveyFault infeasible() {
        return new SurveyFault(
                FaultCode.TRIM_INFEASIBLE,
                "nobody is left to take the weight that trimming takes away: the bounds are too narrow for the mean weight");
    }

    private static double median(SurveyDesign design) {
        int[] order = java.util.stream.IntStream.range(0, design.cells())
                .filter(cell -> design.weight(cell) != 0 && design.count(cell) > 0)
                .boxed()
                .sorted(java.util.Comparator.comparingDouble(design::weight))
                .mapToInt(Integer::intValue)
                .toArray();
        long n = Arrays.stream(order).mapToLong(design::count).sum();
        if (n == 0) {
            return Double.NaN;
        }
        return (ranked(design, order, (n - 1) / 2) + ranked(design, order, n / 2)) / 2;
    }

    private static double ranked(SurveyDesign design, int[] order, long rank) {
        long before = 0;
        for (int cell : order) {
            before += design.count(cell);
            if (rank < before) {
                return design.weight(cell);
            }
        }
        throw new IllegalArgumentException("no rank " + rank);
    }
}
