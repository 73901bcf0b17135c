package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.Require;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Link;

/**
 * Search (全站检索). The script reads the index as scripts, so that it also works from a folder on disk; without it the page
 * leads to the lists of all pages.
 *
 * @param index scripts of the titles, the newest first
 * @param lists the lists of all pages
 */
public record SearchPage(Frame frame, List<String> index, List<Link> lists) implements SitePage {
    public SearchPage {
        Objects.requireNonNull(frame, "frame");
        index = List.copyOf(index);
        lists = List.copyOf(lists);
        Require.that(!index.isEmpty(), "there is something to search");
    }

    @Override
    public String template() {
        return "site/search.jte";
    }
}
