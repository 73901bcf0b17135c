package org.gongshi.generator.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Totals against their parts (合计重算): where every part shows its index, the index of the whole is their mean by population, as
 * every sample is weighted to the population of its strata.
 */
final class TreeRecount {
    private static final double HALF_OF_FIVE = 2.5;

    private final RoundFiles round;
    private final Recount recount;

    TreeRecount(RoundFiles round, Recount recount) {
        this.round = round;
        this.recount = recount;
    }

    void check(CsvTable survey) {
        List<Map<String, String>> indices = survey.rows().stream()
                .filter(row -> row.get("measure").equals("index")
                        && row.get("mode").equals("probability")
                        && !row.get("withheld").equals("no-answers"))
                .toList();
        for (Map<String, String> total : indices) {
            String where = total.get("place") + " " + total.get("audience") + " index";
            recount.guarded(round.path("survey"), where, () -> total(total, parts(total, indices), where));
        }
    }

    /** Stages of a place; places of the whole, which is the one row with the largest population of its audience. */
    private static List<Map<String, String>> parts(Map<String, String> total, List<Map<String, String>> rows) {
        List<Map<String, String>> stages = new ArrayList<>();
        List<Map<String, String>> places = new ArrayList<>();
        for (Map<String, String> row : rows) {
            boolean same = row.get("audience").equals(total.get("audience"));
            if (same && row != total && total.get("stage").isEmpty()) {
                if (row.get("place").equals(total.get("place"))) {
                    stages.add(row);
                } else if (row.get("stage").isEmpty()) {
                    places.add(row);
                }
            }
        }
        return stages.isEmpty() ? places : stages;
    }

    private void total(Map<String, String> total, List<Map<String, String>> parts, String where) {
        boolean complete = !total.get("value").isEmpty()
                && parts.size() > 1
                && parts.stream()
                        .allMatch(part -> !part.get("value").isEmpty()
                                && !part.get("population").isEmpty());
        double people = complete
                ? parts.stream().mapToDouble(part -> number(part, "population")).sum()
                : 0;
        // A place whose parts are not all listed, such as one whose report is still awaited, is left alone.
        if (!complete || people != number(total, "population")) {
            return;
        }
        double sum = 0;
        double low = 100;
        double high = 0;
        double blur = 0;
        for (Map<String, String> part : parts) {
            double value = number(part, "value");
            sum += number(part, "population") / people * value;
            low = Math.min(low, value);
            high = Math.max(high, value);
            // Those without an index leave their stratum's weight to nobody.
            double sheets = Math.max(1, number(part, "responded"));
            blur = Math.max(blur, Math.abs(1 - number(part, "n") / sheets) + 2 * HALF_OF_FIVE / sheets);
        }
        double step = Math.pow(10, -Math.max(0, new BigDecimal(total.get("value")).scale()));
        double tolerance = step + (high - low) * blur;
        recount.require(
                round.path("survey"),
                where,
                Math.abs(number(total, "value") - sum) <= tolerance,
                "合计的指数 " + total.get("value") + " 不是各部分按人口的平均数");
    }

    private static double number(Map<String, String> row, String column) {
        return SystemReader.decimal(row, column).doubleValue();
    }
}
