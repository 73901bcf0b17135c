package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Link;

/**
 * Corrections (更正): was a number changed?
 */
public record CorrectionsPage(Frame frame, List<Row> rows) implements SitePage {
    public CorrectionsPage {
        Objects.requireNonNull(frame, "frame");
        rows = List.copyOf(rows);
    }

    /**
     * One correction.
     *
     * @param page address of the page, as a link to it
     * @param before the page as it stood before; empty where none was kept
     */
    public record Row(
            String date,
            Link page,
            String old,
            String corrected,
            String reason,
            String document,
            Optional<Link> before) {
        public Row {
            Objects.requireNonNull(page, "page");
            Objects.requireNonNull(before, "before");
        }
    }

    @Override
    public String template() {
        return "site/corrections.jte";
    }
}
