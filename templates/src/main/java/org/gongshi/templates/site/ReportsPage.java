package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Link;

/**
 * What exactly was approved in a round: every report with its documents (年度评价报告目录).
 */
public record ReportsPage(Frame frame, List<Row> rows) implements SitePage {
    public ReportsPage {
        Objects.requireNonNull(frame, "frame");
        rows = List.copyOf(rows);
    }

    /** One report. */
    public record Row(Link report, Link place, String document, List<ApprovalStep> approvals) {
        public Row {
            approvals = List.copyOf(approvals);
        }
    }

    @Override
    public String template() {
        return "site/reports.jte";
    }
}
