package org.gongshi.generator.compose;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.scoring.GradeRule;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.site.ArchivePage;

/** The lists of archived reports, in parts that stay below 60 KB, and their site maps. */
final class ArchiveLists {
    /** Rows of one page: about 40 KB. */
    static final int PART = 150;
    /** The protocol allows 50,000 addresses in a site map. */
    private static final int ADDRESSES = 40_000;

    private final Composition site;
    private final ArchiveIndex index;

    ArchiveLists(Composition site, ArchiveIndex index) {
        this.site = site;
        this.index = index;
    }

    /** All list pages: of all years, then each year's parts. */
    List<ArchivePage> pages() {
        List<ArchivePage> pages = new ArrayList<>();
        List<Link> years = index.byYear().keySet().stream()
                .map(year -> new Link(site.say("archive.year", year), SitePaths.archiveYear(year, 1)))
                .toList();
        pages.add(new ArchivePage(
                site.frames()
                        .page(SitePaths.ARCHIVE, site.say("page.archive"), site.say("archive.lead"))
                        .in("archive")
                        .under(site.home())
                        .column(site.say("meta.type.disclosure")),
                site.say("archive.lead"),
                years,
                List.of(),
                List.of()));
        index.byYear().forEach((year, entries) -> year(year, entries, pages));
        return pages;
    }

    /** The rows of a list page as data. */
    byte[] json(ArchivePage page) {
        List<Json> rows = page.rows().stream()
                .<Json>map(row -> Json.object()
                        .put("title", row.report().text())
                        .put("path", row.report().path())
                        .put("date", row.date())
                        .put("score", new java.math.BigDecimal(row.score()))
                        .put("band", row.band().label())
                        .build())
                .toList();
        return JsonText.pretty(Json.object()
                .put("title", page.frame().title())
                .put("url", page.frame().canonical())
                .put("asOf", site.asOf().toString())
                .put("demonstration", site.content().site().demonstration())
                .put("reports", Json.array(rows))
                .build());
    }

    /** Site maps of the reports' pages, which list addresses of their own folder only, as the protocol demands. */
    Map<String, byte[]> siteMaps() {
        Map<String, byte[]> files = new TreeMap<>();
        List<ArchiveIndex.Entry> all = index.entries();
        for (int from = 0; from < all.size(); from += ADDRESSES) {
            StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
            for (ArchiveIndex.Entry entry : all.subList(from, Math.min(all.size(), from + ADDRESSES))) {
                xml.append("<url><loc>")
                        .append(Frame.address(site.content().site(), entry.path()))
                        .append("</loc></url>\n");
            }
            files.put(
                    SitePaths.archiveSiteMap(from / ADDRESSES + 1),
                    xml.append("</urlset>\n").toString().getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    private void year(int year, List<ArchiveIndex.Entry> entries, List<ArchivePage> pages) {
        int count = (entries.size() + PART - 1) / PART;
        List<Link> parts = new ArrayList<>();
        for (int part = 1; part <= count; part++) {
            parts.add(new Link(site.say("archive.part", part), SitePaths.archiveYear(year, part)));
        }
        for (int part = 1; part <= count; part++) {
            List<ArchivePage.Row> rows =
                    entries.subList((part - 1) * PART, Math.min(entries.size(), part * PART)).stream()
                            .map(this::row)
                            .toList();
            String title = count == 1 ? site.say("archive.year", year) : site.say("archive.year.part", year, part);
            String lead = site.say("archive.year.lead", entries.size());
            Frames.Draft draft = site.frames()
                    .page(SitePaths.archiveYear(year, part), title, title + "：" + lead)
                    .in("archive")
                    .under(site.home(), new Link(site.say("page.archive"), SitePaths.ARCHIVE))
                    .withData();
            pages.add(new ArchivePage(
                    draft.column(site.say("meta.type.disclosure")),
                    lead,
                    List.of(),
                    count == 1 ? List.of() : parts,
                    rows));
        }
    }

    private ArchivePage.Row row(ArchiveIndex.Entry entry) {
        return new ArchivePage.Row(
                new Link(entry.title(), entry.path()),
                entry.date().toString(),
                entry.score().shown(),
                GradeRule.band(entry.score()));
    }
}
