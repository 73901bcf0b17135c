package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;

/** What a clerk writes by hand, form by form, with its state (登记表). */
public record RecordsPage(OfficeFrame frame, List<Line> lines) implements OfficePage {
    public RecordsPage {
        Objects.requireNonNull(frame, "frame");
        lines = List.copyOf(lines);
    }

    /**
     * A form; its words stand under {@code records.form.KEY} and {@code records.about.KEY}.
     *
     * @param state what is in it, in words
     * @param open whether something must still be filled in
     */
    public record Line(String key, String href, String state, boolean open) {}

    @Override
    public String title() {
        return words().say("records.title");
    }

    @Override
    public String template() {
        return "office/records.jte";
    }
}
