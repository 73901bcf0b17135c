package org.gongshi.templates.survey;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a respondent finds the own receipt in the published list (核对回执页). The beginning of a receipt is all that is asked
 * for: whoever asks for one whole receipt would tell the server whose answer sheet it is.
 *
 * @param published whether the list is there: from the close on
 * @param prefix the first digits that were asked for, lower case; empty before
 * @param fault whether what was asked for are no such digits
 * @param receipts those that begin so, sorted; empty when there are too many to be read
 * @param more when there are too many: longer beginnings to choose from
 */
public record ReceiptListPage(
        SurveyFrame frame,
        boolean published,
        Optional<String> prefix,
        boolean fault,
        List<String> receipts,
        List<String> more)
        implements SurveyPage {
    /** The parameter of the address that bears the beginning. */
    public static final String PREFIX = "prefix";

    public ReceiptListPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(prefix, "prefix");
        receipts = List.copyOf(receipts);
        more = List.copyOf(more);
    }

    @Override
    public String title() {
        return words().say("receipts.title");
    }

    @Override
    public String template() {
        return "survey/receiptList.jte";
    }

    /** As on the receipt page: the first sixteen digits in groups of four. */
    public String shown(String receipt) {
        return new ReceiptPage(frame, Optional.of(receipt)).shortCode();
    }

    /** Where receipts with another beginning stand, in the language of the page. */
    public String address(String beginning) {
        return "/receipts?" + PREFIX + "=" + beginning + "&lang=" + words().language();
    }

    /** A beginning as people write it. */
    public String capitals(String digits) {
        return digits.toUpperCase(Locale.ROOT);
    }
}
