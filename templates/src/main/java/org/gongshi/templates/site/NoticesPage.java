package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;
import org.gongshi.templates.frame.Frame;

/**
 * Public notices (公示公告), newest first.
 */
public record NoticesPage(Frame frame, List<DatedLink> notices) implements SitePage {
    public NoticesPage {
        Objects.requireNonNull(frame, "frame");
        notices = List.copyOf(notices);
    }

    @Override
    public String template() {
        return "site/notices.jte";
    }
}
