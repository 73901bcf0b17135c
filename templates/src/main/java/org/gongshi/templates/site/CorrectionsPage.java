package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;
import org.gongshi.templates.frame.Frame;

/**
 * Corrections (更正): was a number changed?
 */
public record CorrectionsPage(Frame frame, List<Row> rows) implements SitePage {
    public CorrectionsPage {
        Objects.requireNonNull(frame, "frame");
        rows = List.copyOf(rows);
    }

    /** One correction. */
    public record Row(String date, String page, String old, String corrected, String reason, String document) {}

    @Override
    public String template() {
        return "site/corrections.jte";
    }
}
