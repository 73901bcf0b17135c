package org.gongshi.survey.console;

import java.util.Arrays;

/** What a change of the content comes from (改动的来由). */
enum ChangeKind {
    /** A workbook that was filled in. */
    WORKBOOK("workbook"),
    /** A report in Word. */
    REPORT("report"),
    /** A step of the year's calendar. */
    CALENDAR("calendar"),
    /** The steps of one place. */
    STAGES("stages"),
    /** Which places are published, and when. */
    RELEASE("release"),
    /** Title, grade and the other items at the head of a report. */
    HEAD("head"),
    /** A form for what is else written by hand: site items, objections, outcomes, corrections. */
    RECORD("record"),
    /** A notice of the site. */
    NOTICE("notice"),
    /** A text file, edited as it stands. */
    TEXT("text"),
    /** The folder of a new year. */
    ROUND("round"),
    /** A review, an approval or an order to publish: another person confirms it. */
    DECISION("decision");

    private final String key;

    ChangeKind(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    /** Whether it was held against every rule when it was made: by {@code import}, by {@code decide}. */
    boolean isChecked() {
        return this == WORKBOOK || this == REPORT || this == DECISION;
    }

    static ChangeKind ofKey(String key) {
        return Arrays.stream(values())
                .filter(one -> one.key.equals(key))
                .findFirst()
                .orElseThrow();
    }
}
