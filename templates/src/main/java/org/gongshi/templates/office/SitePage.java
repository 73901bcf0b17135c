package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Regenerating the site (网站生成): candidates and releases, newest first.
 *
 * @param missing what is not there: the generator
 * @param fingerprint of the key that signs; empty where no public key lies beside it
 * @param folder where the public site lies on the server
 * @param mayPublish whether this person publishes, and rolls back
 * @param busy whether something is under way
 */
public record SitePage(
        OfficeFrame frame,
        Optional<String> missing,
        boolean hasKey,
        String fingerprint,
        boolean mayMakeKey,
        String today,
        boolean busy,
        List<Line> lines,
        boolean mayPrepare,
        String folder,
        boolean mayPublish)
        implements OfficePage {
    public SitePage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(missing, "missing");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(today, "today");
        lines = List.copyOf(lines);
        Objects.requireNonNull(folder, "folder");
    }

    /** A candidate or release; {@code state} is a key under {@code site.state}. */
    public record Line(int number, String state, String person, String moment, String note) {}

    @Override
    public String title() {
        return words().say("site.title");
    }

    @Override
    public String template() {
        return "office/site.jte";
    }
}
