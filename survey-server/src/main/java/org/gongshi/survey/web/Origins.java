package org.gongshi.survey.web;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Set;
import org.gongshi.templates.survey.NoticePage;

/**
 * Refuses what a page of another site sends (跨站提交). There is no session to abuse; it keeps another site from answering
 * in its visitors' name.
 */
final class Origins {
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final String own;

    Origins(URI baseUrl) {
        this.own = origin(baseUrl);
    }

    void refuseForeign(Context ctx) {
        String site = ctx.header("Sec-Fetch-Site");
        boolean foreign = site != null ? !OWN.contains(site) : isForeign(ctx.header("Origin"), ctx.header("Host"));
        if (foreign) {
            throw new Refusal(403, NoticePage.Kind.FOREIGN);
        }
    }

    private boolean isForeign(String origin, String host) {
        // Under Referrer-Policy: no-referrer browsers send "null" with a form of our own page (Fetch, section 3.2).
        boolean silent = origin == null || origin.equals("null");
        return !silent && !origin.equals(own) && !isOf(origin, host);
    }

    private static boolean isOf(String origin, String host) {
        return host != null && (origin.equals("http://" + host) || origin.equals("https://" + host));
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
    }
}
