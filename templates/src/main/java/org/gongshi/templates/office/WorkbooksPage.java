package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;

/**
 * Workbooks to fill in, and what came back (工作簿).
 *
 * @param program whether the generator is there
 * @param may whether this person takes them out and brings them back
 * @param kinds their words stand under {@code workbooks.kind}
 */
public record WorkbooksPage(
        OfficeFrame frame,
        boolean program,
        boolean may,
        List<String> kinds,
        List<AccountsPage.Choice> places,
        List<ChangesPage.Line> lines)
        implements OfficePage {
    public WorkbooksPage {
        Objects.requireNonNull(frame, "frame");
        kinds = List.copyOf(kinds);
        places = List.copyOf(places);
        lines = List.copyOf(lines);
    }

    @Override
    public String title() {
        return words().say("workbooks.title");
    }

    @Override
    public String template() {
        return "office/workbooks.jte";
    }
}
