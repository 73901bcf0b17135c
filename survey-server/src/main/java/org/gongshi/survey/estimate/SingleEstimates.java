package org.gongshi.survey.estimate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.statistics.AnswerPairs;
import org.gongshi.evaluation.statistics.Answers;
import org.gongshi.evaluation.statistics.Domain;
import org.gongshi.evaluation.statistics.Estimates;
import org.gongshi.evaluation.statistics.IntervalMethod;
import org.gongshi.evaluation.statistics.OptionShare;

/** The estimators {@code mean}, {@code total}, {@code ratio}, {@code distribution} and {@code proportion}. */
final class SingleEstimates {
    private SingleEstimates() {}

    static Result mean(Context context) {
        var result = new Result();
        for (String variable : context.analysis().someTexts("variables")) {
            Answers answers = context.answers(variable);
            for (var group : context.groups()) {
                var mean = Estimates.mean(context.design(), answers, group.domain(), context.precision());
                result.row(Result.key("variable", variable, group.key()))
                        .put("n", mean.n())
                        .put("missing", mean.missing())
                        .put("sumWeights", mean.sumWeights())
                        .put("estimate", mean.estimate())
                        .put("se", mean.se())
                        .put("df", mean.df())
                        .put("ciLow", mean.ciLow())
                        .put("ciHigh", mean.ciHigh())
                        .put("cv", mean.cv())
                        .put("deff", mean.deff())
                        .put("deffReplace", mean.deffReplace())
                        .put("effectiveN", mean.effectiveN())
                        .put("kishDeff", mean.kishDeff())
                        .add();
            }
        }
        return result;
    }

    static Result total(Context context) {
        var result = new Result();
        for (String variable : context.analysis().someTexts("variables")) {
            Answers answers = context.answers(variable);
            for (var group : context.groups()) {
                var total = Estimates.total(context.design(), answers, group.domain(), context.precision());
                result.row(Result.key("variable", variable, group.key()))
                        .put("n", total.n())
                        .put("estimate", total.estimate())
                        .put("se", total.se())
                        .put("df", total.df())
                        .put("ciLow", total.ciLow())
                        .put("ciHigh", total.ciHigh())
                        .add();
            }
        }
        return result;
    }

    static Result ratio(Context context) {
        var result = new Result();
        String upper = context.analysis().text("numerator");
        String lower = context.analysis().text("denominator");
        var pairs = AnswerPairs.ofRows(
                context.data().numbers(upper, context.analysis()),
                context.data().numbers(lower, context.analysis()));
        for (var group : context.groups()) {
            Map<String, Json> key = new LinkedHashMap<>();
            key.put("numerator", Json.of(upper));
            key.put("denominator", Json.of(lower));
            key.putAll(group.key());
            var ratio = Estimates.ratio(context.design(), pairs, group.domain(), context.precision());
            result.row(key)
                    .put("n", ratio.n())
                    .put("estimate", ratio.estimate())
                    .put("se", ratio.se())
                    .put("df", ratio.df())
                    .put("ciLow", ratio.ciLow())
                    .put("ciHigh", ratio.ciHigh())
                    .add();
        }
        return result;
    }

    static Result distribution(Context context) {
        var result = new Result();
        for (String name : context.analysis().someTexts("variables")) {
            Variable variable =
                    context.data().withOptions(name, context.analysis().required("variables"));
            Answers answers = Answers.ofRows(context.data().options(name, context.analysis()));
            for (var group : context.groups()) {
                Map<String, Json> key = Result.key("variable", name, group.key());
                for (OptionShare share :
                        Estimates.distribution(context.design(), answers, group.domain(), variable.options())) {
                    result.row(Result.key(key, "option", Context.label(variable, share.value())))
                            .put("n", share.n())
                            .put("share", share.share())
                            .put("se", share.se())
                            .add();
                }
                addCounts(
                        context,
                        variable,
                        answers,
                        group.domain(),
                        result.row(Result.key(key, "option", Json.of("(all)"))));
            }
        }
        return result;
    }

    private static void addCounts(Context context, Variable variable, Answers answers, Domain domain, Result.Row row) {
        boolean[] blank = context.data().rawIn(variable.name(), context.analysis(), String::isEmpty);
        boolean[] notApplicable =
                context.data().rawIn(variable.name(), context.analysis(), variable.notApplicable()::contains);
        boolean[] refused = context.data().rawIn(variable.name(), context.analysis(), variable.refused()::contains);
        long[] counts = new long[4];
        for (int each = 0; each < context.data().rows(); each++) {
            if (context.counts(each) && domain.contains(each)) {
                counts[0] += answers.valid(each);
                counts[1] += blank[each] ? 1 : 0;
                counts[2] += notApplicable[each] ? 1 : 0;
                counts[3] += refused[each] ? 1 : 0;
            }
        }
        row.put("valid", counts[0])
                .put("missing", counts[1])
                .put("notApplicable", counts[2])
                .put("refused", counts[3])
                .add();
    }

    static Result proportion(Context context) {
        var result = new Result();
        Event event = Event.read(context.analysis().required("event"));
        Answers events = Answers.ofRows(event.indicator(context.data()));
        List<IntervalMethod> methods = methods(context.analysis());
        for (var group : context.groups()) {
            var proportion = Estimates.proportion(context.design(), events, group.domain(), context.precision());
            for (IntervalMethod method : methods) {
                var interval = proportion.interval(method);
                Map<String, Json> key = new LinkedHashMap<>();
                key.put("variable", Json.of(event.variable()));
                key.put("method", Json.of(method.word()));
                key.putAll(group.key());
                result.row(key)
                        .put("n", proportion.n())
                        .put("events", proportion.events())
                        .put("estimate", interval.estimate())
                        .put("se", interval.se())
                        .put("df", interval.df())
                        .put("ciLow", interval.ciLow())
                        .put("ciHigh", interval.ciHigh())
                        .put("effectiveN", interval.effectiveN())
                        .add();
            }
        }
        return result;
    }

    private static List<IntervalMethod> methods(Node analysis) {
        analysis.someTexts("methods");
        return analysis.list("methods").stream()
                .map(node -> IntervalMethod.of(node.asText())
                        .orElseThrow(() -> node.fault(
                                "is \"" + node.asText() + "\"",
                                String.join(
                                        ", ",
                                        java.util.Arrays.stream(IntervalMethod.values())
                                                .map(IntervalMethod::word)
                                                .toList()),
                                "choose one of them")))
                .toList();
    }
}
