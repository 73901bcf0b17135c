package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Link;

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

    /** The places that have problems, each once, in the order of the list. */
    public List<Link> places() {
        return rows.stream().map(ProblemRow::place).distinct().toList();
    }

    @Override
    public String template() {
        return "site/problems.jte";
    }
}
