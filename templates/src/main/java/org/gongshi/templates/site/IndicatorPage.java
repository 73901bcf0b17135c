package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Link;

/**
 * One indicator (指标): what does it mean, and what has every place?
 */
public record IndicatorPage(Frame frame, List<Fact> facts, Optional<DotPlot> dots, List<Row> rows) implements SitePage {
    public IndicatorPage {
        Objects.requireNonNull(frame, "frame");
        facts = List.copyOf(facts);
        Objects.requireNonNull(dots, "dots");
        rows = List.copyOf(rows);
    }

    /** One place's value. */
    public record Row(Link place, String raw, String points, String contribution, String evidence) {}

    @Override
    public String template() {
        return "site/indicator.jte";
    }
}
