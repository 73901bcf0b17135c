package org.gongshi.templates.site;

import java.util.List;

/**
 * The trace of a score (得分核算): every step from the raw values to the weighted score, exact.
 *
 * @param sum the weighted score, all digits
 */
public record Trace(List<Area> areas, String sum) {
    public Trace {
        areas = List.copyOf(areas);
    }

    /** One area with its indicators. */
    public record Area(String id, String name, String weight, String points, List<Row> rows) {
        public Area {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One indicator.
     *
     * @param raw the raw value with its unit, or the sign for not applicable
     * @param rule the rule in words
     * @param calculation the rule with its numbers
     * @param contribution weight × points ÷ 100, exact
     */
    public record Row(
            String code,
            String name,
            String path,
            String weight,
            String raw,
            String rule,
            String calculation,
            String points,
            String contribution) {}
}
