package org.gongshi.evaluation.site;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;

/**
 * A text around the rounds (说明文字): regulation, methodology, how to verify, about; or a notice.
 *
 * @param name file name without {@code .md}
 * @param title from the front matter
 * @param date from the front matter; notices have one
 * @param body Markdown without the front matter
 * @param bodyLine line of the file on which the body begins, from 1
 */
public record SiteText(String name, String title, Optional<LocalDate> date, String body, int bodyLine) {
    public SiteText {
        Require.text(name, "name");
        Require.text(title, "title");
        Objects.requireNonNull(date, "date");
        Require.text(body, "body");
        Require.that(bodyLine >= 1, "lines count from 1");
    }
}
