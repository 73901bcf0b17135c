package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A file of the content as it stands (查看文件), line by line.
 *
 * @param job the preparation of the site whose copy it is; empty for the content itself
 * @param first number of the first line shown
 * @param total number of lines of the file
 * @param marked the line that a finding is about; 0 for none
 */
public record FilePage(
        OfficeFrame frame,
        String name,
        String job,
        int first,
        int total,
        int marked,
        List<String> lines,
        Optional<String> earlier,
        Optional<String> later,
        boolean mayEdit)
        implements OfficePage {
    public FilePage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(job, "job");
        lines = List.copyOf(lines);
        Objects.requireNonNull(earlier, "earlier");
        Objects.requireNonNull(later, "later");
    }

    @Override
    public String title() {
        return words().say("file.title");
    }

    @Override
    public String template() {
        return "office/file.jte";
    }
}
