package org.gongshi.templates.site;

import java.util.Objects;
import org.gongshi.templates.frame.Frame;

/**
 * The calendar of a round (工作日程): what happens when?
 */
public record CalendarPage(Frame frame, Timeline timeline) implements SitePage {
    public CalendarPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(timeline, "timeline");
    }

    @Override
    public String template() {
        return "site/calendar.jte";
    }
}
