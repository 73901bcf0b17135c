package org.gongshi.survey.estimate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;

/** A condition on a variable: {@code equals}, {@code in}, {@code atLeast} or {@code atMost}. */
record Event(String variable, Node node) {

    static Event read(Node node) {
        return new Event(node.text("variable"), node);
    }

    /** 1 where the condition holds, 0 where not, NaN where the variable is missing. */
    double[] indicator(CaseData data) {
        Optional<Node> one = node.field("equals");
        List<Node> several = node.list("in");
        if (one.isPresent() || node.field("in").isPresent()) {
            Set<String> codes = (one.isPresent() ? List.of(one.get()) : several)
                    .stream().map(Node::asCode).collect(Collectors.toSet());
            return matching(data.codes(variable, node), codes);
        }
        if (node.field("atLeast").isPresent()) {
            double bound = node.number("atLeast");
            return passing(data.numbers(variable, node), value -> value >= bound);
        }
        if (node.field("atMost").isPresent()) {
            double bound = node.number("atMost");
            return passing(data.numbers(variable, node), value -> value <= bound);
        }
        throw node.fault("has no condition", "equals, in, atLeast or atMost", "add one of them");
    }

    private static double[] matching(String[] codes, Set<String> wanted) {
        double[] indicator = new double[codes.length];
        for (int row = 0; row < codes.length; row++) {
            indicator[row] = codes[row] == null ? Double.NaN : wanted.contains(codes[row]) ? 1 : 0;
        }
        return indicator;
    }

    private static double[] passing(double[] values, DoublePredicate test) {
        double[] indicator = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            indicator[row] = Double.isNaN(values[row]) ? Double.NaN : test.test(values[row]) ? 1 : 0;
        }
        return indicator;
    }
}
