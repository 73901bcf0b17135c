package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;
import org.gongshi.templates.frame.Frame;

/**
 * One problem: text, basis, measures, result, re-check.
 */
public record ProblemPage(
        Frame frame,
        ProblemRow row,
        String text,
        String measures,
        List<Fact> facts,
        Optional<String> result,
        Optional<String> recheck)
        implements SitePage {
    public ProblemPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(row, "row");
        Require.text(text, "text");
        Require.text(measures, "measures");
        facts = List.copyOf(facts);
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(recheck, "recheck");
    }

    @Override
    public String template() {
        return "site/problem.jte";
    }
}
