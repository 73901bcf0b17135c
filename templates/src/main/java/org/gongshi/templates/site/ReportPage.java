package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Link;

/**
 * The approved annual report of one place, in full (年度评价报告).
 *
 * @param contents its headings
 */
public record ReportPage(Frame frame, Html body, List<Link> contents, List<ApprovalStep> approvals, Link place)
        implements SitePage {
    public ReportPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(body, "body");
        contents = List.copyOf(contents);
        approvals = List.copyOf(approvals);
        Objects.requireNonNull(place, "place");
    }

    @Override
    public String template() {
        return "site/report.jte";
    }
}
