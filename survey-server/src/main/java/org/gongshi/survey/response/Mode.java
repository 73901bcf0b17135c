package org.gongshi.survey.response;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.satisfaction.Way;

/** How an answer came in (作答方式); kept with it and published. */
public enum Mode {
    /** With an access code of one's own from a slip: part of the probability sample. */
    CODE(Way.CODE),
    /** On paper, keyed in twice by the office, with the code of the slip: part of the probability sample. */
    PAPER(Way.PAPER),
    /** At a numbered seat of a computer room under a teacher's eye: part of the probability sample. */
    ROOM(Way.ROOM),
    /** With the one code of a whole school, good for many sheets: nothing keeps anyone from answering twice; kept apart. */
    SCHOOL_CODE(Way.SCHOOL_CODE),
    /** By the open link, without a code: kept apart. */
    OPEN_LINK(Way.OPEN_LINK);

    private final Way way;

    Mode(Way way) {
        this.way = Objects.requireNonNull(way, "way");
    }

    /** What is published of it. */
    public Way way() {
        return way;
    }

    /** Whether one person has one sheet (一人一份): only then does an answer belong to the probability sample. */
    public boolean isOfTheSample() {
        return way.assurance().isOfTheSample();
    }

    /** The Chinese word. */
    public String label() {
        return way.label();
    }

    public String key() {
        return way.key();
    }

    public static Optional<Mode> ofKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key().equals(key)).findFirst();
    }
}
