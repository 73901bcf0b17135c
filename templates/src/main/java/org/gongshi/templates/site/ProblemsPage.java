package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;
import org.gongshi.templates.frame.Frame;

/**
 * All problems of a round (问题清单与整改): what is wrong, and what is overdue?
 */
public record ProblemsPage(Frame frame, StateBar states, List<ProblemRow> overdue, List<ProblemRow> rows)
        implements SitePage {
    public ProblemsPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(states, "states");
        overdue = List.copyOf(overdue);
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "site/problems.jte";
    }
}
