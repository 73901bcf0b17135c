package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;

/**
 * The board of rectification (整改台账).
 *
 * @param today the day as of which it speaks
 * @param sum how many there are, and how many of them are overdue
 * @param may whether this person fills in what has come of them
 */
public record ProblemsPage(OfficeFrame frame, String today, String sum, List<Line> lines, boolean may)
        implements OfficePage {
    public ProblemsPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(today, "today");
        Objects.requireNonNull(sum, "sum");
        lines = List.copyOf(lines);
    }

    /**
     * A problem.
     *
     * @param late why it is overdue; empty when it is not
     */
    public record Line(
            String place,
            String id,
            String title,
            boolean prominent,
            String measures,
            String deadline,
            String status,
            String late,
            String result,
            String recheck) {}

    @Override
    public String title() {
        return words().say("problems.title");
    }

    @Override
    public String template() {
        return "office/problems.jte";
    }
}
