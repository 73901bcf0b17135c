package org.gongshi.survey.web;

import java.util.List;
import java.util.Optional;

/** The published list of receipts (回执清单), in shards by their first two hex digits; it exists after the close. */
@FunctionalInterface
public interface ReceiptList {

    /**
     * The receipts that begin with the two lower-case hex digits, sorted; an empty list when none does.
     *
     * @return empty while the survey is not closed
     */
    Optional<List<String>> startingWith(String twoHexDigits);
}
