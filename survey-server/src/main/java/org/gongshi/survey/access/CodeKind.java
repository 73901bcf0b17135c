package org.gongshi.survey.access;

import java.util.Arrays;
import java.util.Optional;

/** What a code is good for (访问码种类); on file with its hash, under the row's seal. */
public enum CodeKind {
    /** On a slip, for one person and one sheet. */
    SLIP("slip", "个人访问码"),
    /** For a whole school and any number of sheets: a lower assurance. */
    SCHOOL("school", "学校码"),
    /** For one numbered seat of a computer room and one sheet. */
    SEAT("seat", "机位码"),
    /** Opens a computer room for its teacher; no sheet can be sent with it. */
    TEACHER("teacher", "机房教师码");

    private final String key;
    private final String label;

    CodeKind(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The word in files. */
    public String key() {
        return key;
    }

    /** The Chinese word. */
    public String label() {
        return label;
    }

    /** Whether one code is one person's: such codes are counted as given out, and spent. */
    public boolean isOfOnePerson() {
        return this == SLIP || this == SEAT;
    }

    public static Optional<CodeKind> ofKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }
}
