package org.gongshi.survey.estimate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.statistics.FaultCode;
import org.gongshi.evaluation.statistics.ResponseRates;
import org.gongshi.evaluation.statistics.SurveyFault;
import org.gongshi.evaluation.statistics.WeightSummary;

/** The estimators {@code weights} and {@code responseRate}. */
final class WeightsAndRates {
    private static final List<String> GROUPS = List.of("I", "P", "R", "NC", "O", "UH", "UO", "NE");

    private WeightsAndRates() {}

    static Result weights(Context context) {
        var result = new Result();
        var summary = WeightSummary.of(context.design(), context.everybody());
        result.row(Map.of("what", Json.of("weights")))
                .put("n", summary.n())
                .put("sumWeights", summary.sumWeights())
                .put("minWeight", summary.minWeight())
                .put("maxWeight", summary.maxWeight())
                .put("meanWeight", summary.meanWeight())
                .put("cvWeights", summary.cvWeights())
                .put("kishDeff", summary.kishDeff())
                .put("kishEffectiveN", summary.kishEffectiveN())
                .add();
        for (Node margin : context.analysis().list("margins")) {
            addMargin(context, margin, result);
        }
        if (context.analysis().flag("series")) {
            result.series(
                    "weight",
                    Arrays.stream(context.design().weights())
                            .mapToObj(Result::number)
                            .toList());
        }
        return result;
    }

    private static void addMargin(Context context, Node margin, Result result) {
        List<String> by = margin.items().stream().map(Node::asText).toList();
        String[] codes = context.data().joined(by, margin);
        Map<String, Double> sums = new TreeMap<>();
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] != null) {
                sums.merge(codes[row], context.design().weight(row), Double::sum);
            }
        }
        sums.forEach((code, sum) -> {
            if (sum > 0) {
                Map<String, Json> key = new LinkedHashMap<>();
                key.put("margin", Json.of(String.join("*", by)));
                String[] levels = code.substring(1).split("\r", -1);
                for (int column = 0; column < levels.length; column++) {
                    key.put(by.get(column), Json.of(levels[column]));
                }
                result.row(key).put("sumWeights", sum).add();
            }
        });
    }

    static Result responseRate(Context context) {
        Node analysis = context.analysis();
        String column = analysis.text("disposition");
        String[] disposition = context.data().codes(column, analysis);
        Map<String, Integer> groupOfCode = groups(analysis.required("categories"));
        for (int row = 0; row < disposition.length; row++) {
            if (disposition[row] == null || !groupOfCode.containsKey(disposition[row])) {
                throw new SurveyFault(
                        FaultCode.UNKNOWN_DISPOSITION,
                        "data.csv line " + context.data().line(row) + ", column " + column + ": \""
                                + context.data().cells(column, analysis)[row] + "\" is in no group of \"categories\"");
            }
        }
        var result = new Result();
        boolean weighted = analysis.flag("weighted");
        for (var group : context.groups()) {
            double[] cases = new double[GROUPS.size()];
            for (int row = 0; row < disposition.length; row++) {
                if (group.domain().contains(row) && context.inSample(row)) {
                    cases[groupOfCode.get(disposition[row])] +=
                            weighted ? context.design().weight(row) : 1;
                }
            }
            add(context, result.row(Result.key("disposition", column, group.key())), cases);
        }
        return result;
    }

    private static Map<String, Integer> groups(Node categories) {
        Map<String, Integer> groupOfCode = new HashMap<>();
        if (categories.value() instanceof Json.Obj object) {
            for (String name : object.fields().keySet()) {
                if (!GROUPS.contains(name)) {
                    throw categories.fault(
                            "names the group " + name, String.join(", ", GROUPS), "use the AAPOR groups");
                }
            }
        }
        for (String name : GROUPS) {
            for (Node code : categories.list(name)) {
                if (groupOfCode.put(code.asCode(), GROUPS.indexOf(name)) != null) {
                    throw code.fault(
                            "puts \"" + code.asCode() + "\" into two groups", "every code in one group", "remove one");
                }
            }
        }
        return groupOfCode;
    }

    private static void add(Context context, Result.Row row, double[] cases) {
        var rates = ResponseRates.of(
                new ResponseRates.Dispositions(
                        cases[0], cases[1], cases[2], cases[3], cases[4], cases[5] + cases[6], cases[7]),
                context.analysis().optionalNumber("eligibleShare"));
        row.put("complete", rates.counts().complete())
                .put("partial", rates.counts().partial())
                .put("refused", rates.counts().refused())
                .put("nonContact", rates.counts().nonContact())
                .put("other", rates.counts().other())
                .put("unknown", rates.counts().unknown())
                .put("ineligible", rates.counts().ineligible())
                .put("e", rates.e())
                .put("rr1", rates.rr1())
                .put("rr2", rates.rr2())
                .put("rr3", rates.rr3())
                .put("rr4", rates.rr4())
                .put("rr5", rates.rr5())
                .put("rr6", rates.rr6())
                .put("coop1", rates.coop1())
                .put("ref1", rates.ref1())
                .put("con1", rates.con1())
                .add();
    }
}
