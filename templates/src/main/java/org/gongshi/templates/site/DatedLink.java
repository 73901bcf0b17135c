package org.gongshi.templates.site;

import java.time.LocalDate;
import java.util.Objects;
import org.gongshi.templates.frame.Link;

/** A row of a list: every row carries a date. */
public record DatedLink(LocalDate date, Link link) {
    public DatedLink {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(link, "link");
    }
}
