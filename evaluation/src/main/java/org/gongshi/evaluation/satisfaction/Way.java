package org.gongshi.evaluation.satisfaction;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** How an answer came in (作答方式), each with what is known about who answers. */
public enum Way {
    /** With an access code of one's own, from a slip. */
    CODE("code", "访问码", Assurance.ONE_PERSON),
    /** On paper, keyed in twice by the office, with the code of the slip. */
    PAPER("paper", "纸质问卷", Assurance.ONE_PERSON),
    /** At a numbered seat of a computer room under a teacher's eye. */
    ROOM("room", "机房", Assurance.ONE_PERSON),
    /** With the one code of a whole school, good for many sheets. */
    SCHOOL_CODE("school-code", "学校码", Assurance.SHARED_CODE),
    /** By the open link, without a code. */
    OPEN_LINK("open-link", "公开链接", Assurance.NONE);

    private final String key;
    private final String label;
    private final Assurance assurance;

    Way(String key, String label, Assurance assurance) {
        this.key = key;
        this.label = label;
        this.assurance = Objects.requireNonNull(assurance, "assurance");
    }

    /** The word in files. */
    public String key() {
        return key;
    }

    /** The Chinese word. */
    public String label() {
        return label;
    }

    /** What is known about who answers in this way. */
    public Assurance assurance() {
        return assurance;
    }

    /** The kind of rows in which its answers are counted. */
    public AudienceResult.Mode rows() {
        return switch (this) {
            case CODE, PAPER, ROOM -> AudienceResult.Mode.PROBABILITY;
            case SCHOOL_CODE -> AudienceResult.Mode.SCHOOL_CODE;
            case OPEN_LINK -> AudienceResult.Mode.OPEN_LINK;
        };
    }

    public static Optional<Way> ofKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }
}
