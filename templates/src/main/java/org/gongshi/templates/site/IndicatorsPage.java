package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.Require;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Link;

/**
 * The indicator system of a round (评价指标体系): what was measured, with what weight?
 *
 * @param systemDocument document number of the system
 * @param total sum of the weights
 */
public record IndicatorsPage(Frame frame, String systemDocument, List<Area> areas, int count, String total)
        implements SitePage {
    public IndicatorsPage {
        Objects.requireNonNull(frame, "frame");
        Require.text(systemDocument, "systemDocument");
        areas = List.copyOf(areas);
        Require.text(total, "total");
    }

    /** One area. */
    public record Area(String id, String name, List<String> topics, String weight, List<Row> rows) {
        public Area {
            topics = List.copyOf(topics);
            rows = List.copyOf(rows);
        }
    }

    /** One indicator. */
    public record Row(Link link, String code, String weight, boolean key, String rule, String source) {}

    @Override
    public String template() {
        return "site/indicators.jte";
    }
}
