package org.gongshi.evaluation.sampling;

import java.util.Arrays;
import java.util.Optional;

/** What a school's probability is proportional to (规模度量). */
public enum SizeMeasure {
    /** Its classes: then every class of a stratum has the same probability, unless a school is certain. */
    CLASSES("classes"),
    /** Its students. */
    STUDENTS("students");

    private final String key;

    SizeMeasure(String key) {
        this.key = key;
    }

    /** The word in files. */
    public String key() {
        return key;
    }

    public static Optional<SizeMeasure> ofKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }
}
