package org.gongshi.evaluation.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * What a calibration step does to linearised variables: z is replaced by (weight after) × the residual of z / (weight after)
 * in a least-squares regression on the margin indicators, weighted by the weights before the step (Deville and Särndal 1992;
 * Deville, Särndal and Sautory 1993). R: {@code svyrecvar} with a {@code greg_calibration}.
 *
 * <p>Everything that does not depend on z is summed up once: a variance then costs as much as its domain has cells plus the
 * units have margin categories, not as the whole sample.
 */
final class Projection {
    private final MarginColumns columns;
    private final double[] before;
    private final double[] after;
    private final NormalEquations normal;
    /** For every earlier step what its slopes take from the right-hand side of this one. */
    private final List<double[][]> cross = new ArrayList<>();
    /** For every stage the sums of count × weight after, by unit and category. */
    private final List<UnitLoads> loads = new ArrayList<>();
    /** For every stage the directly drawn respondents that the step treats alike. */
    private final List<AlikeCells> alike = new ArrayList<>();

    /**
     * @param design the sample before the step
     * @param columns the margin categories of every cell
     * @param after weights after the step
     */
    Projection(SurveyDesign design, MarginColumns columns, double[] after) {
        this.columns = columns;
        this.before = design.weights();
        this.after = after;
        double[] mass = new double[before.length];
        double[] load = new double[before.length];
        for (int cell = 0; cell < mass.length; cell++) {
            mass[cell] = takesPart(cell) ? design.count(cell) * before[cell] : 0;
            load[cell] = takesPart(cell) ? design.count(cell) * after[cell] : 0;
        }
        this.normal = columns.system(mass);
        for (Projection earlier : design.projections()) {
            cross.add(crossed(design, earlier));
        }
        for (SamplingStage stage : design.stages()) {
            loads.add(new UnitLoads(stage, columns, load));
            alike.add(new AlikeCells(design, stage, columns, after, this::takesPart));
        }
    }

    private boolean takesPart(int cell) {
        return before[cell] != 0 && after[cell] != 0;
    }

    private double[][] crossed(SurveyDesign design, Projection earlier) {
        double[][] products = new double[columns.columns()][earlier.columns.columns()];
        double[] unit = new double[columns.columns()];
        for (int cell = 0; cell < before.length; cell++) {
            if (takesPart(cell) && earlier.takesPart(cell)) {
                java.util.Arrays.fill(unit, 0);
                columns.add(unit, cell, 1);
                double amount = design.count(cell) * earlier.after[cell] * before[cell] / after[cell];
                for (int column = 0; column < unit.length; column++) {
                    if (unit[column] != 0) {
                        earlier.columns.add(products[column], cell, amount);
                    }
                }
            }
        }
        return products;
    }

    /**
     * The regression coefficients.
     *
     * @param cells cells with a sum
     * @param sums sum of z over the respondents of each of them
     * @param earlier coefficients of the earlier steps, which changed z already
     */
    double[] slopes(int[] cells, double[] sums, List<double[]> earlier) {
        double[] right = new double[columns.columns()];
        for (int index = 0; index < cells.length; index++) {
            if (sums[index] != 0 && takesPart(cells[index])) {
                columns.add(right, cells[index], sums[index] * before[cells[index]] / after[cells[index]]);
            }
        }
        for (int step = 0; step < earlier.size(); step++) {
            double[][] products = cross.get(step);
            for (int row = 0; row < right.length; row++) {
                for (int column = 0; column < products[row].length; column++) {
                    right[row] -= products[row][column] * earlier.get(step)[column];
                }
            }
        }
        return normal.solve(right);
    }

    /** What the step adds to z of each respondent of a cell. */
    double shift(int cell, double[] slopes) {
        return takesPart(cell) ? -after[cell] * columns.dot(slopes, cell) : 0;
    }

    /** What the step adds to z of a respondent of the cell for each unit of its weight after the step. */
    double shiftByWeight(int cell, double[] slopes) {
        return -columns.dot(slopes, cell);
    }

    /** The directly drawn respondents of a stage that the step treats alike. */
    AlikeCells alike(int stage) {
        return alike.get(stage);
    }

    /** Adds the step's shifts to the totals of all units of a stage, {@code totals[unit * width + k]}. */
    void shiftUnits(int stage, double[] slopes, double[] totals, int width, int k) {
        loads.get(stage).subtract(slopes, totals, width, k);
    }
}
