package org.gongshi.templates.site;

import java.util.List;
import java.util.Optional;

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
     * @param source page on which a raw value from elsewhere on the site stands: the index of the survey
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
            Optional<String> source,
            String rule,
            String calculation,
            String points,
            String contribution) {}
}
