package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Link;

/**
 * Use of results (结果运用): what followed?
 */
public record OutcomesPage(Frame frame, List<Row> rows) implements SitePage {
    public OutcomesPage {
        Objects.requireNonNull(frame, "frame");
        rows = List.copyOf(rows);
    }

    /** One recorded outcome. */
    public record Row(String date, Link place, String kind, String text, String document, String body) {}

    @Override
    public String template() {
        return "site/outcomes.jte";
    }
}
