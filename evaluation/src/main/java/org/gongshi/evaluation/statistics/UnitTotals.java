package org.gongshi.evaluation.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Sums of linearised variables by sampling unit, of one or more estimates at once: all that a variance needs. After
 * calibration the linearised variable of every respondent of the sample is first replaced by its residual.
 */
final class UnitTotals {
    private final SurveyDesign design;
    private final List<Linearised> variables;
    private final int width;
    /** For every variable the sums over the cells of its domain. */
    private final List<double[]> sums = new ArrayList<>();
    /** For every variable the slopes of every calibration step. */
    private final List<List<double[]>> slopes = new ArrayList<>();

    UnitTotals(SurveyDesign design, List<Linearised> variables) {
        this.design = design;
        this.variables = variables;
        this.width = variables.size();
        for (Linearised variable : variables) {
            int[] cells = variable.domain().members();
            double[] sum = new double[cells.length];
            for (int index = 0; index < cells.length; index++) {
                sum[index] = variable.sum(design, cells[index]);
            }
            List<double[]> steps = new ArrayList<>();
            for (Projection projection : design.projections()) {
                steps.add(projection.slopes(cells, sum, steps));
            }
            sums.add(sum);
            slopes.add(steps);
        }
    }

    int width() {
        return width;
    }

    /** Shows every unit of the stage (its number from 0) to the visitor; units with totals of 0 may be left out. */
    void visit(int number, UnitVisitor visitor) {
        SamplingStage stage = design.stages().get(number);
        if (stage.units > 0) {
            visitClusters(number, stage, visitor);
        }
        if (stage.cellsOfUnits.length > 0) {
            visitRespondents(stage, visitor);
        }
    }

    private void visitClusters(int number, SamplingStage stage, UnitVisitor visitor) {
        double[] totals = new double[stage.units * width];
        for (int k = 0; k < width; k++) {
            int[] cells = variables.get(k).domain().members();
            double[] sum = sums.get(k);
            for (int index = 0; index < cells.length; index++) {
                int unit = stage.unitOfCell[cells[index]];
                if (unit != SamplingStage.NONE) {
                    totals[unit * width + k] += sum[index];
                }
            }
            for (int step = 0; step < design.projections().size(); step++) {
                design.projections().get(step).shiftUnits(number, slopes.get(k).get(step), totals, width, k);
            }
        }
        double[] one = new double[width];
        for (int unit = 0; unit < stage.units; unit++) {
            System.arraycopy(totals, unit * width, one, 0, width);
            visitor.unit(stage.stratumOfUnit[unit], 1, one);
        }
    }

    private void visitRespondents(SamplingStage stage, UnitVisitor visitor) {
        double[] dense = dense(stage);
        double[] one = new double[width];
        double[] shift = new double[width];
        for (int index = 0; index < stage.cellsOfUnits.length; index++) {
            int cell = stage.cellsOfUnits[index];
            for (int k = 0; k < width; k++) {
                shift[k] = shift(cell, k);
            }
            if (design.count(cell) == 1) {
                for (int k = 0; k < width; k++) {
                    one[k] = dense[index * width + k] + shift[k];
                }
                visitor.unit(stage.stratumOfCell[cell], 1, one);
            } else if (design.count(cell) > 1) {
                visitAlike(cell, stage.stratumOfCell[cell], shift, one, visitor);
            }
        }
    }

    /** The sums of the cells whose respondents are units, {@code [index * width + k]}. */
    private double[] dense(SamplingStage stage) {
        int[] index = new int[design.cells()];
        for (int each = 0; each < stage.cellsOfUnits.length; each++) {
            index[stage.cellsOfUnits[each]] = each + 1;
        }
        double[] dense = new double[stage.cellsOfUnits.length * width];
        for (int k = 0; k < width; k++) {
            int[] cells = variables.get(k).domain().members();
            for (int each = 0; each < cells.length; each++) {
                if (index[cells[each]] > 0) {
                    dense[(index[cells[each]] - 1) * width + k] = sums.get(k)[each];
                }
            }
        }
        return dense;
    }

    /** A cell of several respondents, each a unit: those with the same answer have the same totals. */
    private void visitAlike(int cell, int stratum, double[] shift, double[] one, UnitVisitor visitor) {
        Answers answers = answersOf(cell);
        long seen = 0;
        if (answers != null) {
            for (int entry = answers.from(cell); entry < answers.to(cell); entry++) {
                for (int k = 0; k < width; k++) {
                    Linearised variable = variables.get(k);
                    boolean counts = variable.answers().sameRespondents(answers) && variable.touches(design, cell);
                    one[k] = shift[k] + (counts ? variable.of(design, cell, entry) : 0);
                }
                visitor.unit(stratum, answers.count(entry), one);
                seen += answers.count(entry);
            }
        }
        if (seen < design.count(cell)) {
            visitor.unit(stratum, design.count(cell) - seen, shift);
        }
    }

    /** What calibration adds to each respondent of the cell. */
    private double shift(int cell, int k) {
        double sum = 0;
        for (int step = 0; step < design.projections().size(); step++) {
            sum += design.projections().get(step).shift(cell, slopes.get(k).get(step));
        }
        return sum;
    }

    /** The one set of answers that counts in this cell; counts of two questions do not say who gave both answers. */
    private Answers answersOf(int cell) {
        Answers found = null;
        for (Linearised variable : variables) {
            if (variable.touches(design, cell)
                    && (found == null || !variable.answers().sameRespondents(found))) {
                if (found != null) {
                    throw new IllegalArgumentException(
                            "cell " + cell + " holds " + design.count(cell)
                                    + " respondents and answers to two questions: their covariance needs one respondent a cell");
                }
                found = variable.answers();
            }
        }
        return found;
    }
}
