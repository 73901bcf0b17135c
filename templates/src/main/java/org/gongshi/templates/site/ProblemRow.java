package org.gongshi.templates.site;

import java.util.Objects;
import org.gongshi.templates.frame.Link;

/**
 * One problem in a list (问题清单的一行).
 *
 * @param link its own page, with its title
 * @param number {@code P01}, unique within its place
 * @param indicator the indicator that it belongs to
 * @param prominent whether it is a 突出问题
 */
public record ProblemRow(
        Link link, String number, Link place, Link indicator, boolean prominent, String deadline, ProblemState state) {
    public ProblemRow {
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(indicator, "indicator");
        Objects.requireNonNull(state, "state");
    }
}
