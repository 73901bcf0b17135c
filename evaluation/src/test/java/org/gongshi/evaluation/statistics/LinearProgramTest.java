package org.gongshi.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NoFeasibleSolutionException;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.PivotSelectionRule;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.gongshi.evaluation.statistics.LinearProgram.Extreme;
import org.junit.jupiter.api.Test;

class LinearProgramTest {
    private static final PivotSelectionRule[] RULES = {PivotSelectionRule.BLAND, PivotSelectionRule.DANTZIG};

    @Test
    void a_table_with_totals_is_as_open_as_its_cycle() {
        // Four hidden cells of a two-way table with row and column totals 7, 8 and 5, 10: one unknown is left.
        var programme = new LinearProgram(4)
                .between(new double[] {1, 1, 0, 0}, 7, 7)
                .between(new double[] {0, 0, 1, 1}, 8, 8)
                .between(new double[] {1, 0, 1, 0}, 5, 5)
                .between(new double[] {0, 1, 0, 1}, 10, 10);
        assertThat(value(programme.smallest(new double[] {1, 0, 0, 0}))).isCloseTo(0, within(1e-9));
        assertThat(value(programme.largest(new double[] {1, 0, 0, 0}))).isCloseTo(5, within(1e-9));
        assertThat(value(programme.largest(new double[] {0, 0, 0, 1}))).isCloseTo(8, within(1e-9));
    }

    @Test
    void what_cannot_be_is_a_contradiction_and_what_is_not_bounded_infinite() {
        double[] first = {1, 0};
        assertThat(new LinearProgram(2)
                        .between(first, 5, 6)
                        .between(first, 7, 8)
                        .smallest(first))
                .isInstanceOf(Extreme.Contradiction.class);
        assertThat(new LinearProgram(2).between(first, 6, 5).smallest(first)).isInstanceOf(Extreme.Contradiction.class);
        assertThat(new LinearProgram(2).between(first, -3, -1).largest(first))
                .isInstanceOf(Extreme.Contradiction.class);
        assertThat(value(new LinearProgram(2)
                        .between(first, 2, Double.POSITIVE_INFINITY)
                        .largest(first)))
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(value(new LinearProgram(2)
                        .between(first, 2, Double.POSITIVE_INFINITY)
                        .smallest(first)))
                .isCloseTo(2, within(1e-12));
    }

    /** Two solvers that share no line agree on hundreds of programmes of the kind that the audit makes. */
    @Test
    void agrees_with_commons_math_wherever_that_keeps_its_own_constraints() {
        int compared = 0;
        for (int seed = 0; seed < 400; seed++) {
            var drawn = new Drawn(new Random(seed));
            Extreme own = drawn.programme().largest(drawn.goal);
            for (PivotSelectionRule rule : RULES) {
                double[] theirs = drawn.theirs(rule);
                if (theirs.length == 0) {
                    assertThat(own).as("seed %d", seed).isInstanceOf(Extreme.Contradiction.class);
                } else if (drawn.fits(theirs)) {
                    assertThat(value(own)).as("seed %d", seed).isGreaterThanOrEqualTo(dot(drawn.goal, theirs) - 1e-5);
                    compared++;
                }
                if (theirs.length > 0 && rule == PivotSelectionRule.BLAND && drawn.fits(theirs)) {
                    assertThat(value(own)).as("seed %d", seed).isCloseTo(dot(drawn.goal, theirs), within(1e-5));
                }
            }
        }
        assertThat(compared).isGreaterThan(500);
    }

    /** Why the project has a solver of its own: with its usual rule commons-math 3.6.1 breaks the third constraint here. */
    @Test
    void commons_math_errs_on_a_small_programme_of_the_audit() {
        double share = 1 / 12.0;
        double[] whole = {0, 0, 0, share, share, 0, 0, 0, 100 - 100 * share, 100 - 100 * share};
        double[] own = {1, 1, 1, 1, 1, 0, 0, 0, 0, 0};
        double[] others = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};
        double[] goal = {0, 0, 0, 1, 0, 0, 0, 0, 0, 0};
        var programme = new LinearProgram(10)
                .between(own, 100, 100)
                .between(others, 1, 1)
                .between(whole, 74.5, 75.5);
        assertThat(value(programme.largest(goal))).isCloseTo(100, within(1e-9));
        List<LinearConstraint> constraints = List.of(
                new LinearConstraint(own, Relationship.EQ, 100),
                new LinearConstraint(others, Relationship.EQ, 1),
                new LinearConstraint(whole, Relationship.GEQ, 74.5),
                new LinearConstraint(whole, Relationship.LEQ, 75.5));
        double[] point = solve(constraints, goal, PivotSelectionRule.DANTZIG);
        assertThat(dot(whole, point)).as("should be 74.5 at least").isLessThan(70);
    }

    private static final class Drawn {
        private final int unknowns;
        private final List<double[]> factors = new ArrayList<>();
        private final List<double[]> bounds = new ArrayList<>();
        private final double[] goal;

        /** Shares that sum to 100 in blocks, and rounded sums across them; now and then with a contradiction. */
        Drawn(Random random) {
            int blocks = 1 + random.nextInt(4);
            int options = 2 + random.nextInt(4);
            unknowns = blocks * options;
            double[] truth = new double[unknowns];
            for (int block = 0; block < blocks; block++) {
                double[] ones = new double[unknowns];
                double sum = 0;
                for (int option = 0; option < options; option++) {
                    ones[block * options + option] = 1;
                    truth[block * options + option] = random.nextInt(4) == 0 ? 0 : random.nextDouble();
                    sum += truth[block * options + option];
                }
                for (int option = 0; option < options; option++) {
                    truth[block * options + option] *= sum == 0 ? 0 : 100 / sum;
                }
                double total = dot(ones, truth);
                add(ones, total, total);
            }
            for (int sums = random.nextInt(6); sums > 0; sums--) {
                double[] weights = random.doubles(unknowns, 0, 2).toArray();
                for (int at = 0; at < unknowns; at++) {
                    weights[at] = random.nextInt(3) == 0 ? 0 : weights[at];
                }
                double value = dot(weights, truth) + (random.nextInt(12) == 0 ? 400 : 0);
                add(weights, value - random.nextDouble(), value + random.nextDouble());
            }
            goal = random.doubles(unknowns, -1, 1).toArray();
        }

        private void add(double[] factor, double low, double high) {
            factors.add(factor);
            bounds.add(new double[] {low, high});
        }

        LinearProgram programme() {
            var programme = new LinearProgram(unknowns);
            for (int at = 0; at < factors.size(); at++) {
                programme.between(factors.get(at), bounds.get(at)[0], bounds.get(at)[1]);
            }
            return programme;
        }

        /** Empty when they find nothing feasible. */
        double[] theirs(PivotSelectionRule rule) {
            List<LinearConstraint> constraints = new ArrayList<>();
            for (int at = 0; at < factors.size(); at++) {
                double[] bound = bounds.get(at);
                if (bound[0] == bound[1]) {
                    constraints.add(new LinearConstraint(factors.get(at), Relationship.EQ, bound[0]));
                } else {
                    constraints.add(new LinearConstraint(factors.get(at), Relationship.GEQ, bound[0]));
                    constraints.add(new LinearConstraint(factors.get(at), Relationship.LEQ, bound[1]));
                }
            }
            try {
                return solve(constraints, goal, rule);
            } catch (NoFeasibleSolutionException none) {
                return new double[0];
            }
        }

        boolean fits(double[] point) {
            for (int at = 0; at < factors.size(); at++) {
                double sum = dot(factors.get(at), point);
                if (sum < bounds.get(at)[0] - 1e-6 || sum > bounds.get(at)[1] + 1e-6) {
                    return false;
                }
            }
            return Arrays.stream(point).allMatch(value -> value >= -1e-9);
        }
    }

    private static double[] solve(List<LinearConstraint> constraints, double[] goal, PivotSelectionRule rule) {
        return new SimplexSolver()
                .optimize(
                        new MaxIter(10_000),
                        new LinearObjectiveFunction(goal, 0),
                        new LinearConstraintSet(constraints),
                        GoalType.MAXIMIZE,
                        new NonNegativeConstraint(true),
                        rule)
                .getPoint();
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int at = 0; at < left.length; at++) {
            sum += left[at] * right[at];
        }
        return sum;
    }

    private static double value(Extreme extreme) {
        assertThat(extreme).isInstanceOf(Extreme.Reached.class);
        return ((Extreme.Reached) extreme).value();
    }
}
