package org.gongshi.generator.compose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.scoring.Grade;
import org.gongshi.templates.site.Block;
import org.gongshi.templates.site.BlocksPage;
import org.gongshi.templates.site.Chart;
import org.gongshi.templates.site.Fact;
import org.gongshi.templates.site.ProblemState;
import org.gongshi.templates.site.RoundPage;

/** Every pattern of the site on one page (页面组件), drawn from published numbers: for those who build and those who check. */
final class ComponentsComposer {
    private final Composition site;

    ComponentsComposer(Composition site) {
        this.site = site;
    }

    /** @param round the newest, whose pages have the charts */
    BlocksPage page(RoundView round) {
        Frames.Draft draft = site.frames()
                .page(SitePaths.COMPONENTS, site.say("page.components"), site.say("components.lead"))
                .under(site.home());
        List<BlocksPage.Section> sections = new ArrayList<>();
        sections.add(BlocksPage.Section.lead(new Block.Paragraph(site.say("components.lead"), Block.Tone.ANSWER)));
        sections.add(BlocksPage.Section.of(
                "text",
                site.say("components.text"),
                new Block.Paragraph(site.say("components.answer"), Block.Tone.ANSWER),
                new Block.Paragraph(site.say("components.plain"), Block.Tone.PLAIN),
                new Block.Paragraph(site.say("components.note"), Block.Tone.NOTE),
                new Block.Paragraph(site.say("components.warning"), Block.Tone.WARNING),
                new Block.Facts(List.of(new Fact(
                        site.say("document.licence"), site.content().site().licence()))),
                new Block.Links(List.of(site.home()))));
        sections.add(BlocksPage.Section.of("marks", site.say("components.marks"), grades(), states()));
        List<Block> drawings = new ArrayList<>();
        charts(round).forEach(chart -> {
            drawings.add(new Block.Drawing(chart));
            drawings.add(described(chart));
        });
        if (!drawings.isEmpty()) {
            sections.add(new BlocksPage.Section("charts", Optional.of(site.say("components.charts")), drawings));
        }
        return new BlocksPage(draft.column(site.say("meta.type.guide")), sections, true);
    }

    /** One of each kind, as they stand on other pages. */
    private List<Chart> charts(RoundView round) {
        List<Chart> charts = new ArrayList<>();
        RoundPage overview = new RoundComposer(site, round).round(List.of());
        overview.dots().ifPresent(charts::add);
        charts.add(new PlaceAreas(site, round, round.reports().get(0)).bars());
        overview.survey().ifPresent(charts::add);
        charts.add(new RectificationComposer(site, round).curve());
        charts.add(new RectificationComposer(site, round).stacked());
        overview.problems().ifPresent(charts::add);
        charts.add(new CalendarComposer(site, round).calendar().timeline());
        charts.add(site.histories().get(0).trend());
        site.pairs(round.key().organizer()).stream().limit(1).forEach(pair -> {
            CompareComposer compare = new CompareComposer(site, pair);
            charts.add(compare.slope());
            compare.dumbbells().stream().limit(1).forEach(charts::add);
        });
        return charts;
    }

    /** What the chart says to those who do not see it stands here as the table that every chart leads to. */
    private Block described(Chart chart) {
        return chart instanceof org.gongshi.templates.site.StateBar
                ? new Block.Paragraph(chart.text().description(), Block.Tone.NOTE)
                : new Block.Table(
                        chart.text().table(),
                        site.say("components.described", chart.text().title()),
                        List.of(
                                Block.Column.text(site.say("components.title")),
                                Block.Column.text(site.say("components.description"))),
                        List.of(Block.Row.of(
                                Block.Cell.of(chart.text().title()),
                                Block.Cell.of(chart.text().description()))),
                        true);
    }

    private Block grades() {
        return new Block.Table(
                "grades",
                site.say("scores.grade"),
                List.of(Block.Column.text(site.say("scores.grade"))),
                Arrays.stream(Grade.values())
                        .map(grade -> Block.Row.of(Block.Cell.grade(grade)))
                        .toList(),
                false);
    }

    private Block states() {
        return new Block.Table(
                "state-marks",
                site.say("problem.state"),
                List.of(Block.Column.text(site.say("problem.state"))),
                Arrays.stream(ProblemState.values())
                        .map(state -> Block.Row.of(Block.Cell.state(state)))
                        .toList(),
                false);
    }
}
