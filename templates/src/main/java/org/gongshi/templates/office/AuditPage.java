package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The log (审计日志), newest first, with what the check of the chain found.
 *
 * @param total lines in all
 * @param head hash of the last line, to be written down elsewhere
 * @param known the hash that was looked for, as it was written down earlier; empty when none was
 * @param faults what the check found; empty when the chain is sound
 * @param older where the next older lines are
 * @param newer where the next newer lines are
 */
public record AuditPage(
        OfficeFrame frame,
        List<Line> lines,
        long total,
        String head,
        String known,
        List<String> faults,
        Optional<String> older,
        Optional<String> newer)
        implements OfficePage {
    public AuditPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(known, "known");
        lines = List.copyOf(lines);
        Objects.requireNonNull(head, "head");
        faults = List.copyOf(faults);
        Objects.requireNonNull(older, "older");
        Objects.requireNonNull(newer, "newer");
    }

    /** One line; {@code outcome} is a key under {@code audit.outcome}. */
    public record Line(
            long number, String moment, String account, String role, String what, String object, String outcome) {}

    @Override
    public String title() {
        return words().say("audit.title");
    }

    @Override
    public String template() {
        return "office/audit.jte";
    }
}
