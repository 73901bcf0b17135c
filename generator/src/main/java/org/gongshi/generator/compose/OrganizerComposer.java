package org.gongshi.generator.compose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gongshi.evaluation.Article;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.site.Block;
import org.gongshi.templates.site.BlocksPage;
import org.gongshi.templates.site.DatedLink;

/**
 * The own home of an organizer of the second tier (盟市对旗县的评价首页): its newest results, its years, the way up to its own
 * evaluation. It nests under the site of the first tier and comes from the same composers.
 */
@Article(16)
final class OrganizerComposer {
    private final Composition site;
    /** Newest first. */
    private final List<RoundView> rounds;

    /** @param rounds of one organizer, with published reports, newest first */
    OrganizerComposer(Composition site, List<RoundView> rounds) {
        this.site = site;
        this.rounds = List.copyOf(rounds);
    }

    BlocksPage page() {
        RoundView newest = rounds.get(0);
        String answer = site.say(
                "organizer.answer",
                newest.organizer().name(),
                newest.placesLabel(),
                newest.key().year(),
                new RoundComposer(site, newest).answer());
        List<Link> above = new ArrayList<>(List.of(site.home()));
        site.evaluated(newest).ifPresent(above::add);
        Frames.Draft draft = site.frames()
                .page(site.paths().organizerHome(newest.key().organizer()), title(), answer)
                .in("round")
                .under(above.toArray(Link[]::new))
                .withData();
        List<BlocksPage.Section> sections = new ArrayList<>();
        sections.add(BlocksPage.Section.lead(
                new Block.Paragraph(answer, Block.Tone.ANSWER),
                new Block.Tiles(new RoundComposer(site, newest).tiles()),
                new Block.Paragraph(
                        site.say("organizer.lead", newest.organizer().organ()), Block.Tone.PLAIN)));
        sections.add(BlocksPage.Section.of("rounds", site.say("organizer.rounds"), new Block.Links(years())));
        sections.add(BlocksPage.Section.of("news", site.say("home.recent"), new Block.Dated(news())));
        site.evaluated(newest)
                .ifPresent(up -> sections.add(
                        BlocksPage.Section.of("up", site.say("organizer.up"), new Block.Links(List.of(up)))));
        return new BlocksPage(draft.column(site.say("meta.type.disclosure")), sections, true);
    }

    private List<Link> years() {
        List<Link> links = new ArrayList<>(rounds.stream().map(RoundView::link).toList());
        RoundView newest = rounds.get(0);
        if (!site.pairs(newest.key().organizer()).isEmpty()) {
            links.add(CompareComposer.list(site, newest));
        }
        links.add(new Link(
                site.say("organizer.feed"),
                site.paths().organizerFeed(newest.key().organizer())));
        return links;
    }

    /** Its publications, newest first. */
    List<DatedLink> news() {
        return rounds.stream()
                .flatMap(round -> round.reports().stream()
                        .map(report -> new DatedLink(
                                report.publishedOn(),
                                new Link(
                                        report.dossier().report().title(),
                                        site.paths()
                                                .place(
                                                        round.key(),
                                                        report.dossier().place().code())))))
                .sorted(Comparator.comparing(DatedLink::date).reversed())
                .toList();
    }

    String title() {
        return site.organizerLink(rounds.get(0)).text();
    }

    /** Where its pages stand. */
    String folder() {
        String home = site.paths().organizerHome(rounds.get(0).key().organizer());
        return home.substring(0, home.length() - SitePaths.HOME.length());
    }

    /** Who draws up its reports. */
    String office() {
        return rounds.get(0).published().round().bodies().office();
    }
}
