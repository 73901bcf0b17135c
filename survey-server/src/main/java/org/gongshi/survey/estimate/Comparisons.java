package org.gongshi.survey.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.statistics.Answers;
import org.gongshi.evaluation.statistics.CompositeEstimate;
import org.gongshi.evaluation.statistics.Contrast;
import org.gongshi.evaluation.statistics.Domain;
import org.gongshi.evaluation.statistics.EqualityTest;
import org.gongshi.evaluation.statistics.JointMeans;
import org.gongshi.evaluation.statistics.PairDifference;
import org.gongshi.evaluation.statistics.RaoScott;
import org.gongshi.evaluation.statistics.TestResult;

/** The estimators {@code contrast}, {@code pairwise}, {@code equality}, {@code composite} and {@code raoScott}. */
final class Comparisons {
    private Comparisons() {}

    static JointMeans jointMeans(Context context, List<Context.Group> groups) {
        Answers answers = context.answers(context.analysis().text("variable"));
        return JointMeans.of(
                context.design(),
                answers,
                groups.stream().map(Context.Group::domain).toList());
    }

    static Result contrast(Context context) {
        List<Context.Group> groups = context.groups();
        double[] coefficient = new double[groups.size()];
        for (Node entry : context.analysis().list("coefficients")) {
            coefficient[group(groups, entry.required("key"))] = entry.number("weight");
        }
        var contrast = Contrast.of(context.design(), jointMeans(context, groups), coefficient, context.precision());
        var result = new Result();
        String name = context.analysis()
                .optionalText("name")
                .orElse(context.analysis().text("id"));
        result.row(Map.of("contrast", Json.of(name)))
                .put("estimate", contrast.estimate())
                .put("se", contrast.se())
                .put("df", contrast.df())
                .put("t", contrast.t())
                .put("pValue", contrast.pValue())
                .put("ciLow", contrast.ciLow())
                .put("ciHigh", contrast.ciHigh())
                .add();
        return result;
    }

    /** The one group whose levels are those of the key. */
    private static int group(List<Context.Group> groups, Node key) {
        if (!(key.value() instanceof Json.Obj wanted)) {
            throw key.fault("is no object", "levels by column", "write {\"column\": \"level\"}");
        }
        List<Integer> found = new ArrayList<>();
        for (int each = 0; each < groups.size(); each++) {
            Map<String, Json> levels = groups.get(each).key();
            boolean same = wanted.fields().entrySet().stream()
                    .allMatch(field -> levels.containsKey(field.getKey())
                            && new Node("", levels.get(field.getKey()))
                                    .asCode()
                                    .equals(new Node(key.path(), field.getValue()).asCode()));
            if (same) {
                found.add(each);
            }
        }
        if (found.size() != 1) {
            throw key.fault(
                    "fits " + found.size() + " groups", "a declared level for every column of \"by\"", "correct it");
        }
        return found.get(0);
    }

    static Result pairwise(Context context) {
        List<Context.Group> groups = context.groups();
        var result = new Result();
        for (PairDifference pair :
                PairDifference.all(context.design(), jointMeans(context, groups), context.precision())) {
            Map<String, Json> key = new LinkedHashMap<>();
            key.put("a", Json.of(groups.get(pair.a()).text()));
            key.put("b", Json.of(groups.get(pair.b()).text()));
            result.row(key)
                    .put("difference", pair.difference())
                    .put("se", pair.se())
                    .put("t", pair.t())
                    .put("df", pair.df())
                    .put("pValue", pair.pValue())
                    .put("holm", pair.holm())
                    .put("bh", pair.bh())
                    .add();
        }
        return result;
    }

    static Result equality(Context context) {
        var result = new Result();
        EqualityTest.of(context.design(), jointMeans(context, context.groups()), context.precision())
                .forEach(test -> add(result, test));
        return result;
    }

    private static void add(Result result, TestResult test) {
        var row = result.row(Map.of("test", Json.of(test.test())))
                .put("statistic", test.statistic())
                .put("ndf", test.ndf());
        if (test.ddf().isPresent()) {
            row.put("ddf", test.ddf());
        }
        row.put("pValue", test.pValue()).add();
    }

    static Result composite(Context context) {
        var result = new Result();
        Node analysis = context.analysis();
        List<Node> nodes = analysis.list("components");
        if (nodes.isEmpty()) {
            throw analysis.fault("has no \"components\"", "a list of at least one component", "add it");
        }
        List<CompositeEstimate.Component> components =
                nodes.stream().map(node -> component(context, node)).toList();
        for (var group : context.groups()) {
            var within = components.stream()
                    .map(each -> new CompositeEstimate.Component(
                            each.answers(), each.domain().and(group.domain()), each.weight()))
                    .toList();
            var composite = CompositeEstimate.of(context.design(), within, onMissing(analysis), context.precision());
            result.row(Result.key("index", analysis.optionalText("name").orElse("composite"), group.key()))
                    .put("components", composite.components())
                    .put("estimate", composite.estimate())
                    .put("se", composite.se())
                    .put("df", composite.df())
                    .put("ciLow", composite.ciLow())
                    .put("ciHigh", composite.ciHigh())
                    .add();
        }
        return result;
    }

    private static CompositeEstimate.Component component(Context context, Node node) {
        Optional<Node> where = node.field("where");
        Domain domain = context.everybody();
        if (where.isPresent()) {
            double[] inside = Event.read(where.get()).indicator(context.data());
            domain = context.rows(row -> inside[row] == 1);
        }
        double[] values = Transform.values(context.data(), node.text("variable"), node);
        return new CompositeEstimate.Component(Answers.ofRows(values), domain, node.number("weight"));
    }

    private static CompositeEstimate.OnMissing onMissing(Node analysis) {
        String word = analysis.optionalText("onMissing").orElse("null");
        return switch (word) {
            case "null" -> CompositeEstimate.OnMissing.NO_VALUE;
            case "reweight" -> CompositeEstimate.OnMissing.REWEIGHT;
            default ->
                throw analysis.required("onMissing")
                        .fault("is \"" + word + "\"", "null or reweight", "choose one of them");
        };
    }

    static Result raoScott(Context context) {
        var table = TwoWay.of(context);
        var test = RaoScott.of(context.design(), table.answers(), context.everybody(), table.rows(), table.columns());
        var result = new Result();
        result.row(Map.of("test", Json.of("pearson")))
                .put("statistic", test.pearson())
                .put("degrees", test.degrees())
                .put("meanGeneralisedDeff", test.meanGeneralisedDeff())
                .add();
        test.tests().forEach(each -> add(result, each));
        return result;
    }
}
