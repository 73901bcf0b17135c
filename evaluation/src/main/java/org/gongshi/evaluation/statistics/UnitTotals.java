package org.gongshi.evaluation.statistics;

import java.util.List;

/**
 * Sums of linearised variables by sampling unit, of one or more estimates at once: all that a variance needs. After
 * calibration the linearised variable of every respondent of the sample is first replaced by its residual.
 */
final class UnitTotals {
    private final SurveyDesign design;
    private final List<Linearised> variables;
    private final int width;
    /** Sum over the cell's respondents before calibration, {@code [cell * width + k]}. */
    private final double[] cellSum;
    /** What calibration adds to each respondent of the cell, or {@code null} without calibration. */
    private final double[] shift;

    UnitTotals(SurveyDesign design, List<Linearised> variables) {
        this.design = design;
        this.variables = variables;
        this.width = variables.size();
        this.cellSum = new double[design.cells() * width];
        for (int k = 0; k < width; k++) {
            for (int cell = 0; cell < design.cells(); cell++) {
                cellSum[cell * width + k] = variables.get(k).sum(design, cell);
            }
        }
        this.shift = design.isCalibrated() ? new double[cellSum.length] : null;
        for (Projection projection : design.projections()) {
            projection.shift(design, cellSum, shift, width);
        }
    }

    int width() {
        return width;
    }

    /** Shows every unit of the stage to the visitor; units whose totals are all zero may be left out. */
    void visit(SamplingStage stage, UnitVisitor visitor) {
        if (stage.eachRespondentIsUnit()) {
            visitRespondents(stage, visitor);
        } else {
            visitClusters(stage, visitor);
        }
    }

    private void visitClusters(SamplingStage stage, UnitVisitor visitor) {
        double[] totals = new double[stage.units * width];
        for (int cell = 0; cell < design.cells(); cell++) {
            int at = stage.unitOfCell[cell] * width;
            for (int k = 0; k < width; k++) {
                totals[at + k] += whole(cell, k);
            }
        }
        double[] one = new double[width];
        for (int unit = 0; unit < stage.units; unit++) {
            System.arraycopy(totals, unit * width, one, 0, width);
            visitor.unit(stage.stratumOfUnit[unit], 1, one);
        }
    }

    private double whole(int cell, int k) {
        double sum = cellSum[cell * width + k];
        return shift == null ? sum : sum + design.count(cell) * shift[cell * width + k];
    }

    private void visitRespondents(SamplingStage stage, UnitVisitor visitor) {
        double[] one = new double[width];
        for (int cell = 0; cell < design.cells(); cell++) {
            int stratum = stage.stratumOfCell[cell];
            if (design.count(cell) == 1) {
                for (int k = 0; k < width; k++) {
                    one[k] = whole(cell, k);
                }
                visitor.unit(stratum, 1, one);
            } else if (design.count(cell) > 1) {
                visitAlike(cell, stratum, one, visitor);
            }
        }
    }

    /** A cell of several respondents, each a unit: those with the same answer have the same totals. */
    private void visitAlike(int cell, int stratum, double[] one, UnitVisitor visitor) {
        Answers answers = answersOf(cell);
        long seen = 0;
        if (answers != null) {
            for (int entry = answers.from(cell); entry < answers.to(cell); entry++) {
                for (int k = 0; k < width; k++) {
                    Linearised variable = variables.get(k);
                    boolean counts = variable.answers().sameRespondents(answers) && variable.touches(design, cell);
                    one[k] = (counts ? variable.of(design, cell, entry) : 0) + shiftOf(cell, k);
                }
                visitor.unit(stratum, answers.count(entry), one);
                seen += answers.count(entry);
            }
        }
        if (seen < design.count(cell)) {
            for (int k = 0; k < width; k++) {
                one[k] = shiftOf(cell, k);
            }
            visitor.unit(stratum, design.count(cell) - seen, one);
        }
    }

    private double shiftOf(int cell, int k) {
        return shift == null ? 0 : shift[cell * width + k];
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
