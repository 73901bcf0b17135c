package org.gongshi.templates.frame;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.site.Site;

/**
 * What stands around the content of a page (页面框架).
 *
 * @param words every word that the templates themselves say
 * @param site the site's mandatory items
 * @param path the page's own path from the root, ending in a file name
 * @param title the visible heading of the page; ArticleTitle repeats it
 * @param description one sentence, for search results and sharing
 * @param section the entry of the navigation to which the page belongs; empty for none
 * @param navigation main navigation, the same on every page; the link's section is its key
 * @param footer links of the footer, the same on every page
 * @param local the pages of the same round; empty outside of a round
 * @param trail breadcrumbs from the home page, without the page itself
 * @param metas mandatory items of the page in their order
 * @param document the document block of content pages
 * @param data the same page as data ({@code index.json}), when it has any
 * @param edition the language's tree in which the page stands
 */
public record Frame(
        Wording words,
        Site site,
        String path,
        String title,
        String description,
        String section,
        List<Entry> navigation,
        List<Link> footer,
        List<Link> local,
        List<Link> trail,
        List<Meta> metas,
        Optional<DocumentBlock> document,
        Optional<String> data,
        Edition edition) {
    public Frame {
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(site, "site");
        Require.text(path, "path");
        Require.text(title, "title");
        Require.text(description, "description");
        Objects.requireNonNull(section, "section");
        navigation = List.copyOf(navigation);
        footer = List.copyOf(footer);
        local = List.copyOf(local);
        trail = List.copyOf(trail);
        metas = List.copyOf(metas);
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(edition, "edition");
    }

    /** One entry of the main navigation. */
    public record Entry(String section, Link link) {}

    /** The words of a key with its gaps filled. */
    public String text(String key, Object... args) {
        return words.say(key, args);
    }

    /**
     * The link from this page to a path of the site; a complete address or an anchor stays as it is. The page of the web
     * server for unknown addresses is shown at any depth, so its links begin at the root.
     */
    public String to(String target) {
        if (Paths.isComplete(target) || target.startsWith("#")) {
            return target;
        }
        return isShownAnywhere() ? "/" + target : edition.relative(path, target);
    }

    public String to(Link link) {
        return to(link.path());
    }

    /** Canonical address: the folder, without {@code index.html}. */
    public String canonical() {
        return address(site, address());
    }

    /** Where the page stands on the site, from its root. */
    public String address() {
        return edition.place(path);
    }

    /** The link to a path of the site's root, whatever the language. */
    public String over(String place) {
        return Paths.relative(address(), place);
    }

    /** The complete address of the same page in another language. */
    public String address(Edition.Alternate alternate) {
        return address(site, alternate.path());
    }

    /** The complete address of a path of a site. */
    public static String address(Site site, String path) {
        String folder = path.endsWith("index.html") ? path.substring(0, path.length() - "index.html".length()) : path;
        return "https://" + site.domain() + "/" + folder;
    }

    /** Where the record of the public security office (公安备案号) can be looked up. */
    public String securityRecord() {
        return "https://beian.mps.gov.cn/#/query/webSearch?code="
                + site.publicSecurity().replaceAll("[^0-9]", "");
    }

    /** Whether the mandatory items describe the page already (内容页): names of items do not distinguish case. */
    public boolean isArticle() {
        return metas.stream().anyMatch(meta -> meta.name().equals("Description"));
    }

    /** Whether the language is written from top to bottom, columns from left to right (Mongolian). */
    public boolean isVertical() {
        return words.language().contains("-Mong");
    }

    public boolean isHome() {
        return path.equals("index.html");
    }

    /** Title of the window: the page first, then the site. */
    public String windowTitle() {
        return isHome() ? site.name() : title + " - " + site.name();
    }

    private boolean isShownAnywhere() {
        return path.equals("404.html");
    }
}
