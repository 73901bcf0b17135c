package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Link;

/**
 * All pages of the site in one list (网站地图): the way to every page without a search.
 */
public record SiteMapPage(Frame frame, List<Group> groups) implements SitePage {
    public SiteMapPage {
        Objects.requireNonNull(frame, "frame");
        groups = List.copyOf(groups);
    }

    /** The pages of one part. */
    public record Group(String title, List<Link> links) {
        public Group {
            links = List.copyOf(links);
        }
    }

    @Override
    public String template() {
        return "site/sitemap.jte";
    }
}
