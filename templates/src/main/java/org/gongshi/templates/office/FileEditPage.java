package org.gongshi.templates.office;

import java.util.Objects;

/**
 * A text file of the content to be edited (编辑文件).
 *
 * @param digest of the text that is shown: an edit of something else is refused
 */
public record FileEditPage(OfficeFrame frame, String name, boolean fresh, String text, String digest)
        implements OfficePage {
    public FileEditPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(digest, "digest");
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
