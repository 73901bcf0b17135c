package org.gongshi.survey.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.gongshi.evaluation.content.CsvTable;

/** The rows of a case, column by column, with the variables' missing codes applied. */
final class CaseData {
    private static final int MOST_OPTIONS = 1000;

    private final CsvTable table;
    private final Map<String, Variable> variables;
    private final Map<String, double[]> numbers = new HashMap<>();

    CaseData(CsvTable table, Map<String, Variable> variables) {
        this.table = table;
        this.variables = Map.copyOf(variables);
    }

    int rows() {
        return table.rows().size();
    }

    int line(int row) {
        return table.rows().get(row).line();
    }

    OptionalDouble min(String variable) {
        return bound(variable, true);
    }

    OptionalDouble max(String variable) {
        return bound(variable, false);
    }

    private OptionalDouble bound(String variable, boolean lower) {
        Variable found = variables.get(variable);
        return found == null || found.kind() != Variable.Kind.LIKERT
                ? OptionalDouble.empty()
                : OptionalDouble.of(lower ? found.min() : found.max());
    }

    /** The declared variable, for an estimator that needs its options; {@code at} is where design.json names it. */
    Variable withOptions(String name, Node at) {
        Variable found = variables.get(name);
        if (found == null || !found.hasOptions()) {
            throw at.fault(
                    "names " + name + ", which is " + (found == null ? "not declared" : "a number"),
                    "a variable of kind category or likert",
                    "declare it under \"variables\"");
        }
        if (found.max() - found.min() > MOST_OPTIONS) {
            throw at.fault(
                    "names " + name + ", a scale of more than " + MOST_OPTIONS + " options",
                    "a rating or category",
                    "declare it as number");
        }
        return found;
    }

    /** Cells as written; empty texts where blank. */
    String[] cells(String name, Node at) {
        int column = table.column(name);
        if (column < 0) {
            throw at.fault(
                    "names the column " + name + ", which data.csv does not have",
                    "one of " + String.join(", ", table.header()),
                    "correct the name");
        }
        return table.rows().stream().map(row -> row.cells().get(column)).toArray(String[]::new);
    }

    /** Codes of the cells with missing ones {@code null}: blank, coded missing, or no declared level. */
    String[] codes(String name, Node at) {
        String[] cells = cells(name, at);
        Variable variable = variables.get(name);
        if (variable != null && variable.kind() != Variable.Kind.CATEGORY) {
            return Arrays.stream(numbers(name, at))
                    .mapToObj(value -> Double.isNaN(value) ? null : Codes.of(value))
                    .toArray(String[]::new);
        }
        for (int row = 0; row < cells.length; row++) {
            boolean missing = cells[row].isEmpty()
                    || variable != null
                            && (variable.codedMissing(cells[row])
                                    || !variable.levels().contains(cells[row]));
            cells[row] = missing ? null : cells[row];
        }
        return cells;
    }

    /** Level number of a category (from 0) or option of a rating; NaN where missing. */
    double[] options(String name, Node at) {
        Variable variable = withOptions(name, at);
        if (variable.kind() == Variable.Kind.LIKERT) {
            return numbers(name, at);
        }
        return Arrays.stream(codes(name, at))
                .mapToDouble(
                        code -> code == null ? Double.NaN : variable.levels().indexOf(code))
                .toArray();
    }

    /** Numbers of the cells; NaN where missing. Levels of a category must then be numbers. */
    double[] numbers(String name, Node at) {
        double[] known = numbers.get(name);
        if (known == null) {
            known = readNumbers(name, at);
            numbers.put(name, known);
        }
        return known.clone();
    }

    private double[] readNumbers(String name, Node at) {
        Variable variable = variables.get(name);
        boolean category = variable != null && variable.kind() == Variable.Kind.CATEGORY;
        String[] cells = category ? codes(name, at) : cells(name, at);
        double[] values = new double[cells.length];
        for (int row = 0; row < cells.length; row++) {
            values[row] = cells[row] == null || cells[row].isEmpty() ? Double.NaN : number(name, cells[row], row);
            if (variable != null && !Double.isNaN(values[row]) && variable.codedMissing(Codes.of(values[row]))) {
                values[row] = Double.NaN;
            }
        }
        return values;
    }

    private double number(String name, String cell, int row) {
        try {
            double value = Double.parseDouble(cell.strip());
            if (Double.isFinite(value) && !cell.strip().matches(".*[dDfFxX]$|.*[xX].*")) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // told below with its place
        }
        throw new CaseFault(
                "data.csv line " + line(row) + ", column " + name,
                "\"" + cell + "\" is no number",
                "a number or an empty cell",
                "correct the cell, or declare the column as a category");
    }

    /** Codes of the raw cells: how often each kind of missing answer was given. */
    boolean[] rawIn(String name, Node at, java.util.function.Predicate<String> test) {
        String[] cells = cells(name, at);
        boolean[] found = new boolean[cells.length];
        for (int row = 0; row < cells.length; row++) {
            found[row] = test.test(canonical(cells[row]));
        }
        return found;
    }

    private static String canonical(String cell) {
        try {
            return cell.isEmpty() ? cell : Codes.of(Double.parseDouble(cell));
        } catch (NumberFormatException text) {
            return cell;
        }
    }

    /** Codes of several columns joined, {@code null} where any is missing. */
    String[] joined(List<String> names, Node at) {
        String[] joined = new String[rows()];
        Arrays.fill(joined, "");
        for (String name : names) {
            String[] codes = codes(name, at);
            for (int row = 0; row < joined.length; row++) {
                joined[row] = joined[row] == null || codes[row] == null ? null : joined[row] + '\r' + codes[row];
            }
        }
        return joined;
    }

    /** Answers outside a rating's scale: they count as they are, as in R, but are hardly meant. */
    List<CaseFault> outsideScales() {
        List<CaseFault> warnings = new ArrayList<>();
        for (Variable variable : variables.values()) {
            double[] values = numbers.get(variable.name());
            if (variable.kind() != Variable.Kind.LIKERT || values == null) {
                continue;
            }
            int[] outside = IntStream.range(0, values.length)
                    .filter(row -> values[row] < variable.min() || values[row] > variable.max())
                    .toArray();
            if (outside.length > 0) {
                warnings.add(new CaseFault(
                        "data.csv line " + line(outside[0]) + ", column " + variable.name(),
                        outside.length + " answers outside the scale were counted as they are, here "
                                + Codes.of(values[outside[0]]),
                        Codes.of(variable.min()) + " to " + Codes.of(variable.max()),
                        "correct them, or list the code under \"notApplicable\" or \"refused\""));
            }
        }
        return warnings;
    }

    Map<String, Variable> variables() {
        return variables;
    }

    boolean declared(String name) {
        return variables.containsKey(Objects.requireNonNull(name));
    }
}
