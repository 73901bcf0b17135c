package org.gongshi.generator.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.site.Block;
import org.gongshi.templates.site.BlocksPage;

/** The ways into the years: every place with its years, every comparison of two years. */
final class YearsComposer {
    private final Composition site;

    YearsComposer(Composition site) {
        this.site = site;
    }

    /** All places with a history. */
    BlocksPage regions(List<HistoryComposer> histories) {
        Frames.Draft draft = site.frames()
                .page(SitePaths.REGIONS, site.say("page.regions"), site.say("regions.lead"))
                .in("compare")
                .under(site.home())
                .withData();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(site.say("regions.lead"), Block.Tone.PLAIN));
        blocks.add(new Block.Table(
                "regions",
                site.say("regions.caption"),
                List.of(
                        Block.Column.text(site.say("scores.place")),
                        Block.Column.number(site.say("regions.years")),
                        Block.Column.text(site.say("regions.newest")),
                        Block.Column.number(site.say("scores.score")),
                        Block.Column.text(site.say("scores.grade"))),
                histories.stream().map(this::row).toList(),
                true));
        List<Link> comparisons = site.published().keySet().stream()
                .filter(organizer -> !site.pairs(organizer).isEmpty())
                .map(organizer ->
                        CompareComposer.list(site, site.pairs(organizer).get(0).after()))
                .toList();
        if (!comparisons.isEmpty()) {
            blocks.add(new Block.Links(comparisons));
        }
        return new BlocksPage(
                draft.column(site.say("meta.type.data")),
                List.of(new BlocksPage.Section("lead", Optional.empty(), blocks)),
                false);
    }

    private Block.Row row(HistoryComposer history) {
        RoundView newest = history.rounds().get(history.rounds().size() - 1);
        var point = history.trend().points().get(history.rounds().size() - 1);
        return Block.Row.of(
                Block.Cell.link(history.link()),
                Block.Cell.of(history.rounds().size()),
                Block.Cell.of(newest.key().year()),
                Block.Cell.number(point.shown(), Numbers.exact(point.value())),
                Block.Cell.grade(point.grade()));
    }

    /** All comparisons of an organizer's years. */
    BlocksPage comparisons(PlaceCode organizer, List<YearPair> pairs) {
        RoundView newest = pairs.get(0).after();
        String lead = site.say("compare.lead", newest.organizer().name());
        Frames.Draft draft = site.frames()
                .page(site.paths().comparisons(organizer), site.say("page.compare"), lead)
                .in("compare")
                .under(site.home());
        return new BlocksPage(
                draft.column(site.say("meta.type.data")),
                List.of(BlocksPage.Section.lead(
                        new Block.Paragraph(lead, Block.Tone.PLAIN),
                        new Block.Table(
                                "comparisons",
                                site.say("compare.caption"),
                                List.of(
                                        Block.Column.text(site.say("compare.years")),
                                        Block.Column.text(site.say("compare.can")),
                                        Block.Column.number(site.say("compare.shared"))),
                                pairs.stream()
                                        .map(pair -> Block.Row.of(
                                                Block.Cell.link(new CompareComposer(site, pair).link()),
                                                Block.Cell.of(site.say(
                                                        pair.systems().isComparable() ? "compare.yes" : "compare.no")),
                                                Block.Cell.of(Numbers.exact(
                                                        pair.systems().shared()))))
                                        .toList(),
                                true),
                        new Block.Links(List.of(new Link(site.say("page.regions"), SitePaths.REGIONS))))),
                false);
    }
}
