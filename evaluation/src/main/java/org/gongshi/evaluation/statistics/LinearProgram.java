package org.gongshi.evaluation.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.statistics.Inversion.Range;

/**
 * A linear programme (线性规划) over unknowns that are not negative: how small and how large a weighted sum of them can be,
 * given what is known. A solution is held against every constraint again before it counts: a solver that errs must never
 * make a table look safe. Not thread-safe.
 */
public final class LinearProgram {
    /** How far a solution may miss a constraint, in units of the largest number in it. */
    private static final double TOLERANCE = 1e-7;

    private final int unknowns;
    private final List<Simplex.Row> rows = new ArrayList<>();
    private Simplex simplex;

    /** @param unknowns how many, each 0 at least */
    public LinearProgram(int unknowns) {
        this.unknowns = unknowns;
    }

    /** {@code low ≤ Σ factor × unknown ≤ high}; an infinite end is no constraint. */
    public LinearProgram between(double[] factors, double low, double high) {
        rows.add(new Simplex.Row(factors.clone(), low, high));
        simplex = null;
        return this;
    }

    /** What the programme comes to. */
    public sealed interface Extreme {
        /**
         * The smallest or largest value; infinite when nothing bounds it.
         *
         * @param point unknowns at which it is reached, where it is finite
         */
        record Reached(double value, double[] point) implements Extreme {}

        /** Nothing fits all constraints. */
        record Contradiction() implements Extreme {}

        /** The solver gave up or returned what does not fit: nothing may be concluded. */
        record Failed(String reason) implements Extreme {}
    }

    public Extreme smallest(double[] factors) {
        return solve(factors, 1);
    }

    public Extreme largest(double[] factors) {
        return solve(factors, -1);
    }

    /** From the smallest to the largest; empty when nothing fits or the solver failed: nothing may be concluded then. */
    public Optional<Range> range(double[] factors) {
        return smallest(factors) instanceof Extreme.Reached low && largest(factors) instanceof Extreme.Reached high
                ? Optional.of(new Range(low.value(), high.value()))
                : Optional.empty();
    }

    private Extreme solve(double[] factors, int sign) {
        if (rows.stream().anyMatch(row -> row.low() > row.high())) {
            return new Extreme.Contradiction();
        }
        if (simplex == null) {
            simplex = new Simplex(unknowns, rows);
        }
        double[] costs = new double[unknowns];
        for (int at = 0; at < unknowns; at++) {
            costs[at] = sign * factors[at];
        }
        Simplex.Found found = simplex.smallest(costs);
        return switch (found.end()) {
            case OPTIMAL ->
                rows.stream().allMatch(row -> fits(row, found.point()))
                        ? new Extreme.Reached(sum(factors, found.point()), found.point())
                        : new Extreme.Failed("数值误差过大");
            case UNBOUNDED -> new Extreme.Reached(-sign * Double.POSITIVE_INFINITY, new double[0]);
            case INFEASIBLE -> new Extreme.Contradiction();
            case LOST -> new Extreme.Failed("求解未收敛");
        };
    }

    private static double sum(double[] factors, double[] point) {
        double sum = 0;
        for (int at = 0; at < point.length; at++) {
            sum += factors[at] * point[at];
        }
        return sum;
    }

    private static boolean fits(Simplex.Row row, double[] point) {
        double scale = 1;
        for (int at = 0; at < point.length; at++) {
            scale = Math.max(scale, Math.abs(row.factors()[at] * point[at]));
        }
        double sum = sum(row.factors(), point);
        double slack = TOLERANCE * scale;
        return sum >= row.low() - slack && sum <= row.high() + slack;
    }
}
