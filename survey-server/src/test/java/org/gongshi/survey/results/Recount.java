package org.gongshi.survey.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.gongshi.evaluation.satisfaction.Audience;

/**
 * Weights and standard errors once more, the plain way: one row a respondent, textbook formulas, nothing of the product's
 * statistics. Raking is done by sweeping until nothing moves; the variance is that of residuals of a least-squares fit on
 * the margin dummies, solved by Gaussian elimination.
 */
final class Recount {
    /** A respondent: who, where, which school ("" for the public), base weight, category of every margin, person index. */
    record Row(
            Audience audience,
            String stratum,
            String drawStratum,
            String school,
            double base,
            List<String> margins,
            double index) {}

    private final List<Row> rows;
    private final List<Map<String, Double>> targets;
    private final double[] before;
    private final double[] after;

    /**
     * @param people of every stratum
     * @param targets of every margin, category → total
     */
    Recount(List<Row> rows, Map<String, Double> people, List<Map<String, Double>> targets) {
        this.rows = rows;
        this.targets = targets;
        this.before = new double[rows.size()];
        Map<String, Double> reached = new HashMap<>();
        rows.forEach(row -> reached.merge(row.stratum(), row.base(), Double::sum));
        for (int row = 0; row < before.length; row++) {
            String stratum = rows.get(row).stratum();
            before[row] = rows.get(row).base() * people.get(stratum) / reached.get(stratum);
        }
        this.after = before.clone();
        for (double moved = 1; moved > 1e-13; ) {
            moved = 0;
            for (int margin = 0; margin < targets.size(); margin++) {
                moved = Math.max(moved, sweep(margin));
            }
        }
    }

    /** The largest change of a weight, as a part of it. */
    private double sweep(int margin) {
        double moved = 0;
        Map<String, Double> sums = new HashMap<>();
        for (int row = 0; row < after.length; row++) {
            sums.merge(rows.get(row).margins().get(margin), after[row], Double::sum);
        }
        for (int row = 0; row < after.length; row++) {
            String category = rows.get(row).margins().get(margin);
            double factor = targets.get(margin).get(category) / sums.get(category);
            after[row] *= factor;
            moved = Math.max(moved, Math.abs(factor - 1));
        }
        return moved;
    }

    double weight(int row) {
        return after[row];
    }

    /** Weighted mean of the person index over the rows that pass and have one. */
    double mean(Predicate<Row> domain) {
        double sum = 0;
        double weights = 0;
        for (int row = 0; row < after.length; row++) {
            if (counts(row, domain)) {
                sum += after[row] * rows.get(row).index();
                weights += after[row];
            }
        }
        return sum / weights;
    }

    /** Its standard error: residual totals of schools (of persons for the public) around the stratum's mean. */
    double se(Predicate<Row> domain) {
        return Math.sqrt(variance(linearised(domain)));
    }

    /** Standard error of Σ a mean over several domains: the linearised variables are added before anything is squared. */
    double seOfSum(Map<Predicate<Row>, Double> parts) {
        double[] sum = new double[after.length];
        parts.forEach((domain, factor) -> {
            double[] own = linearised(domain);
            Arrays.setAll(sum, row -> sum[row] + factor * own[row]);
        });
        return Math.sqrt(variance(sum));
    }

    private double[] linearised(Predicate<Row> domain) {
        double mean = mean(domain);
        double weights = 0;
        for (int row = 0; row < after.length; row++) {
            weights += counts(row, domain) ? after[row] : 0;
        }
        double[] z = new double[after.length];
        for (int row = 0; row < z.length; row++) {
            z[row] = counts(row, domain) ? (rows.get(row).index() - mean) / weights : 0;
        }
        double[] fitted = fitted(z);
        for (int row = 0; row < z.length; row++) {
            z[row] = after[row] * (z[row] - fitted[row]);
        }
        return z;
    }

    private boolean counts(int row, Predicate<Row> domain) {
        return !Double.isNaN(rows.get(row).index()) && domain.test(rows.get(row));
    }

    /** Least squares on the dummies of all margins, weighted by the weights before raking. */
    private double[] fitted(double[] z) {
        List<String> columns = new ArrayList<>();
        for (int margin = 0; margin < targets.size(); margin++) {
            for (String category : targets.get(margin).keySet()) {
                columns.add(margin + " " + category);
            }
        }
        double[][] system = new double[columns.size()][columns.size() + 1];
        for (int row = 0; row < z.length; row++) {
            int[] own = own(row, columns);
            for (int a : own) {
                for (int b : own) {
                    system[a][b] += before[row];
                }
                system[a][columns.size()] += before[row] * z[row];
            }
        }
        double[] slope = solve(system);
        double[] fitted = new double[z.length];
        for (int row = 0; row < z.length; row++) {
            for (int column : own(row, columns)) {
                fitted[row] += slope[column];
            }
        }
        return fitted;
    }

    private int[] own(int row, List<String> columns) {
        int[] own = new int[targets.size()];
        for (int margin = 0; margin < own.length; margin++) {
            own[margin] = columns.indexOf(margin + " " + rows.get(row).margins().get(margin));
        }
        return own;
    }

    /** Gaussian elimination; a column that depends on others gets the coefficient 0. */
    private static double[] solve(double[][] system) {
        int size = system.length;
        int[] pivotOf = new int[size];
        Arrays.fill(pivotOf, -1);
        boolean[] used = new boolean[size];
        for (int column = 0; column < size; column++) {
            int best = -1;
            for (int row = 0; row < size; row++) {
                if (!used[row] && (best < 0 || Math.abs(system[row][column]) > Math.abs(system[best][column]))) {
                    best = row;
                }
            }
            if (best < 0 || Math.abs(system[best][column]) < 1e-6) {
                continue;
            }
            used[best] = true;
            pivotOf[column] = best;
            for (int row = 0; row < size; row++) {
                double factor = row == best ? 0 : system[row][column] / system[best][column];
                for (int each = column; factor != 0 && each <= size; each++) {
                    system[row][each] -= factor * system[best][each];
                }
            }
        }
        double[] solution = new double[size];
        for (int column = 0; column < size; column++) {
            int row = pivotOf[column];
            solution[column] = row < 0 ? 0 : system[row][size] / system[row][column];
        }
        return solution;
    }

    private double variance(double[] z) {
        Map<String, Map<String, Double>> totals = new TreeMap<>();
        for (int row = 0; row < z.length; row++) {
            Row own = rows.get(row);
            String unit = own.school().isEmpty() ? "person " + row : own.school();
            totals.computeIfAbsent(own.drawStratum(), absent -> new LinkedHashMap<>())
                    .merge(unit, z[row], Double::sum);
        }
        double variance = 0;
        for (Map<String, Double> units : totals.values()) {
            int n = units.size();
            double mean =
                    units.values().stream().mapToDouble(Double::doubleValue).sum() / n;
            double squares = units.values().stream()
                    .mapToDouble(total -> Math.pow(total - (n == 1 ? 0 : mean), 2))
                    .sum();
            // One unit alone (lonely): centred at 0, taken as it is.
            variance += n == 1 ? squares : n / (n - 1.0) * squares;
        }
        return variance;
    }
}
