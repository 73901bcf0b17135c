package org.gongshi.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionAuditTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_ranges_are_those_of_the_linear_programme(long seed) {
        var random = new Random(seed);
        double[][] counts = counts(random, 4 + (int) (seed % 3), 4);
        boolean[][] hidden = new boolean[counts.length][4];
        for (boolean[] row : hidden) {
            for (int column = 0; column < 4; column++) {
                row[column] = random.nextDouble() < 0.5;
            }
        }
        var audit = new SuppressionAudit(counts, hidden);
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < 4; column++) {
                if (hidden[row][column]) {
                    var range = audit.range(row, column);
                    assertThat(range.low())
                            .isCloseTo(programme(counts, hidden, row, column, GoalType.MINIMIZE), within(1e-6));
                    assertThat(range.high())
                            .isCloseTo(programme(counts, hidden, row, column, GoalType.MAXIMIZE), within(1e-6));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void the_optimum_is_that_of_trying_every_set(long seed) {
        var random = new Random(seed);
        double[][] counts = counts(random, 4, 3);
        boolean[][] primary = new boolean[4][3];
        for (int row = 0; row < 4; row++) {
            primary[row] = Suppression.primary(counts[row], 6, true);
        }
        Optional<SuppressionOptimum> found = SuppressionOptimum.of(counts, primary, 5);
        assertThat(found).isEqualTo(exhaustive(counts, primary, 5));
    }

    private static double[][] counts(Random random, int rows, int columns) {
        double[][] counts = new double[rows][columns];
        for (double[] row : counts) {
            for (int column = 0; column < columns; column++) {
                row[column] = random.nextInt(20);
            }
        }
        return counts;
    }

    private static double programme(double[][] counts, boolean[][] hidden, int row, int column, GoalType goal) {
        int columns = counts[0].length;
        int cells = counts.length * columns;
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int line = 0; line < counts.length + columns; line++) {
            double[] coefficients = new double[cells];
            double sum = 0;
            for (int cell = 0; cell < cells; cell++) {
                boolean onLine = line < counts.length ? cell / columns == line : cell % columns == line - counts.length;
                if (onLine && hidden[cell / columns][cell % columns]) {
                    coefficients[cell] = 1;
                    sum += counts[cell / columns][cell % columns];
                }
            }
            constraints.add(new LinearConstraint(coefficients, Relationship.EQ, sum));
        }
        double[] objective = new double[cells];
        objective[row * columns + column] = 1;
        return new SimplexSolver()
                .optimize(
                        new MaxIter(10_000),
                        new LinearObjectiveFunction(objective, 0),
                        new LinearConstraintSet(constraints),
                        goal,
                        new NonNegativeConstraint(true))
                .getValue();
    }

    private static Optional<SuppressionOptimum> exhaustive(double[][] counts, boolean[][] primary, double minWidth) {
        SuppressionOptimum best = null;
        for (int set = 0; set < 1 << 12; set++) {
            boolean[][] hidden = new boolean[4][3];
            int cells = 0;
            int primaries = 0;
            double total = 0;
            boolean allowed = true;
            for (int cell = 0; cell < 12; cell++) {
                boolean chosen = (set >> cell & 1) == 1;
                boolean first = primary[cell / 3][cell % 3];
                double count = counts[cell / 3][cell % 3];
                allowed &= !chosen || !first && count > 0;
                hidden[cell / 3][cell % 3] = chosen || first;
                cells += chosen ? 1 : 0;
                primaries += first ? 1 : 0;
                total += chosen ? count : 0;
            }
            boolean better = best == null
                    || cells < best.complementaryCells()
                    || cells == best.complementaryCells() && total < best.complementaryTotal();
            if (allowed && better && safe(counts, hidden, primary, minWidth)) {
                best = new SuppressionOptimum(primaries, cells, total);
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean safe(double[][] counts, boolean[][] hidden, boolean[][] primary, double minWidth) {
        var audit = new SuppressionAudit(counts, hidden);
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < counts[0].length; column++) {
                if (primary[row][column] && audit.range(row, column).width() < minWidth) {
                    return false;
                }
            }
        }
        return true;
    }
}
