package org.gongshi.generator.verify;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of the analysis table and the indices that they rest on, to be found by what they tell of. Not thread-safe. */
final class AnalysisRows {
    private final String path;
    private final Recount recount;
    /** Figures of the survey table by place and audience. */
    private final Map<List<String>, Map<String, String>> indices = new HashMap<>();

    private final Map<List<String>, Map<String, String>> rows = new HashMap<>();

    AnalysisRows(String path, Recount recount) {
        this.path = path;
        this.recount = recount;
    }

    /** Takes up a row of the survey table, if it is the index of a place as a whole. */
    void index(Map<String, String> row) {
        if (row.get("measure").equals("index")
                && row.get("mode").equals("probability")
                && row.get("stage").isEmpty()) {
            indices.put(List.of(row.get("place"), row.get("audience")), row);
        }
    }

    void keep(Map<String, String> row) {
        rows.put(List.of(row.get("place"), row.get("audience"), row.get("measure"), row.get("other")), row);
    }

    /** All indices, by place and audience. */
    Map<List<String>, Map<String, String>> indices() {
        return Collections.unmodifiableMap(indices);
    }

    Optional<Map<String, String>> find(String place, String audience, String measure) {
        return Optional.ofNullable(rows.get(List.of(place, audience, measure, "")));
    }

    /** @throws IllegalArgumentException when the index is not published */
    Map<String, String> shown(String place, String audience) {
        Map<String, String> index = indices.get(List.of(place, audience));
        if (index == null || index.get("value").isEmpty()) {
            throw new IllegalArgumentException("survey.csv 没有公布 " + audience + " 的指数");
        }
        return index;
    }

    void require(Map<String, String> row, boolean holds, String otherwise) {
        recount.require(path, where(row), holds, otherwise);
    }

    static BigDecimal number(Map<String, String> row, String column) {
        return SystemReader.decimal(row, column);
    }

    static String where(Map<String, String> row) {
        return String.join(
                        " ",
                        row.getOrDefault("place", ""),
                        row.getOrDefault("audience", ""),
                        row.getOrDefault("measure", ""),
                        row.getOrDefault("other", ""))
                .strip();
    }
}
