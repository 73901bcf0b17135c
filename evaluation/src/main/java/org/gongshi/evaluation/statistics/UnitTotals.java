package org.gongshi.evaluation.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    /** Sums by cluster and variable of every stage: both passes of a variance need them. */
    private final Map<Integer, double[]> clusterTotals = new HashMap<>();

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
        if (stage.cellsOfUnits.length == 0) {
            return;
        }
        switch (design.projections().size()) {
            case 0 -> visitRespondents(stage, touchedCells(), visitor);
            case 1 -> visitGroups(number, stage, visitor);
            default -> visitRespondents(stage, stage.cellsOfUnits, visitor);
        }
    }

    private void visitClusters(int number, SamplingStage stage, UnitVisitor visitor) {
        double[] totals = clusterTotals.computeIfAbsent(number, absent -> clusterTotals(number, stage));
        double[] one = new double[width];
        for (int unit = 0; unit < stage.units; unit++) {
            System.arraycopy(totals, unit * width, one, 0, width);
            visitor.unit(stage.stratumOfUnit[unit], 1, one);
        }
    }

    private double[] clusterTotals(int number, SamplingStage stage) {
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
        return totals;
    }

    /** The cells of the domains, in order. */
    private int[] touchedCells() {
        return variables.stream()
                .map(Linearised::domain)
                .distinct()
                .reduce(Domain::or)
                .orElseThrow()
                .members();
    }

    /** After one calibration step: outside the domains whole groups at once, inside cell by cell. */
    private void visitGroups(int number, SamplingStage stage, UnitVisitor visitor) {
        Projection projection = design.projections().get(0);
        AlikeCells alike = projection.alike(number);
        boolean[] touched = new boolean[alike.groups().size()];
        for (int cell : touchedCells()) {
            if (isRespondents(stage, cell)) {
                touched[alike.groupOfCell(cell)] = true;
            }
        }
        double[] direction = new double[width];
        double[] mean = new double[width];
        for (int each = 0; each < touched.length; each++) {
            AlikeCells.Group group = alike.groups().get(each);
            if (touched[each]) {
                visitRespondents(stage, group.cells(), visitor);
            } else if (group.weight() != 0) {
                for (int k = 0; k < width; k++) {
                    direction[k] = projection.shiftByWeight(
                            group.cells()[0], slopes.get(k).get(0));
                    mean[k] = group.weight() * direction[k];
                }
                visitor.unit(group.stratum(), group.respondents(), mean);
                visitor.spread(group.stratum(), group.squares(), direction);
            }
        }
    }

    private void visitRespondents(SamplingStage stage, int[] cells, UnitVisitor visitor) {
        double[] one = new double[width];
        double[] shift = new double[width];
        for (int cell : cells) {
            if (!isRespondents(stage, cell)) {
                continue;
            }
            for (int k = 0; k < width; k++) {
                shift[k] = shift(cell, k);
            }
            if (design.count(cell) == 1) {
                for (int k = 0; k < width; k++) {
                    int index = variables.get(k).domain().indexOf(cell);
                    one[k] = shift[k] + (index < 0 ? 0 : sums.get(k)[index]);
                }
                visitor.unit(stage.stratumOfCell[cell], 1, one);
            } else if (design.count(cell) > 1) {
                visitAlike(cell, stage.stratumOfCell[cell], shift, one, visitor);
            }
        }
    }

    /** Whether the respondents of the cell are units of the stage. */
    private static boolean isRespondents(SamplingStage stage, int cell) {
        return stage.unitOfCell[cell] == SamplingStage.NONE && stage.stratumOfCell[cell] != SamplingStage.NONE;
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
