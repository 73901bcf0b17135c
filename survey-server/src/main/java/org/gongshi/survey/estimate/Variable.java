package org.gongshi.survey.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What design.json says about a column.
 *
 * @param name column name
 * @param kind what the cells are
 * @param min lowest option of a rating; NaN otherwise
 * @param max highest option of a rating; NaN otherwise
 * @param levels levels of a category, in order
 * @param notApplicable codes that mean "does not apply": missing, but counted apart
 * @param refused codes that mean "would not say": missing, but counted apart
 */
record Variable(
        String name,
        Kind kind,
        double min,
        double max,
        List<String> levels,
        Set<String> notApplicable,
        Set<String> refused) {

    /** What the cells of a column are. */
    enum Kind {
        LIKERT,
        CATEGORY,
        NUMBER
    }

    static Variable read(String name, Node node) {
        String kind = node.text("kind");
        Set<String> notApplicable = codes(node, "notApplicable");
        Set<String> refused = codes(node, "refused");
        return switch (kind) {
            case "likert" -> likert(name, node, notApplicable, refused);
            case "category" ->
                new Variable(name, Kind.CATEGORY, Double.NaN, Double.NaN, levels(node), notApplicable, refused);
            case "number" -> new Variable(name, Kind.NUMBER, Double.NaN, Double.NaN, List.of(), notApplicable, refused);
            default ->
                throw node.required("kind")
                        .fault("is \"" + kind + "\"", "likert, category or number", "choose one of them");
        };
    }

    private static Variable likert(String name, Node node, Set<String> notApplicable, Set<String> refused) {
        double min = node.number("min");
        double max = node.number("max");
        if (!(min < max)) {
            throw node.fault("has min " + Codes.of(min) + " and max " + Codes.of(max), "min below max", "correct them");
        }
        return new Variable(name, Kind.LIKERT, min, max, List.of(), notApplicable, refused);
    }

    private static List<String> levels(Node node) {
        List<String> levels = node.list("levels").stream().map(Node::asCode).toList();
        if (levels.isEmpty()) {
            throw node.fault("has no \"levels\"", "a list of all levels in order", "add it");
        }
        if (Set.copyOf(levels).size() != levels.size()) {
            throw node.required("levels").fault("names a level twice", "every level once", "remove the double");
        }
        return levels;
    }

    private static Set<String> codes(Node node, String field) {
        return node.list(field).stream().map(Node::asCode).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a cell with this code counts as missing. */
    boolean codedMissing(String code) {
        return notApplicable.contains(code) || refused.contains(code);
    }

    /** The options of a rating or the numbers of the levels of a category, 0, 1, ... */
    double[] options() {
        if (kind == Kind.CATEGORY) {
            return java.util.stream.IntStream.range(0, levels.size())
                    .asDoubleStream()
                    .toArray();
        }
        List<Double> options = new ArrayList<>();
        for (double option = min; option <= max; option++) {
            options.add(option);
        }
        return options.stream().mapToDouble(Double::doubleValue).toArray();
    }

    boolean hasOptions() {
        return kind != Kind.NUMBER;
    }
}
