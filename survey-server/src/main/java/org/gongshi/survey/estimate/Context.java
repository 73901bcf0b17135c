package org.gongshi.survey.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.statistics.Answers;
import org.gongshi.evaluation.statistics.DfRule;
import org.gongshi.evaluation.statistics.Domain;
import org.gongshi.evaluation.statistics.Precision;
import org.gongshi.evaluation.statistics.SurveyDesign;

/**
 * What an analysis works with: the rows, the design after all steps, the rows that no
 * domain step left out, and its own section of design.json.
 */
record Context(CaseData data, SurveyDesign design, Domain inside, Node analysis) {

    /** A combination of levels of the {@code by} columns with its rows. */
    record Group(Map<String, Json> key, Domain domain) {
        /** The levels joined by a bar, as in the names of pairs and ranked units. */
        String text() {
            return String.join(
                    "|",
                    key.values().stream()
                            .map(value -> new Node("", value).asCode())
                            .toList());
        }
    }

    /** One group for every combination of declared levels, the first column varying slowest; one of all rows without. */
    List<Group> groups() {
        List<Group> groups = List.of(new Group(Map.of(), everybody()));
        for (String column : analysis.texts("by")) {
            Variable variable = data.withOptions(column, analysis.required("by"));
            double[] options = data.options(column, analysis.required("by"));
            List<Group> finer = new ArrayList<>();
            for (Group group : groups) {
                for (double option : variable.options()) {
                    Map<String, Json> key = new LinkedHashMap<>(group.key());
                    key.put(column, label(variable, option));
                    finer.add(new Group(key, group.domain().and(rows(row -> options[row] == option))));
                }
            }
            groups = finer;
        }
        return groups;
    }

    /** An option as it stands in keys: the level's text, or the number of a rating. */
    static Json label(Variable variable, double option) {
        return variable.kind() == Variable.Kind.CATEGORY
                ? Json.of(variable.levels().get((int) option))
                : Result.number(option);
    }

    Domain rows(java.util.function.IntPredicate test) {
        return Domain.where(data.rows(), test);
    }

    Domain everybody() {
        return Domain.all(data.rows());
    }

    /** The answers to a variable under the analysis' transform. */
    Answers answers(String variable) {
        return Answers.ofRows(Transform.values(data, variable, analysis));
    }

    /** Whether the row has a weight. */
    boolean counts(int row) {
        return design.weight(row) != 0;
    }

    /** Whether the row is part of the sample that is looked at; a row of weight 0 may be, unless a domain step left it out. */
    boolean inSample(int row) {
        return inside.contains(row);
    }

    Precision precision() {
        double level = analysis.optionalNumber("level").orElse(0.95);
        if (!(level > 0 && level < 1)) {
            throw analysis.required("level")
                    .fault("is " + Codes.of(level), "a confidence level between 0 and 1", "correct it");
        }
        String rule = analysis.optionalText("df").orElse("design");
        DfRule df = switch (rule) {
            case "design" -> DfRule.DESIGN;
            case "domain" -> DfRule.DOMAIN;
            case "infinite" -> DfRule.INFINITE;
            default ->
                throw analysis.required("df").fault("is \"" + rule + "\"", "design or domain", "choose one of them");
        };
        return new Precision(level, df);
    }
}
