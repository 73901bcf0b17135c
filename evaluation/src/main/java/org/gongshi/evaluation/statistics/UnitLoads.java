package org.gongshi.evaluation.statistics;

import java.util.Arrays;

/** Sums by sampling unit and margin category, kept without the zeros. */
final class UnitLoads {
    private final int[] start;
    private final int[] column;
    private final double[] load;

    /** @param loadOfCell what every cell adds to each of its categories */
    UnitLoads(SamplingStage stage, MarginColumns columns, double[] loadOfCell) {
        int[][] cellsOfUnit = cellsOfUnit(stage);
        start = new int[stage.units + 1];
        int[] names = new int[16];
        double[] values = new double[16];
        double[] dense = new double[columns.columns()];
        int at = 0;
        for (int unit = 0; unit < stage.units; unit++) {
            Arrays.fill(dense, 0);
            for (int cell : cellsOfUnit[unit]) {
                columns.add(dense, cell, loadOfCell[cell]);
            }
            for (int each = 0; each < dense.length; each++) {
                if (dense[each] != 0) {
                    if (at == names.length) {
                        names = Arrays.copyOf(names, 2 * at);
                        values = Arrays.copyOf(values, 2 * at);
                    }
                    names[at] = each;
                    values[at++] = dense[each];
                }
            }
            start[unit + 1] = at;
        }
        column = Arrays.copyOf(names, at);
        load = Arrays.copyOf(values, at);
    }

    private static int[][] cellsOfUnit(SamplingStage stage) {
        int[] many = new int[stage.units];
        for (int unit : stage.unitOfCell) {
            if (unit != SamplingStage.NONE) {
                many[unit]++;
            }
        }
        int[][] cells = new int[stage.units][];
        for (int unit = 0; unit < cells.length; unit++) {
            cells[unit] = new int[many[unit]];
        }
        for (int cell = stage.unitOfCell.length - 1; cell >= 0; cell--) {
            int unit = stage.unitOfCell[cell];
            if (unit != SamplingStage.NONE) {
                cells[unit][--many[unit]] = cell;
            }
        }
        return cells;
    }

    /** Subtracts load × slope, summed over the categories, from {@code totals[unit * width + k]}. */
    void subtract(double[] slopes, double[] totals, int width, int k) {
        for (int unit = 0; unit + 1 < start.length; unit++) {
            double sum = 0;
            for (int each = start[unit]; each < start[unit + 1]; each++) {
                sum += load[each] * slopes[column[each]];
            }
            totals[unit * width + k] -= sum;
        }
    }
}
