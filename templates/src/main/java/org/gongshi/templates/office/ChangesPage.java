package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;

/**
 * Changes of the content (内容改动), newest first.
 *
 * @param days how long one waits to be accepted
 */
public record ChangesPage(OfficeFrame frame, List<Line> lines, long days) implements OfficePage {
    public ChangesPage {
        Objects.requireNonNull(frame, "frame");
        lines = List.copyOf(lines);
    }

    /** A change; {@code state} is a key under {@code workbooks.state}. */
    public record Line(int number, String kind, String subject, String state, String person, String moment) {}

    @Override
    public String title() {
        return words().say("changes.title");
    }

    @Override
    public String template() {
        return "office/changes.jte";
    }
}
