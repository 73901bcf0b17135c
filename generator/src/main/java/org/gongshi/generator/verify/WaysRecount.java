package org.gongshi.generator.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongshi.evaluation.satisfaction.Way;

/**
 * How the answers came in, held against the survey table (作答方式核对): the ways of a row add up to its sheets, each number being
 * rounded to five. Not thread-safe.
 */
final class WaysRecount {
    /** Rounding to five moves a whole number by two at most. */
    private static final long ROUNDING = 2;

    private final AnalysisRows rows;
    /** Sheets of an audience and a mode over the whole area: the most of any place, for the whole holds all of them. */
    private final Map<List<String>, Long> sheets = new HashMap<>();

    private final Map<List<String>, List<Map<String, String>>> ways = new HashMap<>();

    WaysRecount(AnalysisRows rows) {
        this.rows = rows;
    }

    /** Takes up a row of the survey table. */
    void row(Map<String, String> row) {
        String responded = row.getOrDefault("responded", "");
        if (row.get("stage").isEmpty() && responded.matches("[0-9]{1,12}")) {
            sheets.merge(List.of(row.get("audience"), row.get("mode")), Long.valueOf(responded), Math::max);
        }
    }

    /** Takes up a way of the analysis table. */
    void keep(Map<String, String> row) {
        Way way = Way.ofKey(row.get("other")).orElseThrow(() -> new IllegalArgumentException("没有这种作答方式"));
        ways.computeIfAbsent(List.of(row.get("audience"), way.rows().key()), absent -> new ArrayList<>())
                .add(row);
    }

    /** After both tables were read. */
    void check() {
        ways.forEach(this::check);
    }

    private void check(List<String> total, List<Map<String, String>> parts) {
        List<Map<String, String>> shown =
                parts.stream().filter(row -> row.get("withheld").isEmpty()).toList();
        long sum = shown.stream()
                .map(row -> AnalysisRows.number(row, "n"))
                .mapToLong(BigDecimal::longValueExact)
                .sum();
        Long whole = sheets.get(total);
        boolean holds = whole == null
                ? shown.isEmpty()
                : sum <= whole + ROUNDING * (1 + shown.size())
                        && (shown.size() < parts.size() || sum >= whole - ROUNDING * (1 + shown.size()));
        rows.require(parts.get(0), holds, "各作答方式的答卷数与合计不符");
    }
}
