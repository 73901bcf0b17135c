package org.gongshi.templates.site;

/** How a reader sees a problem at the as-of date (整改状态). */
public enum ProblemState {
    /** Re-checked and passed (复查通过). */
    PASSED,
    /** Reported as done, waiting for the re-check (已完成，待复查). */
    DONE,
    /** Work goes on, in time (整改中). */
    IN_PROGRESS,
    /** Not begun, in time (未开始). */
    OPEN,
    /** The deadline has passed (逾期), or the re-check failed. */
    OVERDUE;

    /** Its word in style sheets, data and wording keys. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
