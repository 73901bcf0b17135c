package org.gongshi.survey.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongshi.evaluation.statistics.Calibration;
import org.gongshi.evaluation.statistics.Distance;
import org.gongshi.evaluation.statistics.Domain;
import org.gongshi.evaluation.statistics.Margin;
import org.gongshi.evaluation.statistics.PostStratification;
import org.gongshi.evaluation.statistics.Raking;
import org.gongshi.evaluation.statistics.SurveyDesign;
import org.gongshi.evaluation.statistics.Trimming;

/** Applies the weighting steps of a case, in order. */
final class StepRunner {
    private final CaseData data;

    StepRunner(CaseData data) {
        this.data = data;
    }

    /** @throws org.gongshi.evaluation.statistics.SurveyFault when a step cannot be done with this sample */
    SurveyDesign apply(SurveyDesign design, Node step) {
        String name = step.text("step");
        return switch (name) {
            case "domain" -> domain(design, step);
            case "postStratify" -> PostStratification.apply(design, margin(step));
            case "rake" -> Raking.apply(design, margins(step));
            case "calibrate" -> Calibration.apply(design, margins(step), distance(step));
            case "trim" -> trimming(step).apply(design);
            default ->
                throw step.required("step")
                        .fault(
                                "is \"" + name + "\"",
                                "domain, postStratify, rake, calibrate or trim",
                                "choose one of them");
        };
    }

    private SurveyDesign domain(SurveyDesign design, Node step) {
        return design.restrictedTo(where(step));
    }

    private Domain where(Node step) {
        double[] inside = Event.read(step.required("where")).indicator(data);
        return Domain.where(inside.length, row -> inside[row] == 1);
    }

    /** The rows that are still looked at after a step. */
    Domain inside(Domain before, Node step) {
        return step.text("step").equals("domain") ? before.and(where(step)) : before;
    }

    private List<Margin> margins(Node step) {
        List<Margin> margins = step.list("margins").stream().map(this::margin).toList();
        if (margins.isEmpty()) {
            throw step.fault("has no \"margins\"", "a list of at least one margin", "add it");
        }
        return margins;
    }

    private Margin margin(Node node) {
        List<String> by = node.someTexts("by");
        String[] codes = data.joined(by, node);
        Map<String, Integer> categories = new LinkedHashMap<>();
        List<Double> population = new ArrayList<>();
        for (Node entry : node.list("population")) {
            var code = new StringBuilder();
            by.forEach(column -> code.append('\r').append(entry.required(column).asCode()));
            if (categories.putIfAbsent(code.toString(), population.size()) != null) {
                throw entry.fault("names a category twice", "every category once", "remove the double");
            }
            population.add(entry.number("count"));
        }
        int[] category = new int[codes.length];
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] == null) {
                category[row] = -1;
                continue;
            }
            Integer known = categories.putIfAbsent(codes[row], population.size());
            if (known == null) {
                population.add(0.0);
            }
            category[row] = categories.get(codes[row]);
        }
        List<String> names = categories.keySet().stream()
                .map(code -> code.substring(1).replace('\r', '|'))
                .toList();
        return new Margin(
                String.join("*", by),
                category,
                names,
                population.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Distance distance(Node step) {
        List<Node> bounds = step.list("bounds");
        if (!bounds.isEmpty() && bounds.size() != 2) {
            throw step.required("bounds")
                    .fault(
                            "has " + bounds.size() + " numbers",
                            "the smallest and the largest final/base",
                            "write [low, high]");
        }
        double low = bounds.isEmpty() ? Double.NEGATIVE_INFINITY : bounds.get(0).asNumber();
        double high =
                bounds.isEmpty() ? Double.POSITIVE_INFINITY : bounds.get(1).asNumber();
        String method = step.text("method");
        try {
            return switch (method) {
                case "linear" -> new Distance.Linear(low, high);
                case "logit" -> new Distance.Logit(low, high);
                case "raking" -> new Distance.Exponential();
                default ->
                    throw step.required("method")
                            .fault("is \"" + method + "\"", "linear, logit or raking", "choose one of them");
            };
        } catch (IllegalArgumentException fault) {
            throw step.fault(fault.getMessage(), "bounds around 1", "correct \"bounds\"");
        }
    }

    private static Trimming trimming(Node step) {
        String sharing = step.optionalText("redistribute").orElse("equal");
        Trimming.Sharing who = switch (sharing) {
            case "equal" -> Trimming.Sharing.EQUAL;
            case "proportional" -> Trimming.Sharing.PROPORTIONAL;
            default ->
                throw step.required("redistribute")
                        .fault("is \"" + sharing + "\"", "equal or proportional", "choose one of them");
        };
        try {
            return new Trimming(
                    step.optionalNumber("lower"),
                    step.optionalNumber("upper"),
                    step.optionalNumber("upperTimesMedian"),
                    who,
                    step.flag("strict"));
        } catch (IllegalArgumentException fault) {
            throw step.fault(fault.getMessage(), "lower below upper", "correct the bounds");
        }
    }
}
