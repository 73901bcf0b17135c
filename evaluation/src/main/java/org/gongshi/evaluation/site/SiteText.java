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
 */
public record SiteText(String name, String title, Optional<LocalDate> date, String body) {
    public SiteText {
        Require.text(name, "name");
        Require.text(title, "title");
        Objects.requireNonNull(date, "date");
        Require.text(body, "body");
    }
}
