package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;

/**
 * One workbook or report that came back (一次导入): findings by the address of the cell, and what would change, line by line.
 *
 * @param said all that the generator said, when it refused
 * @param accept whether this person can accept it now
 */
public record WorkbookPage(
        OfficeFrame frame,
        int number,
        String file,
        String state,
        boolean running,
        List<SiteJobPage.FindingLine> findings,
        String said,
        List<Change> changes,
        boolean accept)
        implements OfficePage {
    public WorkbookPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(state, "state");
        findings = List.copyOf(findings);
        Objects.requireNonNull(said, "said");
        changes = List.copyOf(changes);
    }

    /**
     * A file of the content.
     *
     * @param lines begin with − or +, then the number of the line
     * @param more how many lines are not shown; may be empty
     */
    public record Change(String file, boolean fresh, List<String> lines, String more) {
        public Change {
            lines = List.copyOf(lines);
        }
    }

    @Override
    public String title() {
        return words().say("workbooks.one");
    }

    @Override
    public String template() {
        return "office/workbook.jte";
    }
}
