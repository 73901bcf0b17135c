package org.gongshi.generator.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.evaluation.scoring.Indicator;
import org.gongshi.evaluation.scoring.PointRule;
import org.gongshi.evaluation.site.Correction;
import org.gongshi.evaluation.site.SiteText;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.site.AccessibilityPage;
import org.gongshi.templates.site.CorrectionsPage;
import org.gongshi.templates.site.DatedLink;
import org.gongshi.templates.site.NotFoundPage;
import org.gongshi.templates.site.NoticesPage;
import org.gongshi.templates.site.SiteMapPage;
import org.gongshi.templates.site.SitePage;
import org.gongshi.templates.site.TextPage;
import org.gongshi.templates.site.Trace;
import org.gongshi.templates.site.WorkedExample;

/** Texts around the rounds: method, regulation, notices, corrections, and the list of all pages. */
final class TextComposer {
    private static final int SITE_MAP_PART = 300;

    private final Composition site;

    TextComposer(Composition site) {
        this.site = site;
    }

    TextPage text(SiteText text) {
        String path = SitePaths.text(text.name());
        Frames.Draft draft = site.frames()
                .page(path, text.title(), site.say("text.description", text.title()))
                .in(text.name())
                .under(site.home());
        return text.name().equals("methodology")
                ? page(draft, text, path, example(), surveys())
                : page(draft, text, path, Optional.empty(), List.of());
    }

    TextPage notice(SiteText notice) {
        String path = SitePaths.notice(notice.name());
        Frames.Draft draft = site.frames()
                .page(path, notice.title(), site.say("text.description", notice.title()))
                .in("notices")
                .under(site.home(), new Link(site.say("page.notices"), SitePaths.NOTICES));
        return page(draft, notice, path, Optional.empty(), List.of());
    }

    NoticesPage notices() {
        Frame frame = column(SitePaths.NOTICES, "notices").column(site.say("meta.type.disclosure"));
        List<DatedLink> rows = site.content().notices().stream()
                .map(notice -> new DatedLink(
                        notice.date().orElse(site.asOf()), new Link(notice.title(), SitePaths.notice(notice.name()))))
                .toList();
        return new NoticesPage(frame, rows);
    }

    CorrectionsPage corrections() {
        Frame frame = column(SitePaths.CORRECTIONS, "corrections").withData().column(site.say("meta.type.disclosure"));
        return new CorrectionsPage(
                frame,
                site.content().corrections().stream()
                        .map(one -> correction(site, one))
                        .toList());
    }

    /** All corrections as a table. */
    DataTable correctionsTable() {
        TableBuilder table = new TableBuilder("corrections", "data/corrections.csv", site.say("table.corrections"))
                .columns(DataTable.Type.DATE, "corrected_on")
                .columns(
                        DataTable.Type.TEXT,
                        "page",
                        "old_value",
                        "new_value",
                        "correction_reason",
                        "correction_document");
        site.content()
                .corrections()
                .forEach(one ->
                        table.row(one.date(), one.page(), one.old(), one.corrected(), one.reason(), one.document()));
        return table.build();
    }

    /** A correction with the way to its page and to the page as it stood before. */
    static CorrectionsPage.Row correction(Composition site, Correction one) {
        String path = Composition.page(one);
        return new CorrectionsPage.Row(
                one.date().toString(),
                site.corrected(one),
                one.old(),
                one.corrected(),
                one.reason(),
                one.document(),
                site.old(path, one).map(kept -> new Link(site.say("old.before"), kept.address())));
    }

    AccessibilityPage accessibility() {
        return new AccessibilityPage(
                column(SitePaths.ACCESSIBILITY, "accessibility").column(site.say("meta.type.guide")));
    }

    NotFoundPage notFound() {
        return new NotFoundPage(site.frames()
                .page(SitePaths.NOT_FOUND, site.say("page.notFound"), site.say("notFound.text"))
                .plain());
    }

    /** Every page by its part of the site: the common ones, and lists of the rounds' pages. */
    List<SiteMapPage> siteMap(List<SitePage> pages) {
        Map<RoundView, List<Link>> rounds = new LinkedHashMap<>();
        site.rounds().forEach(round -> rounds.put(round, new ArrayList<>()));
        List<Link> common = new ArrayList<>();
        for (SitePage page : pages) {
            Link link = new Link(page.frame().title(), page.frame().path());
            site.rounds().stream()
                    .filter(round -> isOf(round, page))
                    .findFirst()
                    .map(rounds::get)
                    .orElse(common)
                    .add(link);
        }
        List<SiteMapPage> maps = new ArrayList<>();
        List<Link> lists = new ArrayList<>();
        rounds.forEach((round, links) -> maps.addAll(siteMap(round, links)));
        maps.forEach(map -> lists.add(new Link(map.frame().title(), map.frame().path())));
        List<SiteMapPage.Group> groups = new ArrayList<>();
        groups.add(new SiteMapPage.Group(site.say("sitemap.rounds"), lists));
        groups.add(new SiteMapPage.Group(site.say("sitemap.common"), common));
        maps.add(0, new SiteMapPage(column(SitePaths.SITE_MAP, "sitemap").column(site.say("meta.type.guide")), groups));
        return maps;
    }

    /** A round's pages, in parts that stay below 60 KB. */
    private List<SiteMapPage> siteMap(RoundView round, List<Link> links) {
        List<SiteMapPage> parts = new ArrayList<>();
        for (int from = 0; from < links.size(); from += SITE_MAP_PART) {
            int part = from / SITE_MAP_PART + 1;
            String title = links.size() > SITE_MAP_PART
                    ? site.say("sitemap.part", round.title(), part)
                    : site.say("sitemap.round", round.title());
            Frames.Draft draft = site.frames()
                    .page(site.paths().siteMap(round.key(), part), title, site.say("sitemap.lead"))
                    .under(site.home(), new Link(site.say("page.sitemap"), SitePaths.SITE_MAP));
            parts.add(new SiteMapPage(
                    draft.column(site.say("meta.type.guide")),
                    List.of(new SiteMapPage.Group(
                            round.title(), links.subList(from, Math.min(links.size(), from + SITE_MAP_PART))))));
        }
        return parts;
    }

    private static boolean isOf(RoundView round, SitePage page) {
        return page.frame().local().stream()
                .anyMatch(link -> link.path().equals(round.link().path()));
    }

    private Frames.Draft column(String path, String name) {
        return site.frames()
                .page(path, site.say("page." + name), site.say(name + ".lead"))
                .in(name)
                .under(site.home());
    }

    private TextPage page(
            Frames.Draft draft, SiteText text, String path, Optional<WorkedExample> example, List<Link> rounds) {
        MarkdownHtml.Converted body = MarkdownHtml.convert(text.body(), path, site.edition());
        Frame frame = text.date().map(draft::article).orElseGet(() -> draft.column(text.title()));
        return new TextPage(frame, body.html(), body.headings(), example, rounds);
    }

    /** For every round with a survey the page of its own numbers. */
    private List<Link> surveys() {
        return site.rounds().stream()
                .filter(round ->
                        round.hasReports() && round.published().results().isPresent())
                .map(round -> new Link(
                        site.say("method.title", round.title()), site.paths().part(round.key(), MethodComposer.PART)))
                .toList();
    }

    /** The newest round's first place: its first rate from raw value to contribution, then the areas up to the score. */
    private Optional<WorkedExample> example() {
        return site.latest().flatMap(round -> {
            ApprovedReport report = round.reports().get(0);
            TraceComposer composer = new TraceComposer(site.paths(), round);
            Trace trace = composer.trace(report);
            Optional<Indicator> indicator = round.system().indicators().stream()
                    .filter(one -> one.rule() instanceof PointRule.Rate)
                    .findFirst();
            return indicator.map(one -> new WorkedExample(
                    round.placeLink(report.dossier().place().code()),
                    composer.row(report.dossier().sheet(), one),
                    trace.areas(),
                    trace.sum(),
                    report.band().label()));
        });
    }
}
