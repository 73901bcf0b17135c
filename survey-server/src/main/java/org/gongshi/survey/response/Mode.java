package org.gongshi.survey.response;

import java.util.Arrays;
import java.util.Optional;

/** How an answer came in (作答方式); kept with it and published. */
public enum Mode {
    /** With an access code of one's own from a slip: part of the probability sample. */
    CODE("code", "访问码", true),
    /** On paper, keyed in twice by the office, with the code of the slip: part of the probability sample. */
    PAPER("paper", "纸质问卷", true),
    /** At a numbered seat of a computer room under a teacher's eye: part of the probability sample. */
    ROOM("room", "机房", true),
    /** With the one code of a whole school, good for many sheets: nothing keeps anyone from answering twice; kept apart. */
    SCHOOL_CODE("school-code", "学校码", false),
    /** By the open link, without a code: kept apart. */
    OPEN_LINK("open-link", "公开链接", false);

    private final String key;
    private final String label;
    private final boolean ofTheSample;

    Mode(String key, String label, boolean ofTheSample) {
        this.key = key;
        this.label = label;
        this.ofTheSample = ofTheSample;
    }

    /** Whether one person has one sheet (一人一份): only then does an answer belong to the probability sample. */
    public boolean isOfTheSample() {
        return ofTheSample;
    }

    /** The Chinese word. */
    public String label() {
        return label;
    }

    public String key() {
        return key;
    }

    public static Optional<Mode> ofKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }
}
