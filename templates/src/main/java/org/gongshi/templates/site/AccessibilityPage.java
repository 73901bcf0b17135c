package org.gongshi.templates.site;

import java.util.Objects;
import org.gongshi.templates.frame.Frame;

/**
 * How the site can be read by everybody (无障碍说明).
 */
public record AccessibilityPage(Frame frame) implements SitePage {
    public AccessibilityPage {
        Objects.requireNonNull(frame, "frame");
    }

    @Override
    public String template() {
        return "site/accessibility.jte";
    }
}
