package org.gongshi.survey.round;

import java.util.Arrays;
import java.util.Optional;

/** Where a survey stands (调查状态); it only moves forward. */
public enum RoundState {
    /** Codes may be printed, answers are not taken. */
    PREPARED("prepared", "准备中"),
    /** Answers are taken; plan and questionnaires are locked. */
    OPEN("open", "进行中"),
    /** No answers any more; originals and pepper are destroyed. */
    CLOSED("closed", "已结束"),
    /** The results have been released. */
    RELEASED("released", "已发布");

    private final String key;
    private final String label;

    RoundState(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The word in files and messages. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /** Whether answers will never be taken again. */
    public boolean isOver() {
        return this == CLOSED || this == RELEASED;
    }

    public static Optional<RoundState> ofKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }
}
