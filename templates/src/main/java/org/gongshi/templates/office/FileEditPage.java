package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;

/**
 * A text file of the content to be edited (编辑文件).
 *
 * @param digest of the text that is shown: an edit of something else is refused
 * @param since what somebody else changed since, against the text that is shown; empty when nothing
 */
public record FileEditPage(
        OfficeFrame frame, String name, boolean fresh, String text, String digest, List<String> since)
        implements OfficePage {
    public FileEditPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(digest, "digest");
        since = List.copyOf(since);
    }

    @Override
    public String title() {
        return words().say(fresh ? "file.new.title" : "file.edit.title");
    }

    @Override
    public String template() {
        return "office/fileEdit.jte";
    }
}
