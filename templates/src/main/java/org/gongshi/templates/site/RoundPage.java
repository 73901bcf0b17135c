package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Link;

/**
 * One round (年度总览): how did all places do?
 *
 * @param answer one sentence
 * @param dots empty while nothing is published
 * @param results the table of results, in code order
 * @param awaited names of places whose report is not published yet
 * @param survey the whole area's index by audience
 * @param problems empty while nothing is published
 * @param downloads the round's tables
 * @param held the rounds that its places hold over their own places (第十六条)
 */
public record RoundPage(
        Frame frame,
        String answer,
        List<Tile> tiles,
        Optional<DotPlot> dots,
        List<ResultRow> results,
        List<String> awaited,
        Optional<HeatTable> heat,
        Optional<IntervalChart> survey,
        Optional<StateBar> problems,
        List<Link> downloads,
        List<Link> held)
        implements SitePage {
    public RoundPage {
        Objects.requireNonNull(frame, "frame");
        Require.text(answer, "answer");
        tiles = List.copyOf(tiles);
        Objects.requireNonNull(dots, "dots");
        results = List.copyOf(results);
        awaited = List.copyOf(awaited);
        Objects.requireNonNull(heat, "heat");
        Objects.requireNonNull(survey, "survey");
        Objects.requireNonNull(problems, "problems");
        downloads = List.copyOf(downloads);
        held = List.copyOf(held);
    }

    @Override
    public String template() {
        return "site/round.jte";
    }
}
