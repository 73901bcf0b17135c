package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;

/** What the dossiers of the places have and lack (评价报告：各地材料). */
public record ReportsPage(OfficeFrame frame, List<Line> lines) implements OfficePage {
    public ReportsPage {
        Objects.requireNonNull(frame, "frame");
        lines = List.copyOf(lines);
    }

    /**
     * A place.
     *
     * @param score the weighted score; empty while points are missing
     * @param band the best grade that the score allows; empty without a score
     * @param grade the grade that the report states; empty while it states none
     */
    public record Line(
            String code,
            String place,
            String score,
            String band,
            boolean stages,
            boolean problems,
            boolean report,
            String grade) {}

    @Override
    public String title() {
        return words().say("reports.title");
    }

    @Override
    public String template() {
        return "office/reports.jte";
    }
}
