package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.scoring.Grade;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Link;

/**
 * A list of archived reports (历年报告目录): of one year, in parts of a size that a phone can load, or of all years.
 *
 * @param years the other years; none on the page of a year's later parts
 * @param parts the parts of the year, when there are several
 */
public record ArchivePage(Frame frame, String lead, List<Link> years, List<Link> parts, List<Row> rows)
        implements SitePage {
    public ArchivePage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(lead, "lead");
        years = List.copyOf(years);
        parts = List.copyOf(parts);
        rows = List.copyOf(rows);
    }

    /** A report. */
    public record Row(Link report, String date, String score, Grade band) {}

    @Override
    public String template() {
        return "site/archive.jte";
    }
}
