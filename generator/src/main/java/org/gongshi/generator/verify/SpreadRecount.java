package org.gongshi.generator.verify;

import java.math.BigDecimal;
import java.util.Map;

/** The weights' spread (权数离散): Kish's design effect, coefficient of variation, largest by smallest; and the scale's alpha. */
final class SpreadRecount {
    private static final BigDecimal FIVE = BigDecimal.valueOf(5);
    private static final double HALF_OF_HUNDREDTH = 0.005;

    private final AnalysisRows rows;

    SpreadRecount(AnalysisRows rows) {
        this.rows = rows;
    }

    void cv(Map<String, String> row) {
        rows.require(row, AnalysisRows.number(row, "value").signum() >= 0, "变异系数小于 0");
    }

    /** n Σw² ÷ (Σw)² = 1 + cv²; and no spread of weights up to a ratio r costs more than (1 + r)² ÷ 4r. */
    void kish(Map<String, String> row) {
        double kish = AnalysisRows.number(row, "value").doubleValue();
        Map<String, String> cv =
                rows.find("", row.get("audience"), "weights-cv").orElse(null);
        rows.require(row, cv != null, "没有公布权数的变异系数");
        if (cv != null) {
            double low = Math.max(0, AnalysisRows.number(cv, "value").doubleValue() - HALF_OF_HUNDREDTH);
            double high = AnalysisRows.number(cv, "value").doubleValue() + HALF_OF_HUNDREDTH;
            boolean fits =
                    kish >= 1 + low * low - 2 * HALF_OF_HUNDREDTH && kish <= 1 + high * high + 2 * HALF_OF_HUNDREDTH;
            rows.require(row, fits, "基什设计效应 " + row.get("value") + " 不是 1 加变异系数的平方");
        }
    }

    void span(Map<String, String> row) {
        double ratio = AnalysisRows.number(row, "value").doubleValue();
        Map<String, String> kish =
                rows.find("", row.get("audience"), "kish-deff").orElse(null);
        rows.require(row, kish != null && ratio >= 1, "最大与最小权数之比小于 1，或没有基什设计效应");
        if (kish != null && ratio >= 1) {
            double most = (1 + ratio) * (1 + ratio) / (4 * ratio);
            rows.require(
                    row, AnalysisRows.number(kish, "value").doubleValue() <= most + HALF_OF_HUNDREDTH, "权数之比与基什设计效应不符");
        }
    }

    void alpha(Map<String, String> row) {
        if (!row.get("n").isEmpty()) {
            BigDecimal n = AnalysisRows.number(row, "n");
            rows.require(
                    row, n.remainder(FIVE).signum() == 0 && n.compareTo(BigDecimal.TEN) >= 0, "应取整到 5 且不少于 10：" + n);
        }
        if (!row.get("value").isEmpty()) {
            rows.require(row, AnalysisRows.number(row, "value").compareTo(BigDecimal.ONE) <= 0, "α 系数大于 1");
            rows.require(row, !row.get("n").isEmpty(), "没有写明全答的答卷数");
        }
    }
}
