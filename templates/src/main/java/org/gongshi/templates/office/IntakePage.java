package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;

/**
 * The self-evaluations of a place as they came (自评报告收件), newest first, each with its receipt.
 *
 * @param checked what a comparison of a file came to; empty when none was made
 * @param statement the usual words of the statement of truthfulness
 */
public record IntakePage(
        OfficeFrame frame,
        String code,
        String place,
        List<Receipt> receipts,
        String checked,
        String today,
        String statement,
        boolean may)
        implements OfficePage {
    public IntakePage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(place, "place");
        receipts = List.copyOf(receipts);
        Objects.requireNonNull(checked, "checked");
        Objects.requireNonNull(today, "today");
        Objects.requireNonNull(statement, "statement");
    }

    /** A file that was received; {@code size} in bytes. */
    public record Receipt(
            int number,
            String name,
            long size,
            String digest,
            String received,
            String document,
            String signedBy,
            String truthfulness,
            String clerk,
            String moment) {}

    @Override
    public String title() {
        return words().say("intake.title", place);
    }

    @Override
    public String template() {
        return "office/intake.jte";
    }
}
