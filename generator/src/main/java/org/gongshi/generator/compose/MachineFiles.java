package org.gongshi.generator.compose;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongshi.evaluation.site.Site;
import org.gongshi.templates.frame.Edition;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Markup;
import org.gongshi.templates.site.DatedLink;
import org.gongshi.templates.site.SitePage;

/** Files for machines: site map, robots, feed, security contact. */
final class MachineFiles {
    private final Composition site;

    MachineFiles(Composition site) {
        this.site = site;
    }

    /** The feed of the language. */
    Map<String, byte[]> feed(List<DatedLink> news) {
        Site of = site.content().site();
        return Map.of("feed.xml", feed("", of.name(), of.sponsor(), news).getBytes(StandardCharsets.UTF_8));
    }

    Map<String, byte[]> files(List<SitePage> pages) {
        Map<String, String> texts = new TreeMap<>();
        texts.put("sitemap.xml", siteMap(pages));
        texts.put("robots.txt", robots());
        texts.put(".well-known/security.txt", security());
        Map<String, byte[]> files = new TreeMap<>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    private String siteMap(List<SitePage> pages) {
        boolean alone = site.edition().all().size() == 1;
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
                + (alone ? "" : " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"") + ">\n");
        pages.stream()
                .filter(page -> !page.frame().path().equals(SitePaths.NOT_FOUND))
                .forEach(page -> url(page.frame(), xml));
        return xml.append("</urlset>\n").toString();
    }

    /** A page in every language it has, each with all of them. */
    private static void url(Frame frame, StringBuilder xml) {
        List<Edition.Alternate> alternates = frame.edition().alternates(frame.path());
        if (alternates.isEmpty()) {
            xml.append("<url><loc>").append(Markup.escaped(frame.canonical())).append("</loc></url>\n");
        }
        for (Edition.Alternate page : alternates) {
            xml.append("<url><loc>").append(Markup.escaped(frame.address(page))).append("</loc>");
            alternates.forEach(other -> xml.append("<xhtml:link rel=\"alternate\" hreflang=\"")
                    .append(other.tag())
                    .append("\" href=\"")
                    .append(Markup.escaped(frame.address(other)))
                    .append("\"/>"));
            xml.append("</url>\n");
        }
    }

    private String robots() {
        Site of = site.content().site();
        // A demonstration is never to be found by a search engine: its places are invented.
        return of.demonstration()
                ? "User-agent: *\nDisallow: /\n"
                : "User-agent: *\nAllow: /\nSitemap: " + Frame.address(of, "sitemap.xml") + "\n";
    }

    /** The feed of an organizer of the second tier. */
    byte[] feed(OrganizerComposer organizer) {
        return feed(organizer.folder(), organizer.title(), organizer.office(), organizer.news())
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Atom (RFC 4287). Its dates are first publications; no build time enters.
     *
     * @param organizer where the feed stands: at the root of the language or at an organizer's home
     */
    private String feed(String organizer, String title, String author, List<DatedLink> news) {
        Site of = site.content().site();
        String folder = site.edition().place(organizer);
        LocalDate updated = news.stream()
                .map(DatedLink::date)
                .max(Comparator.naturalOrder())
                .orElse(of.asOf());
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\""
                        + site.words().language() + "\">\n")
                .append("<title>")
                .append(Markup.escaped(titled(title)))
                .append("</title>\n")
                .append("<id>")
                .append(Markup.escaped(Frame.address(of, folder)))
                .append("</id>\n")
                .append("<link rel=\"self\" href=\"")
                .append(Markup.escaped(Frame.address(of, folder + "feed.xml")))
                .append("\"/>\n")
                .append("<updated>")
                .append(moment(updated))
                .append("</updated>\n")
                .append("<author><name>")
                .append(Markup.escaped(author))
                .append("</name></author>\n");
        news.forEach(row -> xml.append(entry(of, row)));
        return xml.append("</feed>\n").toString();
    }

    private String entry(Site of, DatedLink row) {
        String address = Markup.escaped(
                Frame.address(of, site.edition().target(row.link().path())));
        return "<entry><title>" + Markup.escaped(titled(row.link().text())) + "</title><id>" + address
                + "</id><link href=\"" + address + "\"/><updated>" + moment(row.date()) + "</updated></entry>\n";
    }

    private String titled(String title) {
        return site.content().site().demonstration() ? site.say("frame.demonstration") + " " + title : title;
    }

    /** RFC 9116; it runs out a year after the as-of date. */
    private String security() {
        Site of = site.content().site();
        String contact = of.contact()
                .email()
                .map(email -> "mailto:" + email)
                .orElse("tel:" + of.contact().phone().replaceAll("[^0-9+-]", ""));
        return "Contact: " + contact + "\nExpires: " + of.asOf().plusYears(1)
                + "T00:00:00Z\nPreferred-Languages: zh\nCanonical: " + Frame.address(of, ".well-known/security.txt")
                + "\n";
    }

    private static String moment(LocalDate day) {
        return day + "T00:00:00+08:00";
    }
}
