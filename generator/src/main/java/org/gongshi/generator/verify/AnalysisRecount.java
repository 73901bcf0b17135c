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
 * rank bands from the pairs that can be told apart; lines and weights by {@link LineRecount} and {@link SpreadRecount}.
 */
final class AnalysisRecount {
    private static final BigDecimal DISTINCT = new BigDecimal("0.05");

    private final RoundFiles round;
    private final Recount recount;
    private final String path;
    private final AnalysisRows rows;
    private final LineRecount lines;
    private final SpreadRecount spread;
    private final WaysRecount ways;
    private final Map<String, BigDecimal> weights = new TreeMap<>();
    private final Map<String, Map<String, Map<String, String>>> bands = new TreeMap<>();
    private final Map<String, List<Map<String, String>>> pairs = new TreeMap<>();

    AnalysisRecount(RoundFiles round, Recount recount) {
        this.round = round;
        this.recount = recount;
        this.path = round.path("analysis");
        this.rows = new AnalysisRows(path, recount);
        this.lines = new LineRecount(rows);
        this.spread = new SpreadRecount(rows);
        this.ways = new WaysRecount(rows);
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
        round.table("survey")
                .ifPresent(survey -> survey.rows().forEach(row -> {
                    rows.index(row);
                    ways.row(row);
                }));
        for (Map<String, String> row : analysis.rows()) {
            recount.guarded(path, AnalysisRows.where(row), () -> keep(row));
        }
        for (Map<String, String> row : analysis.rows()) {
            recount.guarded(path, AnalysisRows.where(row), () -> row(row));
        }
        ways.check();
        bands.forEach((audience, list) -> recount.guarded(path, audience + " rank", () -> bands(audience, list)));
    }

    private void keep(Map<String, String> row) {
        rows.keep(row);
        switch (row.get("measure")) {
            case "composite-weight" -> weights.put(row.get("audience"), AnalysisRows.number(row, "value"));
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
            case "unweighted", "without-doubted" -> lines.line(row);
            case "doubted" -> lines.doubted(row);
            case "kish-deff" -> spread.kish(row);
            case "weights-cv" -> spread.cv(row);
            case "weights-span" -> spread.span(row);
            case "alpha" -> spread.alpha(row);
            // Against the year before: see YearChangeRecount.
            case "rank", "year-change" -> {}
            case "way" -> ways.keep(row);
            default -> rows.require(row, false, "没有这个指标");
        }
    }

    private void weight(Map<String, String> row) {
        BigDecimal sum = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        rows.require(
                row,
                AnalysisRows.number(row, "value").signum() > 0 && sum.compareTo(BigDecimal.ONE) == 0,
                "各对象的权重之和不是 1");
    }

    private void composite(Map<String, String> row) {
        if (!row.get("withheld").isEmpty()) {
            rows.require(row, row.get("value").isEmpty() && row.get("audiences").isEmpty(), "不予公布的综合指数却有数值");
            return;
        }
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        BigDecimal persons = BigDecimal.ZERO;
        BigDecimal df = null;
        int decimals = 0;
        for (String audience : row.get("audiences").split(" ")) {
            Map<String, String> index = rows.shown(row.get("place"), audience);
            BigDecimal weight = weights.getOrDefault(audience, BigDecimal.ZERO);
            BigDecimal value = AnalysisRows.number(index, "value");
            sum = sum.add(weight.multiply(value));
            all = all.add(weight);
            persons = persons.add(AnalysisRows.number(index, "n"));
            decimals = value.scale();
            BigDecimal own = AnalysisRows.number(index, "df");
            df = df == null ? own : df.min(own);
        }
        if (all.signum() == 0) {
            throw new IllegalArgumentException("没有公布各对象的权重");
        }
        String where = AnalysisRows.where(row);
        recount.expect(path, where, sum.divide(all, decimals, RoundingMode.HALF_UP), row.get("value"));
        recount.expect(path, where + " n", persons, row.get("n"));
        recount.expect(path, where + " df", df, row.get("df"));
        if (!row.get("low").isEmpty()) {
            boolean inside = AnalysisRows.number(row, "low").compareTo(AnalysisRows.number(row, "value")) <= 0
                    && AnalysisRows.number(row, "high").compareTo(AnalysisRows.number(row, "value")) >= 0;
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
            Map<String, String> index = rows.shown(row.get("place"), audience);
            if (index.get("low").isEmpty()) {
                return;
            }
            double weight = weights.get(audience).doubleValue();
            double t = StudentT.upperQuantile(
                    0.025, AnalysisRows.number(index, "df").doubleValue() + 2.5);
            most += weight * width(index) / t;
            all += weight;
        }
        double t = StudentT.upperQuantile(
                0.025, Math.max(1, AnalysisRows.number(row, "df").doubleValue() - 2.5));
        double step = Math.pow(10, -AnalysisRows.number(row, "value").scale());
        recount.require(
                path, AnalysisRows.where(row) + " interval", width(row) <= most / all * t + 4 * step, "区间比各对象的区间合起来还宽");
    }

    private static double width(Map<String, String> row) {
        return AnalysisRows.number(row, "high")
                .subtract(AnalysisRows.number(row, "low"))
                .doubleValue();
    }

    /** The figure that is compared: an audience's index, or the composite. */
    private BigDecimal compared(String place, String audience) {
        if (!audience.isEmpty()) {
            return AnalysisRows.number(rows.shown(place, audience), "value");
        }
        return rows.find(place, "", "composite")
                .filter(row -> !row.get("value").isEmpty())
                .map(row -> AnalysisRows.number(row, "value"))
                .orElseThrow(() -> new IllegalArgumentException(place + " 没有公布综合指数，不能比较"));
    }

    private void difference(Map<String, String> row) {
        BigDecimal a = compared(row.get("place"), row.get("audience"));
        BigDecimal b = compared(row.get("other"), row.get("audience"));
        recount.expect(path, AnalysisRows.where(row), a.subtract(b), row.get("value"));
        BigDecimal p = AnalysisRows.number(row, "p");
        recount.require(
                path,
                AnalysisRows.where(row) + " p",
                p.signum() > 0 && p.compareTo(BigDecimal.ONE) <= 0,
                "不在 0 至 1 之间：" + p);
        int side = p.compareTo(DISTINCT);
        boolean distinct = row.get("distinct").equals("true");
        boolean known = distinct || row.get("distinct").equals("false");
        recount.require(
                path,
                AnalysisRows.where(row) + " distinct",
                known && (side == 0 || distinct == side < 0),
                "“" + row.get("distinct") + "”与 p = " + p + " 不符");
    }

    /** Best is one more than the places surely above, worst the number of places less those surely below. */
    private void bands(String audience, Map<String, Map<String, String>> own) {
        Map<String, Integer> above = new HashMap<>();
        Map<String, Integer> below = new HashMap<>();
        for (Map<String, String> pair : pairs.getOrDefault(audience, List.of())) {
            int sign = AnalysisRows.number(pair, "value").signum();
            if (pair.get("distinct").equals("true") && sign != 0) {
                above.merge(sign > 0 ? pair.get("other") : pair.get("place"), 1, Integer::sum);
                below.merge(sign > 0 ? pair.get("place") : pair.get("other"), 1, Integer::sum);
            }
        }
        own.forEach((place, row) -> {
            int places = AnalysisRows.number(row, "n").intValueExact();
            int best = 1 + above.getOrDefault(place, 0);
            int worst = places - below.getOrDefault(place, 0);
            if (places == own.size()) {
                recount.expect(path, AnalysisRows.where(row) + " low", BigDecimal.valueOf(best), row.get("low"));
                recount.expect(path, AnalysisRows.where(row) + " high", BigDecimal.valueOf(worst), row.get("high"));
            } else {
                // Of places whose report is still awaited the pairs are not published.
                boolean within = AnalysisRows.number(row, "low").intValueExact() >= best
                        && AnalysisRows.number(row, "high").intValueExact() <= worst
                        && places > own.size();
                recount.require(path, AnalysisRows.where(row), within, "名次范围与已公布的比较不符");
            }
        });
    }
}
