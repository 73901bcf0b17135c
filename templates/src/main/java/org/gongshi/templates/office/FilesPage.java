package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;

/**
 * The files of the content (内容文件).
 *
 * @param own of this round
 * @param others of the site and of other rounds
 */
public record FilesPage(OfficeFrame frame, List<Entry> own, List<Entry> others, boolean mayEdit) implements OfficePage {
    public FilesPage {
        Objects.requireNonNull(frame, "frame");
        own = List.copyOf(own);
        others = List.copyOf(others);
    }

    /** A file, what it holds, and where it is shown. */
    public record Entry(String name, String label, String href) {}

    @Override
    public String title() {
        return words().say("files.title");
    }

    @Override
    public String template() {
        return "office/files.jte";
    }
}
