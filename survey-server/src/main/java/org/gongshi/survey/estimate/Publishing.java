package org.gongshi.survey.estimate;

import java.util.List;
import org.gongshi.evaluation.statistics.Answers;
import org.gongshi.evaluation.statistics.CvGrade;
import org.gongshi.evaluation.statistics.Estimates;
import org.gongshi.evaluation.statistics.Precision;
import org.gongshi.evaluation.statistics.Publishability;

/** The estimator {@code publishability}. */
final class Publishing {
    private Publishing() {}

    static Result publishability(Context context) {
        String rule = context.analysis().text("rule");
        return switch (rule) {
            case "nchs-2017" -> nchs(context);
            case "cv-grade" -> grades(context);
            default ->
                throw context.analysis()
                        .required("rule")
                        .fault("is \"" + rule + "\"", "nchs-2017 or cv-grade", "choose one of them");
        };
    }

    private static Result nchs(Context context) {
        Event event = Event.read(context.analysis().required("event"));
        Answers events = Answers.ofRows(event.indicator(context.data()));
        var precision = new Precision(0.95, context.precision().df());
        var result = new Result();
        for (var group : context.groups()) {
            var verdict =
                    Publishability.nchs2017(Estimates.proportion(context.design(), events, group.domain(), precision));
            result.row(Result.key("variable", event.variable(), group.key()))
                    .put("n", verdict.n())
                    .put("effectiveN", verdict.effectiveN())
                    .put("width", verdict.width())
                    .put("relativeWidth", verdict.relativeWidth())
                    .put("df", verdict.df())
                    .put("decision", verdict.decision().word())
                    .put("reason", verdict.reason().word())
                    .put("complementUnreliable", verdict.complementUnreliable())
                    .add();
        }
        return result;
    }

    private static Result grades(Context context) {
        Node analysis = context.analysis();
        List<Double> thresholds =
                analysis.list("thresholds").stream().map(Node::asNumber).toList();
        CvGrade rule;
        try {
            rule = new CvGrade(
                    thresholds,
                    analysis.texts("grades"),
                    Math.round(analysis.optionalNumber("minimumN").orElse(0)));
        } catch (IllegalArgumentException fault) {
            throw analysis.fault(fault.getMessage(), "one grade more than thresholds", "correct \"grades\"");
        }
        String variable = analysis.text("variable");
        Answers answers = context.answers(variable);
        var result = new Result();
        for (var group : context.groups()) {
            var mean = Estimates.mean(context.design(), answers, group.domain(), context.precision());
            result.row(Result.key("variable", variable, group.key()))
                    .put("n", mean.n())
                    .put("cv", mean.cv())
                    .put("grade", rule.of(mean))
                    .add();
        }
        return result;
    }
}
