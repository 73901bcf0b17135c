package org.gongshi.survey.store;

import java.util.Objects;
import org.gongshi.evaluation.Require;

/**
 * A line of the office's log as it lies on file (审计日志).
 *
 * @param number counts from 1 without a gap
 * @param entry canonical JSON of what happened
 * @param previous hash of the line before, 64 hex digits; zeros for the first
 * @param hash SHA-256 over previous and entry, 64 hex digits
 * @param mac seal of the hash under the office's key, hex
 */
public record AuditRow(long number, String entry, String previous, String hash, String mac) {
    public AuditRow {
        Require.that(number >= 1, "lines count from 1");
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(previous, "previous");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(mac, "mac");
    }
}
