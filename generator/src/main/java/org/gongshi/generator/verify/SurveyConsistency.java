package org.gongshi.generator.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The survey's figures against each other, each with its declared rounding: answers are not published, so that what cannot be
 * counted again must at least agree.
 */
final class SurveyConsistency {
    private static final BigDecimal FIVE = BigDecimal.valueOf(5);
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final double HALF_OF_FIVE = 2.5;
    private static final double HALF_OF_TENTH = 0.05;

    private final RoundFiles round;
    private final Recount recount;
    private final Map<List<String>, List<Map<String, String>>> shares = new LinkedHashMap<>();

    SurveyConsistency(RoundFiles round, Recount recount) {
        this.round = round;
        this.recount = recount;
    }

    void check(CsvTable survey) {
        survey.with(
                "place",
                "audience",
                "stage",
                "mode",
                "invited",
                "responded",
                "response_rate",
                "item",
                "measure",
                "value_shown",
                "value",
                "low",
                "high",
                "n",
                "withheld");
        for (Map<String, String> row : survey.rows()) {
            recount.guarded(round.path("survey"), where(row), () -> row(row));
        }
        int most = shares.values().stream().mapToInt(List::size).max().orElse(0);
        shares.forEach((item, list) -> sum(String.join(" ", item), list, most));
    }

    private void row(Map<String, String> row) {
        counts(row);
        if (row.get("measure").equals("share")) {
            shares.computeIfAbsent(
                            List.of(
                                    row.get("place"),
                                    row.get("audience"),
                                    row.get("stage"),
                                    row.get("mode"),
                                    row.get("item")),
                            key -> new ArrayList<>())
                    .add(row);
        }
        if (!row.get("value").isEmpty()) {
            value(row);
        }
        if (!row.get("withheld").isEmpty()) {
            require(row, "value", row.get("value").isEmpty() && row.get("n").isEmpty(), "不予公布的数字却有数值");
        }
    }

    private void counts(Map<String, String> row) {
        for (String column : List.of("invited", "responded", "n", "effective_n")) {
            if (!row.getOrDefault(column, "").isEmpty()) {
                BigDecimal count = SystemReader.decimal(row, column);
                require(row, column, count.remainder(FIVE).signum() == 0, "应取整到 5：" + count);
                boolean tiny = !column.equals("invited") && !column.equals("effective_n") && count.compareTo(TEN) < 0;
                require(row, column, !tiny, "少于 10 的数不应公布：" + count);
            }
        }
        if (!row.get("response_rate").isEmpty() && !row.get("responded").isEmpty()) {
            responseRate(row);
        }
    }

    private void responseRate(Map<String, String> row) {
        double invited = SystemReader.decimal(row, "invited").doubleValue();
        double responded = SystemReader.decimal(row, "responded").doubleValue();
        double rate = SystemReader.decimal(row, "response_rate").doubleValue();
        // Both counts are rounded to 5, the rate to one decimal.
        double lowest = 100 * (responded - HALF_OF_FIVE) / (invited + HALF_OF_FIVE) - HALF_OF_TENTH;
        double highest = 100 * (responded + HALF_OF_FIVE) / Math.max(1, invited - HALF_OF_FIVE) + HALF_OF_TENTH;
        require(row, "response_rate", rate >= lowest && rate <= highest, "应答率 " + rate + " 与份数不符");
    }

    private void value(Map<String, String> row) {
        BigDecimal value = SystemReader.decimal(row, "value");
        require(row, "value", value.signum() >= 0 && value.compareTo(HUNDRED) <= 0, "不在 0 至 100 之间：" + value);
        String shown = row.get("value_shown").replace("%", "");
        recount.expect(round.path("survey"), where(row) + " value_shown", value, shown);
        if (!row.get("low").isEmpty() || !row.get("high").isEmpty()) {
            boolean inside = SystemReader.decimal(row, "low").compareTo(value) <= 0
                    && SystemReader.decimal(row, "high").compareTo(value) >= 0;
            require(row, "interval", inside, "数值不在区间之内");
        }
    }

    /** Whole percentages add up to 100 within half a point each; a bound such as ≤5 % stands for all it allows. */
    private void sum(String where, List<Map<String, String>> options, int most) {
        recount.guarded(round.path("survey"), where, () -> {
            double lowest = 0;
            double highest = 0;
            for (Map<String, String> option : options) {
                String shown = option.get("value_shown").replace("%", "");
                double percent = Double.parseDouble(shown.replace("≤", "").replace("≥", ""));
                lowest += shown.startsWith("≤") ? 0 : percent - (shown.startsWith("≥") ? 0 : 0.5);
                highest += shown.startsWith("≥") ? 100 : percent + (shown.startsWith("≤") ? 0 : 0.5);
            }
            // An option that is hidden takes what the others leave.
            boolean fits = lowest <= 100 && (highest >= 100 || options.size() < most);
            recount.require(round.path("survey"), where + " share", fits, "各选项的百分比之和与 100 不符");
        });
    }

    private void require(Map<String, String> row, String column, boolean holds, String otherwise) {
        recount.require(round.path("survey"), where(row) + " " + column, holds, otherwise);
    }

    private static String where(Map<String, String> row) {
        return String.join(
                " ",
                row.get("place"),
                row.get("audience"),
                row.get("stage") + row.get("item"),
                row.get("measure") + row.getOrDefault("option", ""));
    }
}
