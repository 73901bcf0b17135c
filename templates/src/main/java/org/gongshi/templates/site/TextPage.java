package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Link;

/**
 * A plain text page: method, regulation, how to verify, a notice.
 *
 * @param contents its headings
 * @param example a worked example from published numbers, on the methodology page
 * @param rounds the same for each round's survey, on the methodology page
 */
public record TextPage(Frame frame, Html body, List<Link> contents, Optional<WorkedExample> example, List<Link> rounds)
        implements SitePage {
    public TextPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(body, "body");
        contents = List.copyOf(contents);
        Objects.requireNonNull(example, "example");
        rounds = List.copyOf(rounds);
    }

    @Override
    public String template() {
        return "site/text.jte";
    }
}
