package org.gongshi.generator.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.scoring.ContentArea;
import org.gongshi.evaluation.scoring.Indicator;
import org.gongshi.evaluation.scoring.IndicatorCode;
import org.gongshi.evaluation.scoring.IndicatorSystem;
import org.gongshi.evaluation.scoring.PointRule;
import org.gongshi.evaluation.scoring.Score;

/** The indicator system as the download {@code indicators.csv} has it. */
final class SystemReader {
    private SystemReader() {}

    /** @throws IllegalArgumentException when a row is no indicator, or the weights do not add up to 100 */
    static IndicatorSystem read(CsvTable table) {
        table.with("indicator", "area", "weight", "rule", "floor", "target", "full", "each", "audience", "if_withheld");
        Map<String, List<Indicator>> areas = new LinkedHashMap<>();
        for (Map<String, String> row : table.rows()) {
            areas.computeIfAbsent(row.get("area"), id -> new ArrayList<>()).add(indicator(row));
        }
        return new IndicatorSystem(
                "indicators.csv",
                areas.entrySet().stream()
                        .map(area -> new ContentArea(area.getKey(), area.getKey(), List.of(), area.getValue()))
                        .toList());
    }

    private static Indicator indicator(Map<String, String> row) {
        String code = row.get("indicator");
        try {
            // Only code, weight and rule enter a number; the rest is wording.
            return new Indicator(
                    new IndicatorCode(code), code, code, code, decimal(row, "weight"), false, "", rule(row));
        } catch (IllegalArgumentException fault) {
            throw new IllegalArgumentException("指标 " + code + "：" + fault.getMessage(), fault);
        }
    }

    private static PointRule rule(Map<String, String> row) {
        int decimals = decimal(row, "decimals").intValueExact();
        return switch (row.get("rule")) {
            case "rate" -> new PointRule.Rate(decimal(row, "floor"), decimal(row, "target"), decimals);
            case "deduction" -> new PointRule.Deduction(decimal(row, "full"), decimal(row, "each"), decimals);
            case "survey-index" ->
                new PointRule.SurveyIndex(
                        row.get("audience"),
                        Optional.of(row.get("if_withheld"))
                                .filter(text -> !text.isEmpty())
                                .map(Score::of),
                        decimals);
            case "judged" -> new PointRule.Judged(decimals);
            default -> throw new IllegalArgumentException("没有这种计分规则");
        };
    }

    /** @throws IllegalArgumentException when the cell is no decimal of reasonable length */
    static BigDecimal decimal(Map<String, String> row, String column) {
        String text = row.getOrDefault(column, "");
        if (!text.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?")) {
            throw new IllegalArgumentException(column + " 不是数：" + text);
        }
        return new BigDecimal(text);
    }
}
