package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.scoring.Grade;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Link;

/**
 * One place in one round: how did it do, and why?
 *
 * @param answer one sentence
 * @param standards the committee's judgement with its basis
 * @param survey index by audience
 * @param print path of the report as PDF
 * @param more other pages about the place: its years, its self-evaluation, its counties
 * @param corrections what was corrected on the page since its publication
 * @param checks with what the trace can be recomputed: the round's tables, the rules, the command
 * @param counties the place's own evaluation of its counties, where it has published one
 */
public record PlacePage(
        Frame frame,
        String place,
        Grade grade,
        Grade band,
        String score,
        String answer,
        Standards standards,
        Optional<String> reason,
        AreaBars areas,
        Optional<IntervalChart> survey,
        String surveyPath,
        List<Commended> practices,
        List<ProblemRow> problems,
        List<Fact> stages,
        List<ApprovalStep> approvals,
        List<OutcomesPage.Row> outcomes,
        String reportPath,
        Optional<String> print,
        List<Link> more,
        Optional<Counties> counties,
        List<CorrectionsPage.Row> corrections,
        Trace trace,
        List<Link> checks)
        implements SitePage {
    public PlacePage {
        Objects.requireNonNull(frame, "frame");
        Require.text(place, "place");
        Objects.requireNonNull(grade, "grade");
        Objects.requireNonNull(band, "band");
        Require.text(score, "score");
        Require.text(answer, "answer");
        Objects.requireNonNull(standards, "standards");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(areas, "areas");
        Objects.requireNonNull(survey, "survey");
        Require.text(surveyPath, "surveyPath");
        practices = List.copyOf(practices);
        problems = List.copyOf(problems);
        stages = List.copyOf(stages);
        approvals = List.copyOf(approvals);
        outcomes = List.copyOf(outcomes);
        Require.text(reportPath, "reportPath");
        Objects.requireNonNull(print, "print");
        more = List.copyOf(more);
        Objects.requireNonNull(counties, "counties");
        corrections = List.copyOf(corrections);
        Objects.requireNonNull(trace, "trace");
        checks = List.copyOf(checks);
    }

    /** The committee's judgement of article 14, and on what it rests. */
    public record Standards(String label, String basis) {}

    /** The second tier in one sentence and a grid. */
    public record Counties(Link page, String answer, List<Tile> tiles) {
        public Counties {
            tiles = List.copyOf(tiles);
        }
    }

    /** A commended practice (典型经验). */
    public record Commended(String title, String text, Link indicator) {}

    @Override
    public String template() {
        return "site/place.jte";
    }
}
