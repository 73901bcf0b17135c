package org.gongshi.evaluation.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;

/** Estimated proportions of a two-way table with what tests of independence need. */
final class CrossTable {
    private final SurveyDesign design;
    private final Answers table;
    private final Domain domain;
    private final int rows;
    private final int columns;
    private final double[] share;
    private final double[] rowShare;
    private final double[] columnShare;
    private final double sumWeights;

    CrossTable(SurveyDesign design, Answers table, Domain domain, int rows, int columns) {
        this.design = design;
        this.table = table;
        this.domain = domain;
        this.rows = rows;
        this.columns = columns;
        this.share = new double[rows * columns];
        this.rowShare = new double[rows];
        this.columnShare = new double[columns];
        this.sumWeights = count();
        for (int each = 0; each < share.length; each++) {
            share[each] /= sumWeights;
            rowShare[each / columns] += share[each];
            columnShare[each % columns] += share[each];
        }
    }

    private double count() {
        double sum = 0;
        for (int cell : domain.members()) {
            if (design.weight(cell) != 0) {
                for (int entry = table.from(cell); entry < table.to(cell); entry++) {
                    double weight = design.weight(cell) * table.count(entry);
                    share[(int) table.value(entry)] += weight;
                    sum += weight;
                }
            }
        }
        return sum;
    }

    private double expected(int each) {
        return rowShare[each / columns] * columnShare[each % columns];
    }

    /** Σ (p − p_r p_c)² / (p_r p_c). */
    double distanceFromIndependence() {
        double sum = 0;
        for (int each = 0; each < share.length; each++) {
            double residual = share[each] - expected(each);
            sum += residual * residual / expected(each);
        }
        return sum;
    }

    /**
     * δ = (C' D⁻¹ C / n)⁻¹ (C' D⁻¹ V D⁻¹ C) with D the proportions, V their covariance and C the interactions, whose rows
     * and columns sum to 0; {@code null} when singular.
     */
    double[][] generalisedDeffs(long n) {
        double[][] covariance = covariance(each -> value -> value == each ? 1 : 0, share, 1 / sumWeights);
        double[][] scaled = interactions();
        for (int each = 0; each < share.length; each++) {
            for (int column = 0; column < scaled[each].length; column++) {
                scaled[each][column] = share[each] == 0 ? 0 : scaled[each][column] / share[each];
            }
        }
        double[][] below = Matrices.product(Matrices.transposed(scaled), interactions());
        for (double[] row : below) {
            for (int column = 0; column < row.length; column++) {
                row[column] /= n;
            }
        }
        double[][] inverse = Matrices.inverse(below);
        if (inverse == null) {
            return null;
        }
        double[][] above = Matrices.product(Matrices.product(Matrices.transposed(scaled), covariance), scaled);
        return Matrices.product(inverse, above);
    }

    private double[][] interactions() {
        int width = columns - 1;
        double[][] contrast = new double[rows * columns][(rows - 1) * width];
        for (int row = 1; row < rows; row++) {
            for (int column = 1; column < columns; column++) {
                int at = (row - 1) * width + column - 1;
                contrast[row * columns + column][at] = 1;
                contrast[row * columns][at] = -1;
                contrast[column][at] = -1;
                contrast[0][at] = 1;
            }
        }
        return contrast;
    }

    /** Y' V⁻¹ Y for the residuals Y = N_rc − N_r N_c / N but the first row and column; NaN when V is singular. */
    double waldStatistic() {
        int width = columns - 1;
        int size = (rows - 1) * width;
        double[] residual = new double[size];
        for (int at = 0; at < size; at++) {
            int each = (at / width + 1) * columns + at % width + 1;
            residual[at] = sumWeights * (share[each] - expected(each));
        }
        double[][] covariance = covariance(
                at -> {
                    int row = at / width + 1;
                    int column = at % width + 1;
                    return value -> residualSlope((int) value, row, column);
                },
                new double[size],
                1);
        return Matrices.quadraticForm(covariance, residual);
    }

    /** Derivative of N_rc − N_r N_c / N with respect to one more person in table cell {@code value}. */
    private double residualSlope(int value, int row, int column) {
        boolean sameRow = value / columns == row;
        boolean sameColumn = value % columns == column;
        return (sameRow && sameColumn ? 1 : 0)
                - (sameRow ? columnShare[column] : 0)
                - (sameColumn ? rowShare[row] : 0)
                + rowShare[row] * columnShare[column];
    }

    /** Covariances of the estimates whose linearised variables are scale × weight × (value − centre). */
    private double[][] covariance(IntFunction<DoubleUnaryOperator> values, double[] centre, double scale) {
        List<Linearised> variables = new ArrayList<>(centre.length);
        for (int each = 0; each < centre.length; each++) {
            variables.add(new Linearised(table.mapped(values.apply(each)), domain, centre[each], scale));
        }
        return TaylorVariance.covarianceWithin(design, variables);
    }
}
