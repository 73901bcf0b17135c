package org.gongshi.survey.response;

import java.util.Arrays;
import java.util.Optional;

/** A doubt about an answer sheet, computed at receipt (质量标记). It is shown and weighed, it never deletes. */
public enum QualityFlag {
    /** Faster than the survey plan allows for reading. */
    TOO_FAST("too-fast"),
    /** The same answer to every item. */
    STRAIGHT_LINE("straight-line"),
    /** The attention check was answered wrongly. */
    FAILED_CHECK("failed-check"),
    /** One of many sheets that came from the same place and way within seconds. */
    BURST("burst"),
    /** The same answers to all items as several sheets before it, from the same place and way. */
    IDENTICAL("identical"),
    /** By the open link, with neither the proof of work nor the paced wait: sent by a program. */
    UNPROVEN("unproven"),
    /** Answers that go up and down over the items as if drawn by chance. */
    SCATTERED("scattered"),
    /** By a school's code that brought more sheets than the school has people. */
    BEYOND_ROLL("beyond-roll");

    private final String key;

    QualityFlag(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public static Optional<QualityFlag> ofKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }
}
