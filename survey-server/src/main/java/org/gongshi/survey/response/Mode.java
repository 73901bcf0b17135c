package org.gongshi.survey.response;

import java.util.Arrays;
import java.util.Optional;

/** How an answer came in (作答方式); kept with it and published. */
public enum Mode {
    /** With an access code from a slip: part of the probability sample. */
    CODE("code"),
    /** By the open link, without a code: kept apart. */
    OPEN_LINK("open-link");

    private final String key;

    Mode(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public static Optional<Mode> ofKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }
}
