package org.gongshi.templates.site;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.scoring.Grade;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Link;

/**
 * A report of an earlier year in full (历年报告): its score by area and indicator, and its text.
 *
 * @param band the band of the score
 * @param score as published then
 * @param contents headings of the text
 */
public record ArchivedReportPage(
        Frame frame, Grade band, String score, String answer, List<Area> areas, List<Link> contents, Html body)
        implements SitePage {
    public ArchivedReportPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(band, "band");
        Require.text(score, "score");
        Require.text(answer, "answer");
        areas = List.copyOf(areas);
        contents = List.copyOf(contents);
        Objects.requireNonNull(body, "body");
    }

    /**
     * An area.
     *
     * @param points 0 to 100, for the drawing
     */
    public record Area(String name, BigDecimal points, String shown, List<Item> items) {
        public Area {
            items = List.copyOf(items);
        }
    }

    /** An indicator: weight × points ÷ 100 gives its contribution, exact. */
    public record Item(String name, String weight, String points, String contribution) {}

    /** The axis of the drawing. */
    public Scale scale() {
        return Scale.of(0, 100);
    }

    @Override
    public String template() {
        return "site/archivedReport.jte";
    }
}
