package org.gongshi.generator.verify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongshi.evaluation.statistics.StudentT;

/**
 * What stands beside the survey's rows, counted again (附加分析重算): composites from indices and weights, differences from indices,
 * rank bands from the pairs that can be told apart, Kish's design effect from the spread of the weights.
 */
final class AnalysisRecount {
    private static final BigDecimal FIVE = BigDecimal.valueOf(5);
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal DISTINCT = new BigDecimal("0.05");
    private static final double HALF_OF_HUNDREDTH = 0.005;

    private final RoundFiles round;
    private final Recount recount;
    private final String path;
    /** Figures of the survey table by place and audience. */
    private final Map<List<String>, Map<String, String>> indices = new HashMap<>();

    private final Map<String, BigDecimal> weights = new TreeMap<>();
    private final Map<List<String>, Map<String, String>> rows = new HashMap<>();
    private final Map<String, Map<String, Map<String, String>>> bands = new TreeMap<>();
    private final Map<String, List<Map<String, String>>> pairs = new TreeMap<>();

    AnalysisRecount(RoundFiles round, Recount recount) {
        this.round = round;
        this.recount = recount;
        this.path = round.path("analysis");
    }

    void check(CsvTable analysis) {
        analysis.with(
                "place",
                "audience",
                "measure",
                "other",
                "audiences",
                "value",
                "low",
                "high",
                "n",
                "df",
                "p",
                "distinct",
                "quality",
                "withheld");
        round.table("survey").ifPresent(survey -> survey.rows().forEach(this::index));
        for (Map<String, String> row : analysis.rows()) {
            recount.guarded(path, where(row), () -> keep(row));
        }
        for (Map<String, String> row : analysis.rows()) {
            recount.guarded(path, where(row), () -> row(row));
        }
        bands.forEach((audience, list) -> recount.guarded(path, audience + " rank", () -> bands(audience, list)));
    }

    private void index(Map<String, String> row) {
        if (row.get("measure").equals("index")
                && row.get("mode").equals("probability")
                && row.get("stage").isEmpty()) {
            indices.put(List.of(row.get("place"), row.get("audience")), row);
        }
    }

    private void keep(Map<String, String> row) {
        rows.put(List.of(row.get("place"), row.get("audience"), row.get("measure"), row.get("other")), row);
        switch (row.get("measure")) {
            case "composite-weight" -> weights.put(row.get("audience"), number(row, "value"));
            case "rank" ->
                bands.computeIfAbsent(row.get("audience"), absent -> new TreeMap<>())
                        .put(row.get("place"), row);
            case "difference" ->
                pairs.computeIfAbsent(row.get("audience"), absent -> new ArrayList<>())
                        .add(row);
            default -> {}
        }
    }

    private void row(Map<String, String> row) {
        switch (row.get("measure")) {
            case "composite" -> composite(row);
            case "composite-weight" -> weight(row);
            case "difference" -> difference(row);
            case "unweighted", "without-doubted" -> line(row);
            case "doubted" -> doubted(row);
            case "kish-deff" -> kish(row);
            case "weights-cv" -> require(row, number(row, "value").signum() >= 0, "变异系数小于 0");
            case "weights-span" -> span(row);
            case "alpha" -> alpha(row);
            case "rank" -> {}
            default -> require(row, false, "没有这个指标");
        }
    }

    private void weight(Map<String, String> row) {
        BigDecimal sum = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        require(row, number(row, "value").signum() > 0 && sum.compareTo(BigDecimal.ONE) == 0, "各对象的权重之和不是 1");
    }

    private void composite(Map<String, String> row) {
        if (!row.get("withheld").isEmpty()) {
            require(row, row.get("value").isEmpty() && row.get("audiences").isEmpty(), "不予公布的综合指数却有数值");
            return;
        }
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        BigDecimal persons = BigDecimal.ZERO;
        BigDecimal df = null;
        int decimals = 0;
        for (String audience : row.get("audiences").split(" ")) {
            Map<String, String> index = shown(row, audience);
            BigDecimal weight = weights.getOrDefault(audience, BigDecimal.ZERO);
            BigDecimal value = number(index, "value");
            sum = sum.add(weight.multiply(value));
            all = all.add(weight);
            persons = persons.add(number(index, "n"));
            decimals = value.scale();
            BigDecimal own = number(index, "df");
            df = df == null ? own : df.min(own);
        }
        if (all.signum() == 0) {
            throw new IllegalArgumentException("没有公布各对象的权重");
        }
        String where = where(row);
        recount.expect(path, where, sum.divide(all, decimals, RoundingMode.HALF_UP), row.get("value"));
        recount.expect(path, where + " n", persons, row.get("n"));
        recount.expect(path, where + " df", df, row.get("df"));
        if (!row.get("low").isEmpty()) {
            boolean inside = number(row, "low").compareTo(number(row, "value")) <= 0
                    && number(row, "high").compareTo(number(row, "value")) >= 0;
            recount.require(path, where + " interval", inside, "数值不在区间之内");
            narrower(row);
        }
        PrecisionRecount.letter(path, row, where, 1, recount);
    }

    /** However the audiences hang together, the error of their mean is at most the mean of their errors. */
    private void narrower(Map<String, String> row) {
        double most = 0;
        double all = 0;
        for (String audience : row.get("audiences").split(" ")) {
            Map<String, String> index = shown(row, audience);
            if (index.get("low").isEmpty()) {
                return;
            }
            double weight = weights.get(audience).doubleValue();
            double t = StudentT.upperQuantile(0.025, number(index, "df").doubleValue() + 2.5);
            most += weight * width(index) / t;
            all += weight;
        }
        double t = StudentT.upperQuantile(0.025, Math.max(1, number(row, "df").doubleValue() - 2.5));
        double step = Math.pow(10, -number(row, "value").scale());
        recount.require(path, where(row) + " interval", width(row) <= most / all * t + 4 * step, "区间比各对象的区间合起来还宽");
    }

    private static double width(Map<String, String> row) {
        return number(row, "high").subtract(number(row, "low")).doubleValue();
    }

    private Map<String, String> shown(Map<String, String> row, String audience) {
        Map<String, String> index = indices.get(List.of(row.get("place"), audience));
        if (index == null || index.get("value").isEmpty()) {
            throw new IllegalArgumentException("survey.csv 没有公布 " + audience + " 的指数");
        }
        return index;
    }

    /** The figure that is compared: an audience's index, or the composite. */
    private BigDecimal compared(String place, String audience) {
        Map<String, String> row = audience.isEmpty()
                ? rows.get(List.of(place, "", "composite", ""))
                : indices.get(List.of(place, audience));
        if (row == null || row.get("value").isEmpty()) {
            throw new IllegalArgumentException(place + " 没有公布指数，不能比较");
        }
        return number(row, "value");
    }

    private void difference(Map<String, String> row) {
        BigDecimal a = compared(row.get("place"), row.get("audience"));
        BigDecimal b = compared(row.get("other"), row.get("audience"));
        recount.expect(path, where(row), a.subtract(b), row.get("value"));
        BigDecimal p = number(row, "p");
        recount.require(
                path, where(row) + " p", p.signum() > 0 && p.compareTo(BigDecimal.ONE) <= 0, "不在 0 至 1 之间：" + p);
        int side = p.compareTo(DISTINCT);
        boolean distinct = row.get("distinct").equals("true");
        boolean known = distinct || row.get("distinct").equals("false");
        recount.require(
                path,
                where(row) + " distinct",
                known && (side == 0 || distinct == side < 0),
                "“" + row.get("distinct") + "”与 p = " + p + " 不符");
    }

    /** Best is one more than the places surely above, worst the number of places less those surely below. */
    private void bands(String audience, Map<String, Map<String, String>> own) {
        Map<String, Integer> above = new HashMap<>();
        Map<String, Integer> below = new HashMap<>();
        for (Map<String, String> pair : pairs.getOrDefault(audience, List.of())) {
            int sign = number(pair, "value").signum();
            if (pair.get("distinct").equals("true") && sign != 0) {
                above.merge(sign > 0 ? pair.get("other") : pair.get("place"), 1, Integer::sum);
                below.merge(sign > 0 ? pair.get("place") : pair.get("other"), 1, Integer::sum);
            }
        }
        own.forEach((place, row) -> {
            int places = number(row, "n").intValueExact();
            int best = 1 + above.getOrDefault(place, 0);
            int worst = places - below.getOrDefault(place, 0);
            if (places == own.size()) {
                recount.expect(path, where(row) + " low", BigDecimal.valueOf(best), row.get("low"));
                recount.expect(path, where(row) + " high", BigDecimal.valueOf(worst), row.get("high"));
            } else {
                // Of places whose report is still awaited the pairs are not published.
                boolean within = number(row, "low").intValueExact() >= best
                        && number(row, "high").intValueExact() <= worst
                        && places > own.size();
                recount.require(path, where(row), within, "名次范围与已公布的比较不符");
            }
        });
    }

    private void line(Map<String, String> row) {
        Map<String, String> index = shown(row, row.get("audience"));
        BigDecimal value = number(row, "value");
        require(row, value.signum() >= 0 && value.compareTo(HUNDRED) <= 0, "不在 0 至 100 之间：" + value);
        require(row, value.scale() == number(index, "value").scale(), "小数位数与公布的指数不同");
        if (row.get("measure").equals("without-doubted")) {
            Map<String, String> doubted = rows.get(List.of(row.get("place"), row.get("audience"), "doubted", ""));
            require(row, doubted != null, "没有写明去掉了多少份");
            boolean none = doubted != null && number(doubted, "value").signum() == 0;
            require(row, !none || value.compareTo(number(index, "value")) == 0, "没有存疑答卷，指数却不同");
        } else {
            mean(row, value);
        }
    }

    /** The unweighted index of the whole is the mean of its places by n, where all of them say theirs. */
    private void mean(Map<String, String> row, BigDecimal value) {
        double low = 100;
        double high = 0;
        for (var entry : indices.entrySet()) {
            boolean part = entry.getKey().get(1).equals(row.get("audience"))
                    && !entry.getKey().get(0).equals(row.get("place"));
            Map<String, String> own =
                    part ? rows.get(List.of(entry.getKey().get(0), row.get("audience"), "unweighted", "")) : null;
            if (part && own != null) {
                low = Math.min(low, number(own, "value").doubleValue());
                high = Math.max(high, number(own, "value").doubleValue());
            }
        }
        boolean whole = isWhole(row);
        boolean within = !whole || high < low || value.doubleValue() >= low - 0.1 && value.doubleValue() <= high + 0.1;
        require(row, within, "全区不加权的指数不在各地区之间");
    }

    /** The organizer's own code stands for its whole area: it has more people than any of its places. */
    private boolean isWhole(Map<String, String> row) {
        BigDecimal own = people(indices.get(List.of(row.get("place"), row.get("audience"))));
        return indices.entrySet().stream()
                .filter(entry -> entry.getKey().get(1).equals(row.get("audience"))
                        && !entry.getKey().get(0).equals(row.get("place")))
                .allMatch(entry -> people(entry.getValue()).compareTo(own) < 0);
    }

    private static BigDecimal people(Map<String, String> row) {
        return row.get("population").isEmpty() ? BigDecimal.ZERO : number(row, "population");
    }

    private void doubted(Map<String, String> row) {
        BigDecimal n = number(row, "value");
        boolean rounded = n.remainder(FIVE).signum() == 0 && (n.signum() == 0 || n.compareTo(TEN) >= 0);
        require(row, rounded, "应为 0 或取整到 5 且不少于 10：" + n);
        require(row, n.compareTo(number(shown(row, row.get("audience")), "n")) <= 0, "多于答卷数");
        require(
                row,
                rows.containsKey(List.of(row.get("place"), row.get("audience"), "without-doubted", "")),
                "没有公布去掉之后的指数");
    }

    /** n Σw² ÷ (Σw)² = 1 + cv²; and no spread of weights up to a ratio r costs more than (1 + r)² ÷ 4r. */
    private void kish(Map<String, String> row) {
        double kish = number(row, "value").doubleValue();
        Map<String, String> cv = rows.get(List.of("", row.get("audience"), "weights-cv", ""));
        require(row, cv != null, "没有公布权数的变异系数");
        if (cv != null) {
            double low = Math.max(0, number(cv, "value").doubleValue() - HALF_OF_HUNDREDTH);
            double high = number(cv, "value").doubleValue() + HALF_OF_HUNDREDTH;
            boolean fits =
                    kish >= 1 + low * low - 2 * HALF_OF_HUNDREDTH && kish <= 1 + high * high + 2 * HALF_OF_HUNDREDTH;
            require(row, fits, "基什设计效应 " + row.get("value") + " 不是 1 加变异系数的平方");
        }
    }

    private void span(Map<String, String> row) {
        double ratio = number(row, "value").doubleValue();
        Map<String, String> kish = rows.get(List.of("", row.get("audience"), "kish-deff", ""));
        require(row, kish != null && ratio >= 1, "最大与最小权数之比小于 1，或没有基什设计效应");
        if (kish != null && ratio >= 1) {
            double most = (1 + ratio) * (1 + ratio) / (4 * ratio);
            require(row, number(kish, "value").doubleValue() <= most + HALF_OF_HUNDREDTH, "权数之比与基什设计效应不符");
        }
    }

    private void alpha(Map<String, String> row) {
        if (!row.get("n").isEmpty()) {
            BigDecimal n = number(row, "n");
            require(row, n.remainder(FIVE).signum() == 0 && n.compareTo(TEN) >= 0, "应取整到 5 且不少于 10：" + n);
        }
        if (!row.get("value").isEmpty()) {
            require(row, number(row, "value").compareTo(BigDecimal.ONE) <= 0, "α 系数大于 1");
            require(row, !row.get("n").isEmpty(), "没有写明全答的答卷数");
        }
    }

    private void require(Map<String, String> row, boolean holds, String otherwise) {
        recount.require(path, where(row), holds, otherwise);
    }

    private static BigDecimal number(Map<String, String> row, String column) {
        return SystemReader.decimal(row, column);
    }

    private static String where(Map<String, String> row) {
        return String.join(
                        " ",
                        row.getOrDefault("place", ""),
                        row.getOrDefault("audience", ""),
                        row.getOrDefault("measure", ""),
                        row.getOrDefault("other", ""))
                .strip();
    }
}
