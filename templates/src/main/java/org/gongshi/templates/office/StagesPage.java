package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;

/**
 * The steps of all places (各地环节).
 *
 * @param groups keys under {@code stages.group}
 */
public record StagesPage(OfficeFrame frame, List<String> groups, List<Line> lines, boolean may) implements OfficePage {
    public StagesPage {
        Objects.requireNonNull(frame, "frame");
        groups = List.copyOf(groups);
        lines = List.copyOf(lines);
    }

    /** A place with the day of each group; empty where it is still to come. */
    public record Line(String code, String place, List<String> days) {
        public Line {
            days = List.copyOf(days);
        }
    }

    @Override
    public String title() {
        return words().say("stages.title");
    }

    @Override
    public String template() {
        return "office/stages.jte";
    }
}
