package org.gongshi.evaluation.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * The simplex method (单纯形法) on a dense tableau: a feasible corner is found once, then every sum is followed from there. Largest
 * gain first, Bland's rule when that takes long, so that it always ends. Dantzig, <i>Linear Programming and Extensions</i> (1963).
 *
 * <p>commons-math3 3.6.1 has a solver too; with its usual pivot rule it returns points that break the constraints on some
 * programmes of this kind, and it begins anew for every sum. Tests hold the two against each other.
 */
final class Simplex {
    private static final double EPSILON = 1e-9;
    private static final double INFEASIBLE = 1e-7;
    private static final int PATIENCE = 500;
    private static final int LIMIT = 20_000;

    /** {@code low ≤ Σ factor × unknown ≤ high}. */
    record Row(double[] factors, double low, double high) {}

    /** How it ended. */
    enum End {
        OPTIMAL,
        UNBOUNDED,
        INFEASIBLE,
        LOST
    }

    private final int unknowns;
    private final int firstArtificial;
    private final int columns;
    private final double[][] table;
    private final int[] basis;
    private final End start;

    Simplex(int unknowns, List<Row> rows) {
        this.unknowns = unknowns;
        int lines = 0;
        int slacks = 0;
        for (Row row : rows) {
            int sides = row.low() == row.high() ? 0 : sides(row);
            lines += Math.max(sides, row.low() == row.high() ? 1 : 0);
            slacks += sides;
        }
        this.firstArtificial = unknowns + slacks;
        this.columns = firstArtificial + lines;
        this.table = new double[lines][columns + 1];
        this.basis = new int[lines];
        fill(rows);
        this.start = findCorner();
    }

    private static int sides(Row row) {
        return (Double.isInfinite(row.low()) ? 0 : 1) + (Double.isInfinite(row.high()) ? 0 : 1);
    }

    private void fill(List<Row> rows) {
        int line = 0;
        int slack = unknowns;
        for (Row row : rows) {
            double scale = scale(row.factors());
            if (row.low() == row.high()) {
                line(line++, row.factors(), row.high(), scale, -1);
                continue;
            }
            if (!Double.isInfinite(row.high())) {
                line(line++, row.factors(), row.high(), scale, slack++);
            }
            if (!Double.isInfinite(row.low())) {
                line(line++, row.factors(), -row.low(), -scale, slack++);
            }
        }
    }

    private static double scale(double[] factors) {
        double largest = 0;
        for (double factor : factors) {
            largest = Math.max(largest, Math.abs(factor));
        }
        return largest == 0 ? 1 : 1 / largest;
    }

    /** One line {@code Σ scale × factor × unknown + slack = value}, turned so that the value is not negative. */
    private void line(int line, double[] factors, double value, double scale, int slack) {
        double right = value * Math.abs(scale);
        double sign = right < 0 ? -1 : 1;
        for (int at = 0; at < unknowns; at++) {
            table[line][at] = sign * scale * factors[at];
        }
        table[line][columns] = sign * right;
        if (slack >= 0) {
            table[line][slack] = sign;
        }
        if (slack >= 0 && sign > 0) {
            basis[line] = slack;
        } else {
            basis[line] = firstArtificial + line;
            table[line][basis[line]] = 1;
        }
    }

    private End findCorner() {
        double[] costs = new double[columns];
        Arrays.fill(costs, firstArtificial, columns, 1);
        if (descend(table, basis, costs, columns) == End.LOST) {
            return End.LOST;
        }
        for (int line = 0; line < basis.length; line++) {
            if (basis[line] >= firstArtificial) {
                if (table[line][columns] > INFEASIBLE) {
                    return End.INFEASIBLE;
                }
                replaceArtificial(line);
            }
        }
        return End.OPTIMAL;
    }

    /** An artificial unknown that is 0 makes room for a real one; without any the line says nothing new. */
    private void replaceArtificial(int line) {
        table[line][columns] = 0;
        for (int column = 0; column < firstArtificial; column++) {
            if (Math.abs(table[line][column]) > 1e-7) {
                pivot(table, basis, line, column);
                return;
            }
        }
        Arrays.fill(table[line], 0);
    }

    /** How the search for the smallest sum ended, and where. */
    record Found(End end, double[] point) {}

    Found smallest(double[] factors) {
        if (start != End.OPTIMAL) {
            return new Found(start, new double[0]);
        }
        double[][] copy = new double[table.length][];
        for (int line = 0; line < copy.length; line++) {
            copy[line] = table[line].clone();
        }
        int[] corner = basis.clone();
        End end = descend(copy, corner, Arrays.copyOf(factors, columns), firstArtificial);
        double[] point = new double[unknowns];
        for (int line = 0; line < corner.length; line++) {
            if (corner[line] < unknowns) {
                point[corner[line]] = Math.max(0, copy[line][columns]);
            }
        }
        return new Found(end, point);
    }

    private End descend(double[][] lines, int[] corner, double[] costs, int allowed) {
        double[] gain = Arrays.copyOf(costs, columns + 1);
        for (int line = 0; line < lines.length; line++) {
            subtract(gain, lines[line], costs[corner[line]]);
        }
        for (int step = 0; step < LIMIT; step++) {
            int column = entering(gain, allowed, step >= PATIENCE);
            if (column < 0) {
                return End.OPTIMAL;
            }
            int line = leaving(lines, corner, column);
            if (line < 0) {
                return End.UNBOUNDED;
            }
            pivot(lines, corner, line, column);
            subtract(gain, lines[line], gain[column]);
        }
        return End.LOST;
    }

    private static int entering(double[] gain, int allowed, boolean first) {
        int best = -1;
        double least = -EPSILON;
        for (int column = 0; column < allowed; column++) {
            if (gain[column] < least) {
                best = column;
                least = gain[column];
                if (first) {
                    break;
                }
            }
        }
        return best;
    }

    private int leaving(double[][] lines, int[] corner, int column) {
        int found = -1;
        double smallest = Double.POSITIVE_INFINITY;
        for (int line = 0; line < lines.length; line++) {
            if (lines[line][column] > EPSILON) {
                double ratio = lines[line][columns] / lines[line][column];
                boolean tie = Math.abs(ratio - smallest) <= 1e-12;
                if (tie ? corner[line] < corner[found] : ratio < smallest) {
                    found = line;
                    smallest = Math.min(ratio, smallest);
                }
            }
        }
        return found;
    }

    private void pivot(double[][] lines, int[] corner, int line, int column) {
        double[] own = lines[line];
        double head = own[column];
        for (int at = 0; at <= columns; at++) {
            own[at] /= head;
        }
        for (int other = 0; other < lines.length; other++) {
            if (other != line) {
                subtract(lines[other], own, lines[other][column]);
            }
        }
        corner[line] = column;
    }

    private static void subtract(double[] from, double[] what, double times) {
        if (times != 0) {
            for (int at = 0; at < from.length; at++) {
                from[at] -= times * what[at];
            }
        }
    }
}
