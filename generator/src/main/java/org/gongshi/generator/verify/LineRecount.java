package org.gongshi.generator.verify;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The lines beside an index (对照数): unweighted, without the doubted sheets, and how many these are. No row is published, so they are bounded. */
final class LineRecount {
    private static final BigDecimal FIVE = BigDecimal.valueOf(5);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final AnalysisRows rows;

    LineRecount(AnalysisRows rows) {
        this.rows = rows;
    }

    void line(Map<String, String> row) {
        Map<String, String> index = rows.shown(row.get("place"), row.get("audience"));
        BigDecimal value = AnalysisRows.number(row, "value");
        rows.require(row, value.signum() >= 0 && value.compareTo(HUNDRED) <= 0, "不在 0 至 100 之间：" + value);
        rows.require(row, value.scale() == AnalysisRows.number(index, "value").scale(), "小数位数与公布的指数不同");
        if (row.get("measure").equals("without-doubted")) {
            Map<String, String> doubted =
                    rows.find(row.get("place"), row.get("audience"), "doubted").orElse(null);
            rows.require(row, doubted != null, "没有写明去掉了多少份");
            boolean none =
                    doubted != null && AnalysisRows.number(doubted, "value").signum() == 0;
            rows.require(row, !none || value.compareTo(AnalysisRows.number(index, "value")) == 0, "没有存疑答卷，指数却不同");
        } else {
            mean(row, value);
        }
    }

    /** The unweighted index of the whole is the mean of its places by n, where all of them say theirs. */
    private void mean(Map<String, String> row, BigDecimal value) {
        double low = 100;
        double high = 0;
        for (var entry : rows.indices().entrySet()) {
            boolean part = entry.getKey().get(1).equals(row.get("audience"))
                    && !entry.getKey().get(0).equals(row.get("place"));
            Map<String, String> own = part
                    ? rows.find(entry.getKey().get(0), row.get("audience"), "unweighted")
                            .orElse(null)
                    : null;
            if (part && own != null) {
                low = Math.min(low, AnalysisRows.number(own, "value").doubleValue());
                high = Math.max(high, AnalysisRows.number(own, "value").doubleValue());
            }
        }
        boolean whole = isWhole(row);
        boolean within = !whole || high < low || value.doubleValue() >= low - 0.1 && value.doubleValue() <= high + 0.1;
        rows.require(row, within, "全区不加权的指数不在各地区之间");
    }

    /** The organizer's own code stands for its whole area: it has more people than any of its places. */
    private boolean isWhole(Map<String, String> row) {
        BigDecimal own = people(rows.indices().get(List.of(row.get("place"), row.get("audience"))));
        return rows.indices().entrySet().stream()
                .filter(entry -> entry.getKey().get(1).equals(row.get("audience"))
                        && !entry.getKey().get(0).equals(row.get("place")))
                .allMatch(entry -> people(entry.getValue()).compareTo(own) < 0);
    }

    private static BigDecimal people(Map<String, String> row) {
        return row.get("population").isEmpty() ? BigDecimal.ZERO : AnalysisRows.number(row, "population");
    }

    void doubted(Map<String, String> row) {
        BigDecimal n = AnalysisRows.number(row, "value");
        boolean rounded = n.remainder(FIVE).signum() == 0 && (n.signum() == 0 || n.compareTo(BigDecimal.TEN) >= 0);
        rows.require(row, rounded, "应为 0 或取整到 5 且不少于 10：" + n);
        rows.require(
                row,
                n.compareTo(AnalysisRows.number(rows.shown(row.get("place"), row.get("audience")), "n")) <= 0,
                "多于答卷数");
        rows.require(
                row,
                rows.find(row.get("place"), row.get("audience"), "without-doubted")
                        .isPresent(),
                "没有公布去掉之后的指数");
    }
}
