package org.gongshi.templates.site;

import java.util.Objects;
import org.gongshi.templates.frame.Frame;

/** The way in (首页). */
public record HomePage(Frame frame) implements SitePage {
    public HomePage {
        Objects.requireNonNull(frame, "frame");
    }

    @Override
    public String template() {
        return "site/home.jte";
    }
}
