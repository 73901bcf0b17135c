package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;

/**
 * Shares of flagged answer sheets (质量标记), after the close: a flag is a doubt, it never deletes.
 *
 * @param ready whether the survey is over
 */
public record QualityPage(OfficeFrame frame, boolean ready, List<Line> lines) implements OfficePage {
    public QualityPage {
        Objects.requireNonNull(frame, "frame");
        lines = List.copyOf(lines);
    }

    /** A place and audience; shares in percent as texts, not told below ten sheets. */
    public record Line(String place, String audience, String sheets, String fast, String straight, String check) {}

    @Override
    public String title() {
        return words().say("quality.title");
    }

    @Override
    public String template() {
        return "office/quality.jte";
    }
}
