package org.gongshi.evaluation.statistics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One stage of sampling (抽样阶段): which unit and stratum every cell belongs to, how many units of each stratum were drawn
 * and how many there are. Strata of a later stage lie within one unit of the stage before (their parent).
 */
final class SamplingStage {
    /** Instead of a unit: every respondent of the cell is a unit. Instead of a stratum: the cell has no such stage. */
    static final int NONE = -1;

    /** Unit of every cell, or {@link #NONE}. */
    final int[] unitOfCell;
    /** Stratum of every unit. */
    final int[] stratumOfUnit;
    /** Stratum of every cell, or {@link #NONE}. */
    final int[] stratumOfCell;
    /** The cells whose respondents are units. */
    final int[] cellsOfUnits;

    final int units;
    final int strata;
    /** The label every stratum was given. */
    final int[] labelOfStratum;
    /** Units drawn in every stratum, n_h: in the whole sample, also those without anybody of a domain. */
    final long[] sampled;
    /** Units there are in every stratum, N_h; infinite without a finite population correction. */
    final double[] population;
    /** The unit of the stage before that a stratum lies in; 0 at the first stage. */
    final int[] parentOfStratum;

    final int parents;
    /** Product of n/N of the stages above: what a variance within this stage is multiplied by. */
    final double[] factor;

    private SamplingStage(
            int[] unitOfCell,
            int units,
            int[] stratumOfCell,
            int strata,
            int[] stratumLabel,
            int[] count,
            double[] populationOfCell,
            SamplingStage above) {
        this.unitOfCell = unitOfCell;
        this.units = units;
        this.stratumOfCell = stratumOfCell;
        this.strata = strata;
        this.labelOfStratum = new int[strata];
        this.sampled = new long[strata];
        this.population = new double[strata];
        this.parentOfStratum = new int[strata];
        this.factor = new double[strata];
        this.stratumOfUnit = new int[units];
        this.parents = above == null ? 1 : above.units;
        this.cellsOfUnits = IntStream.range(0, unitOfCell.length)
                .filter(cell -> unitOfCell[cell] == NONE && stratumOfCell[cell] != NONE)
                .toArray();
        Arrays.fill(population, Double.POSITIVE_INFINITY);
        countUnits(count);
        for (int cell = 0; cell < stratumOfCell.length; cell++) {
            int stratum = stratumOfCell[cell];
            if (stratum == NONE) {
                continue;
            }
            if (populationOfCell != null) {
                population[stratum] = populationOfCell[cell];
            }
            labelOfStratum[stratum] = stratumLabel[cell];
            parentOfStratum[stratum] = above == null ? 0 : above.unitOfCell[cell];
            factor[stratum] = above == null ? 1 : above.fractionBelow(above.stratumOfCell[cell]);
        }
    }

    private void countUnits(int[] count) {
        boolean[] seen = new boolean[units];
        for (int cell = 0; cell < stratumOfCell.length; cell++) {
            int stratum = stratumOfCell[cell];
            int unit = unitOfCell[cell];
            if (stratum == NONE) {
                continue;
            }
            if (unit == NONE) {
                sampled[stratum] += count[cell];
            } else if (!seen[unit]) {
                seen[unit] = true;
                stratumOfUnit[unit] = stratum;
                sampled[stratum]++;
            }
        }
    }

    private double fractionBelow(int stratum) {
        return factor[stratum] * sampled[stratum] / population[stratum];
    }

    /**
     * @param unitLabel label of every cell's unit within its parent (and stratum, if {@code nested}); a negative one, or no
     *     labels at all: every respondent of the cell is a unit
     * @param stratumLabel label of every cell's stratum
     * @param nested unit labels repeat in different strata
     * @param populationOfCell units there are in the cell's stratum, or {@code null}
     * @throws IllegalArgumentException when a unit lies in two strata
     */
    static SamplingStage of(
            int[] unitLabel,
            int[] stratumLabel,
            boolean nested,
            int[] count,
            double[] populationOfCell,
            SamplingStage above) {
        int cells = stratumLabel.length;
        int[] parent = above == null ? new int[cells] : above.unitOfCell;
        int[] stratum = new int[cells];
        int strata = pairs(parent, stratumLabel, stratum);
        int[] unit = new int[cells];
        Arrays.fill(unit, NONE);
        int units = unitLabel == null ? 0 : pairs(nested ? stratum : parent, unitLabel, unit);
        requireOneStratum(unit, units, stratum);
        return new SamplingStage(unit, units, stratum, strata, stratumLabel, count, populationOfCell, above);
    }

    private static void requireOneStratum(int[] unit, int units, int[] stratum) {
        int[] first = new int[units];
        Arrays.fill(first, NONE);
        for (int cell = 0; cell < unit.length; cell++) {
            if (unit[cell] == NONE) {
                continue;
            }
            if (first[unit[cell]] == NONE) {
                first[unit[cell]] = stratum[cell];
            } else if (first[unit[cell]] != stratum[cell]) {
                throw new IllegalArgumentException("the unit of cell " + cell + " lies in two strata");
            }
        }
    }

    /** Numbers the distinct pairs in the order of their first appearance; {@link #NONE} where either is negative. */
    private static int pairs(int[] outer, int[] inner, int[] number) {
        Map<Long, Integer> known = new HashMap<>();
        for (int cell = 0; cell < outer.length; cell++) {
            if (outer[cell] < 0 || inner[cell] < 0) {
                number[cell] = NONE;
                continue;
            }
            long pair = ((long) outer[cell] << 32) | inner[cell];
            Integer before = known.putIfAbsent(pair, known.size());
            number[cell] = before == null ? known.size() - 1 : before;
        }
        return known.size();
    }

    /** 1 − n/N, the part of the stratum that was not drawn. */
    double notDrawn(int stratum) {
        double all = population[stratum];
        return Double.isInfinite(all) ? 1 : (all - sampled[stratum]) / all;
    }

    /** All units of the stratum were drawn: nothing is left to chance. */
    boolean census(int stratum) {
        return notDrawn(stratum) < 1e-7;
    }

    /** Units with anybody in the cells that pass, by stratum. */
    long[] unitsWithin(int[] cells, java.util.function.IntPredicate test, int[] count) {
        long[] within = new long[strata];
        boolean[] seen = new boolean[units];
        for (int cell : cells) {
            int stratum = stratumOfCell[cell];
            if (stratum == NONE || count[cell] == 0 || !test.test(cell)) {
                continue;
            }
            int unit = unitOfCell[cell];
            if (unit == NONE) {
                within[stratum] += count[cell];
            } else if (!seen[unit]) {
                seen[unit] = true;
                within[stratum]++;
            }
        }
        return within;
    }
}
