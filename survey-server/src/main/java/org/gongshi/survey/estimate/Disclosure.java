package org.gongshi.survey.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.statistics.Suppression;
import org.gongshi.evaluation.statistics.SuppressionAudit;
import org.gongshi.evaluation.statistics.SuppressionOptimum;

/** The estimators {@code suppressPrimary}, {@code suppressGroup}, {@code suppressionAudit}, {@code suppressionOptimal}. */
final class Disclosure {
    private Disclosure() {}

    static Result primary(Context context) {
        var result = new Result();
        result.series("suppressed", flags(hidden(context)));
        return result;
    }

    static Result group(Context context) {
        Node analysis = context.analysis();
        boolean[] primary = hidden(context);
        String[] groups = context.data().cells(analysis.text("group"), analysis);
        boolean[] hidden = Suppression.withinGroups(
                groups,
                counts(context),
                primary,
                analysis.optionalNumber("minSuppressedTotal").orElse(0));
        var result = new Result();
        result.series("primary", flags(primary));
        result.series("suppressed", flags(hidden));
        return result;
    }

    private static List<Json> flags(boolean[] hidden) {
        List<Json> flags = new ArrayList<>();
        for (boolean each : hidden) {
            flags.add(Json.of(each));
        }
        return flags;
    }

    private static boolean[] hidden(Context context) {
        Node analysis = context.analysis();
        return Suppression.primary(counts(context), analysis.number("threshold"), analysis.flag("zeroIsSafe"));
    }

    private static double[] counts(Context context) {
        String column = context.analysis().text("count");
        double[] counts = context.data().numbers(column, context.analysis());
        for (int row = 0; row < counts.length; row++) {
            if (!(counts[row] >= 0)) {
                throw new CaseFault(
                        "data.csv line " + context.data().line(row) + ", column " + column,
                        "is empty or negative",
                        "a count of 0 or more",
                        "correct it");
            }
        }
        return counts;
    }

    /** The rows of the case as a two-way table, lines and columns in the order of their first appearance. */
    private record Table(List<String> rows, List<String> columns, int[] row, int[] column) {
        static Table of(Context context) {
            Node analysis = context.analysis();
            String[] row = context.data().cells(analysis.text("rows"), analysis);
            String[] column = context.data().cells(analysis.text("columns"), analysis);
            if (row.length == 0) {
                throw new CaseFault("data.csv", "has no rows", "one line for each table cell", "add them");
            }
            List<String> rows = Arrays.stream(row).distinct().toList();
            List<String> columns = Arrays.stream(column).distinct().toList();
            int[] rowAt = Arrays.stream(row).mapToInt(rows::indexOf).toArray();
            int[] columnAt = Arrays.stream(column).mapToInt(columns::indexOf).toArray();
            boolean[][] seen = new boolean[rows.size()][columns.size()];
            for (int each = 0; each < row.length; each++) {
                if (seen[rowAt[each]][columnAt[each]]) {
                    throw new CaseFault(
                            "data.csv line " + context.data().line(each),
                            "the table cell " + row[each] + " / " + column[each] + " comes twice",
                            "one line a cell",
                            "remove one");
                }
                seen[rowAt[each]][columnAt[each]] = true;
            }
            return new Table(rows, columns, rowAt, columnAt);
        }

        double[][] counts(double[] values) {
            double[][] counts = new double[rows.size()][columns.size()];
            for (int each = 0; each < values.length; each++) {
                counts[row[each]][column[each]] = values[each];
            }
            return counts;
        }

        boolean[][] flags(boolean[] values) {
            boolean[][] flags = new boolean[rows.size()][columns.size()];
            for (int each = 0; each < values.length; each++) {
                flags[row[each]][column[each]] = values[each];
            }
            return flags;
        }
    }

    static Result audit(Context context) {
        Node analysis = context.analysis();
        Table table = Table.of(context);
        double[] marked = context.data().numbers(analysis.text("suppressed"), analysis);
        boolean[] hidden = new boolean[marked.length];
        for (int row = 0; row < hidden.length; row++) {
            hidden[row] = marked[row] == 1;
        }
        boolean[][] flags = table.flags(hidden);
        var audit = new SuppressionAudit(table.counts(counts(context)), flags);
        var result = new Result();
        for (int row = 0; row < flags.length; row++) {
            for (int column = 0; column < flags[row].length; column++) {
                if (flags[row][column]) {
                    var range = audit.range(row, column);
                    Map<String, Json> key = new LinkedHashMap<>();
                    key.put("row", Json.of(table.rows().get(row)));
                    key.put("column", Json.of(table.columns().get(column)));
                    result.row(key)
                            .put("low", range.low())
                            .put("high", range.high())
                            .put("recoverable", range.recoverable())
                            .add();
                }
            }
        }
        return result;
    }

    static Result optimum(Context context) {
        Table table = Table.of(context);
        // A combination the file does not list counts 0, as a cell that is printed empty would.
        double[][] counts = table.counts(counts(context));
        boolean[][] flags = new boolean[counts.length][];
        for (int row = 0; row < flags.length; row++) {
            flags[row] = Suppression.primary(
                    counts[row],
                    context.analysis().number("threshold"),
                    context.analysis().flag("zeroIsSafe"));
        }
        var best = SuppressionOptimum.of(counts, flags, context.analysis().number("minWidth"));
        var result = new Result();
        var row = result.row(Map.of("what", Json.of("optimum")));
        if (best.isPresent()) {
            row.put("primaryCells", best.get().primaryCells())
                    .put("complementaryCells", best.get().complementaryCells())
                    .put("complementaryTotal", best.get().complementaryTotal());
        } else {
            int cells = 0;
            for (boolean[] line : flags) {
                for (boolean each : line) {
                    cells += each ? 1 : 0;
                }
            }
            row.put("primaryCells", cells).put("complementaryCells", Double.NaN).put("complementaryTotal", Double.NaN);
        }
        row.add();
        return result;
    }
}
