package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.Require;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Link;

/**
 * The approved annual report of one place on paper (年度评价报告的 PDF): the full text with document block and approval chain, and
 * the scores on which it rests. Its template writes XHTML.
 *
 * @param frame of the page of the same report
 * @param path where the file stands
 * @param body the text; every link in it is complete, since paper stands nowhere
 * @param contents its headings, for the bookmarks
 */
public record ReportPrint(
        Frame frame,
        String path,
        Html body,
        List<Link> contents,
        List<ApprovalStep> approvals,
        AreaBars areas,
        Trace trace) {
    public ReportPrint {
        Objects.requireNonNull(frame, "frame");
        Require.text(path, "path");
        Objects.requireNonNull(body, "body");
        contents = List.copyOf(contents);
        approvals = List.copyOf(approvals);
        Objects.requireNonNull(areas, "areas");
        Objects.requireNonNull(trace, "trace");
        Require.that(!approvals.isEmpty(), "a report on paper says who approved it");
    }

    /** The template that shows it. */
    public String template() {
        return "paper/report.jte";
    }
}
