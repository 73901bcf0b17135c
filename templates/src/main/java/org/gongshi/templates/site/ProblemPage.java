package org.gongshi.templates.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;
import org.gongshi.templates.frame.Frame;

/**
 * One problem: text, basis, measures, result, re-check.
 *
 * @param course what happened to it day by day, deadlines ahead too
 */
public record ProblemPage(
        Frame frame,
        ProblemRow row,
        String text,
        String measures,
        List<Step> course,
        List<Fact> facts,
        Optional<String> result,
        Optional<String> recheck)
        implements SitePage {
    public ProblemPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(row, "row");
        Require.text(text, "text");
        Require.text(measures, "measures");
        course = List.copyOf(course);
        facts = List.copyOf(facts);
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(recheck, "recheck");
    }

    /**
     * A day in its course.
     *
     * @param ahead whether the as-of date lies before it
     */
    public record Step(String label, LocalDate date, boolean ahead, Optional<String> note) {
        public Step {
            Require.text(label, "label");
            Objects.requireNonNull(date, "date");
            Objects.requireNonNull(note, "note");
        }
    }

    @Override
    public String template() {
        return "site/problem.jte";
    }
}
