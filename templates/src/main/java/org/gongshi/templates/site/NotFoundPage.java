package org.gongshi.templates.site;

import java.util.Objects;
import org.gongshi.templates.frame.Frame;

/**
 * Nothing stands at that address (404).
 */
public record NotFoundPage(Frame frame) implements SitePage {
    public NotFoundPage {
        Objects.requireNonNull(frame, "frame");
    }

    @Override
    public String template() {
        return "site/notFound.jte";
    }
}
