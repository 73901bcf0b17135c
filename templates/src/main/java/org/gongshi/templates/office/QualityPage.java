package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;

/**
 * Shares of flagged answer sheets (质量标记), after the close: a flag is a doubt, it never deletes.
 *
 * @param ready whether the survey is over
 * @param flags names of the flags, in the order of the shares
 */
public record QualityPage(OfficeFrame frame, boolean ready, List<String> flags, List<Line> lines)
        implements OfficePage {
    public QualityPage {
        Objects.requireNonNull(frame, "frame");
        flags = List.copyOf(flags);
        lines = List.copyOf(lines);
    }

    /** A place, audience and assurance; shares in percent as texts, not told below ten sheets. */
    public record Line(String place, String audience, String assurance, String sheets, List<String> shares) {
        public Line {
            shares = List.copyOf(shares);
        }
    }

    @Override
    public String title() {
        return words().say("quality.title");
    }

    @Override
    public String template() {
        return "office/quality.jte";
    }
}
