package org.gongshi.generator.compose;

import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.renderer.html.UrlSanitizer;
import org.gongshi.evaluation.Require;
import org.gongshi.templates.frame.Edition;

/** Which addresses a text may link to: http(s), mail, anchors, and pages of the site written from its root. */
final class SiteUrls implements UrlSanitizer {
    private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s]+");
    private static final Pattern MAIL = Pattern.compile("(?i)mailto:[^\\s]+@[^\\s]+");
    private static final Pattern PAGE = Pattern.compile("/?[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*/?(#[^\\s]*)?");

    private final String from;
    private final Edition edition;

    /** @param from path of the page on which the text stands */
    SiteUrls(String from, Edition edition) {
        this.from = Require.text(from, "from");
        this.edition = edition;
    }

    /** The address as it is printed; empty when it may not be linked to. */
    @Override
    public String sanitizeLinkUrl(String url) {
        if (WEB.matcher(url).matches() || MAIL.matcher(url).matches() || url.startsWith("#")) {
            return url;
        }
        Optional<String> page = pageOf(url);
        if (page.isPresent()) {
            return relative(page.get());
        }
        if (!PAGE.matcher(url).matches()) {
            return "";
        }
        return url;
    }

    /** The page of the site, with its anchor, to which an address written from the root leads; empty for any other. */
    static Optional<String> pageOf(String url) {
        if (url.equals("/")) {
            return Optional.of(SitePaths.HOME);
        }
        return url.startsWith("/") && PAGE.matcher(url).matches()
                ? Optional.of(page(url.substring(1)))
                : Optional.empty();
    }

    @Override
    public String sanitizeImageUrl(String url) {
        return "";
    }

    /** Links name {@code index.html}, so that they also work from a folder on disk. */
    private static String page(String path) {
        int anchor = path.indexOf('#');
        String page = anchor < 0 ? path : path.substring(0, anchor);
        String rest = anchor < 0 ? "" : path.substring(anchor);
        return (page.isEmpty() || page.endsWith("/") ? page + SitePaths.HOME : page) + rest;
    }

    private String relative(String path) {
        return edition.relative(from, path);
    }
}
