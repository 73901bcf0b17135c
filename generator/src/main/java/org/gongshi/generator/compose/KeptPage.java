package org.gongshi.generator.compose;

import java.time.LocalDate;
import java.util.Objects;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.site.Correction;

/**
 * A page as it stood before a correction (更正前的旧版), kept readable under {@code versions/}.
 *
 * @param release sequence of the last release in which it was the current page
 * @param asOf the day that release spoke of
 * @param path the page's address, then and now
 * @param title its heading then
 * @param correction why it was replaced
 */
public record KeptPage(int release, LocalDate asOf, String path, String title, Correction correction) {
    public KeptPage {
        Require.that(release >= 1, "sequences count from 1: ", release);
        Objects.requireNonNull(asOf, "asOf");
        Require.text(path, "path");
        Require.text(title, "title");
        Objects.requireNonNull(correction, "correction");
    }

    /** Where the old page stands. */
    public String address() {
        return folder() + path;
    }

    /** Where all old pages of that release stand. */
    public String folder() {
        return String.format("versions/%04d/", release);
    }
}
