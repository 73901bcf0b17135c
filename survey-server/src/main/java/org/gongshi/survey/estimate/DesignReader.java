package org.gongshi.survey.estimate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongshi.evaluation.statistics.LonelyPsu;
import org.gongshi.evaluation.statistics.SamplingPlan;
import org.gongshi.evaluation.statistics.SurveyDesign;

/** Makes the sampling design of a case from the section {@code design} and the columns it names. */
final class DesignReader {
    private final CaseData data;
    private final Node node;

    DesignReader(CaseData data, Node node) {
        this.data = data;
        this.node = node;
    }

    /** @throws org.gongshi.evaluation.statistics.SurveyFault invalid-weight */
    SurveyDesign read() {
        List<String> psu = node.texts("psu");
        List<String> strata = node.texts("strata");
        List<String> fpc = node.texts("fpc");
        boolean nested = node.flag("nested");
        if (fpc.size() > psu.size() + 1) {
            throw node.required("fpc")
                    .fault(
                            "names " + fpc.size() + " stages",
                            "at most one column a stage of psu and one for the rows",
                            "remove columns");
        }
        SamplingPlan plan = SurveyDesign.withWeights(weights())
                .nested(nested)
                .lonelyPsu(lonelyPsu())
                .domainsCanBeLonely(node.flag("adjustDomainLonely"));
        String[] stratum = strata.isEmpty() ? null : present(strata.get(0), "strata");
        if (!psu.isEmpty() && stratum != null && !nested) {
            requireNesting(present(psu.get(0), "psu"), stratum, psu.get(0));
        }
        for (String column : strata) {
            plan = plan.strata(labels(present(column, "strata")));
        }
        if (stratum != null) {
            List<String> names = Arrays.stream(stratum).distinct().toList();
            plan = plan.stratumNames(names::get);
        }
        for (String column : psu) {
            plan = plan.clusters(labels(present(column, "psu")));
        }
        for (int stage = 0; stage < fpc.size(); stage++) {
            plan = plan.population(population(fpc.get(stage), group(stage, stratum, psu, nested)));
        }
        try {
            return plan.build();
        } catch (IllegalArgumentException fault) {
            throw node.fault(
                    fault.getMessage(),
                    "population sizes and units that fit the sample",
                    "correct psu, strata, fpc or nested");
        }
    }

    private double[] weights() {
        if (node.field("weight").isEmpty()) {
            double[] ones = new double[data.rows()];
            Arrays.fill(ones, 1);
            return ones;
        }
        return data.numbers(node.text("weight"), node.required("weight"));
    }

    private LonelyPsu lonelyPsu() {
        String word = node.optionalText("lonelyPsu").orElse("fail");
        return LonelyPsu.of(word)
                .orElseThrow(() -> node.required("lonelyPsu")
                        .fault(
                                "is \"" + word + "\"",
                                "fail, remove, certainty, adjust or average",
                                "choose one of them"));
    }

    private String[] present(String column, String field) {
        String[] cells = data.cells(column, node.required(field));
        for (int row = 0; row < cells.length; row++) {
            if (cells[row].isEmpty()) {
                throw new CaseFault(
                        "data.csv line " + data.line(row) + ", column " + column,
                        "is empty",
                        "the " + (field.equals("psu") ? "cluster" : "stratum") + " of every row",
                        "fill it in or leave the row out");
            }
        }
        return cells;
    }

    private static int[] labels(String[] cells) {
        Map<String, Integer> known = new HashMap<>();
        int[] labels = new int[cells.length];
        for (int row = 0; row < cells.length; row++) {
            Integer before = known.putIfAbsent(cells[row], known.size());
            labels[row] = before == null ? known.size() - 1 : before;
        }
        return labels;
    }

    private void requireNesting(String[] psu, String[] stratum, String column) {
        Map<String, Integer> first = new HashMap<>();
        for (int row = 0; row < psu.length; row++) {
            int before = first.merge(psu[row], row, (old, now) -> old);
            if (!stratum[before].equals(stratum[row])) {
                throw new CaseFault(
                        "data.csv line " + data.line(row) + ", column " + column,
                        "the cluster " + psu[row] + " lies in stratum " + stratum[row] + " here and in "
                                + stratum[before] + " on line " + data.line(before),
                        "every cluster in one stratum",
                        "correct the row, or set \"nested\": true when names repeat in different strata");
            }
        }
    }

    /** What a population size belongs to: the stratum at the first stage, the unit of the stage before later. */
    private String[] group(int stage, String[] stratum, List<String> psu, boolean nested) {
        String[] group = new String[data.rows()];
        for (int row = 0; row < group.length; row++) {
            group[row] = stratum == null || stage > 0 && !nested ? "" : stratum[row];
        }
        for (int above = 0; above < stage; above++) {
            String[] units = present(psu.get(above), "psu");
            for (int row = 0; row < group.length; row++) {
                group[row] += '\r' + units[row];
            }
        }
        return group;
    }

    private double[] population(String column, String[] group) {
        double[] sizes = data.numbers(column, node.required("fpc"));
        Map<String, Integer> first = new HashMap<>();
        for (int row = 0; row < sizes.length; row++) {
            String where = "data.csv line " + data.line(row) + ", column " + column;
            if (!(sizes[row] > 0)) {
                throw new CaseFault(
                        where, "is empty or not above 0", "how many units there are in the population", "fill it in");
            }
            int before = first.merge(group[row], row, (old, now) -> old);
            if (sizes[before] != sizes[row]) {
                throw new CaseFault(
                        where,
                        "is " + Codes.of(sizes[row]) + " here and " + Codes.of(sizes[before]) + " on line "
                                + data.line(before) + " of the same stratum or unit",
                        "one number of units for each stratum",
                        "correct one of them");
            }
        }
        return sizes;
    }
}
