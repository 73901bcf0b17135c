package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Link;

/**
 * The approved annual report of one place, in full (年度评价报告).
 *
 * @param contents its headings
 * @param print path of the same as PDF
 */
public record ReportPage(
        Frame frame, Html body, List<Link> contents, List<ApprovalStep> approvals, Link place, Optional<String> print)
        implements SitePage {
    public ReportPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(body, "body");
        contents = List.copyOf(contents);
        approvals = List.copyOf(approvals);
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(print, "print");
    }

    @Override
    public String template() {
        return "site/report.jte";
    }
}
