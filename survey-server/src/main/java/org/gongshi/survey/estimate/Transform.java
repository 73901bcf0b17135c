package org.gongshi.survey.estimate;

import java.util.List;
import java.util.Optional;

/** Turns the answers of an analysis into the numbers that are averaged. */
final class Transform {
    private Transform() {}

    /** The values of {@code variable} under the analysis' transform; NaN where missing. */
    static double[] values(CaseData data, String variable, Node analysis) {
        Optional<Node> transform = analysis.field("transform");
        if (transform.isEmpty()) {
            return data.numbers(variable, analysis);
        }
        Node node = transform.get();
        String kind = node.text("kind");
        return switch (kind) {
            case "rescale100" -> rescaled(data, variable, node, node.flag("reverse"));
            case "itemMean100" -> itemMean(data, node);
            case "event" -> new Event(variable, node).indicator(data);
            default ->
                throw node.fault("has the kind \"" + kind + "\"", "rescale100 or itemMean100", "choose one of them");
        };
    }

    /** 100 (y − min)/(max − min), or 100 minus that. */
    private static double[] rescaled(CaseData data, String variable, Node at, boolean reverse) {
        double min = data.min(variable).orElseThrow(() -> noScale(variable, at));
        double max = data.max(variable).orElseThrow(() -> noScale(variable, at));
        double[] values = data.numbers(variable, at);
        for (int row = 0; row < values.length; row++) {
            double points = 100 * (values[row] - min) / (max - min);
            values[row] = reverse ? 100 - points : points;
        }
        return values;
    }

    /** A person's mean of the answered items on 0 to 100; missing when fewer than {@code minAnswered} are answered. */
    private static double[] itemMean(CaseData data, Node node) {
        List<String> items = node.someTexts("items");
        List<String> reversed = node.texts("reverse");
        double least = Math.max(1, node.optionalNumber("minAnswered").orElse(1));
        double[] sum = new double[data.rows()];
        int[] answered = new int[data.rows()];
        for (String item : items) {
            double[] values = rescaled(data, item, node, reversed.contains(item));
            for (int row = 0; row < sum.length; row++) {
                if (!Double.isNaN(values[row])) {
                    sum[row] += values[row];
                    answered[row]++;
                }
            }
        }
        for (int row = 0; row < sum.length; row++) {
            sum[row] = answered[row] < least ? Double.NaN : sum[row] / answered[row];
        }
        return sum;
    }

    private static CaseFault noScale(String variable, Node at) {
        return at.fault(
                "needs the ends of the scale of " + variable,
                "a variable of kind likert with min and max",
                "declare it as likert");
    }

    /** The items of a scale, one array a row, with those listed in {@code reverse} turned (min + max − y). */
    static double[][] scale(CaseData data, Node analysis) {
        List<String> items = analysis.someTexts("items");
        List<String> reversed = analysis.texts("reverse");
        double[][] rows = new double[data.rows()][items.size()];
        for (int item = 0; item < items.size(); item++) {
            String name = items.get(item);
            boolean category = data.declared(name) && data.variables().get(name).kind() == Variable.Kind.CATEGORY;
            double[] values = category ? data.options(name, analysis) : data.numbers(name, analysis);
            if (reversed.contains(name)) {
                double ends = data.min(name).orElseThrow(() -> noScale(name, analysis))
                        + data.max(name).orElseThrow(() -> noScale(name, analysis));
                values = java.util.Arrays.stream(values)
                        .map(value -> ends - value)
                        .toArray();
            }
            for (int row = 0; row < values.length; row++) {
                rows[row][item] = values[row];
            }
        }
        return rows;
    }
}
