package org.gongshi.survey.web;

import java.util.List;
import java.util.Optional;

/** The published list of receipts (回执清单), in shards by their first two hex digits; it exists after the close. */
@FunctionalInterface
public interface ReceiptList {

    /**
     * The receipts that begin with the two lower-case hex digits, sorted; an empty list when none does.
     *
     * @return empty while the survey is not closed, and after the raw rows were destroyed
     */
    Optional<List<String>> startingWith(String twoHexDigits);

    /** Whether the list was destroyed with the raw rows: then only its number and root are left, on the site. */
    default boolean isDestroyed() {
        return false;
    }
}
