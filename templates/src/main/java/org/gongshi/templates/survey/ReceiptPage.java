package org.gongshi.templates.survey;

import java.util.Objects;
import java.util.Optional;

/**
 * The answer was kept (回执页).
 *
 * @param receipt hex digits that prove that an answer sheet counts, never what it says; empty when the page is opened
 *     again later: it is shown once
 */
public record ReceiptPage(SurveyFrame frame, Optional<String> receipt) implements SurveyPage {
    private static final int SHORT = 16;
    private static final int GROUP = 4;

    public ReceiptPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(receipt, "receipt");
    }

    @Override
    public String title() {
        return words().say(receipt.isPresent() ? "receipt.title" : "receipt.gone.title");
    }

    @Override
    public String template() {
        return "survey/receipt.jte";
    }

    /** Its first sixteen digits in groups of four: enough to find it in the published list, short enough to copy. */
    public String shortCode() {
        String digits = receipt.orElse("");
        String head = digits.substring(0, Math.min(SHORT, digits.length()));
        return head.replaceAll("(.{" + GROUP + "})(?=.)", "$1-").toUpperCase(java.util.Locale.ROOT);
    }
}
