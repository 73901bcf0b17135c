package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;

/** The notices of the site (公告), the newest first. */
public record AnnouncementsPage(OfficeFrame frame, List<Line> lines, boolean may) implements OfficePage {
    public AnnouncementsPage {
        Objects.requireNonNull(frame, "frame");
        lines = List.copyOf(lines);
    }

    /** A notice; its name is a part of its address. */
    public record Line(String name, String title, String date) {}

    @Override
    public String title() {
        return words().say("records.form.notices");
    }

    @Override
    public String template() {
        return "office/announcements.jte";
    }
}
