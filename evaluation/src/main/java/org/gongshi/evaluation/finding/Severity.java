package org.gongshi.evaluation.finding;

/** Whether a finding stops the run. */
public enum Severity {
    /** Nothing may be published while it stands. */
    ERROR,
    /** A person should look at it; {@code check --strict} treats it as an error. */
    WARNING;

    /** The word of the output format: {@code error} or {@code warning}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
