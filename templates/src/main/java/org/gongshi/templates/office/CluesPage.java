package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;

/**
 * What lies in the box of clues (线索收件箱): never a content.
 *
 * @param total how many in all
 * @param lines the newest of them
 */
public record CluesPage(OfficeFrame frame, int total, List<Line> lines) implements OfficePage {
    public CluesPage {
        Objects.requireNonNull(frame, "frame");
        lines = List.copyOf(lines);
    }

    /** One sealed clue; {@code bytes} is its sealed size. */
    public record Line(String id, String day, int bytes) {}

    @Override
    public String title() {
        return words().say("clues.title");
    }

    @Override
    public String template() {
        return "office/clues.jte";
    }
}
