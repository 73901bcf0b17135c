package org.gongshi.generator.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.site.Correction;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.site.Block;
import org.gongshi.templates.site.BlocksPage;

/**
 * Pages of results that were taken back (撤回的结果): a published address stays, and says what happened, when, why and by which document.
 * A place that is published again has its own pages again.
 */
final class WithdrawnComposer {
    private final Composition site;

    WithdrawnComposer(Composition site) {
        this.site = site;
    }

    /** At the addresses of the place and of its report, where the newest word about them is that they were taken back. */
    List<BlocksPage> pages() {
        List<BlocksPage> pages = new ArrayList<>();
        for (RoundView round : site.rounds()) {
            for (PlaceCode place : round.published().round().places()) {
                site.withdrawn(round, place)
                        .ifPresent(why -> Stream.of(
                                        site.paths().place(round.key(), place),
                                        site.paths().report(round.key(), place))
                                .forEach(path -> pages.add(page(round, place, path, why))));
            }
        }
        return pages;
    }

    private BlocksPage page(RoundView round, PlaceCode place, String path, Correction why) {
        String answer = site.say("withdrawn.answer", round.name(place), round.title(), why.date());
        List<Link> links = new ArrayList<>();
        site.old(path, why).ifPresent(kept -> links.add(new Link(site.say("withdrawn.old"), kept.address())));
        links.add(round.link());
        links.add(new Link(site.say("page.corrections"), SitePaths.CORRECTIONS));
        return new BlocksPage(
                site.frames()
                        .page(path, site.say("withdrawn.title", round.name(place), round.title()), answer)
                        .in("round")
                        .under(site.trail(round))
                        .beside(round.local())
                        .column(site.say("meta.type.disclosure")),
                List.of(BlocksPage.Section.lead(
                        new Block.Paragraph(answer, Block.Tone.ANSWER),
                        new Block.Paragraph(site.say("withdrawn.why", why.reason(), why.document()), Block.Tone.PLAIN),
                        new Block.Links(links))),
                false);
    }
}
