package org.gongshi.evaluation.satisfaction;

import java.util.Arrays;
import java.util.Optional;

/**
 * Why an answer sheet is doubted (质量标记). A doubt never deletes: a second figure without the doubted sheets stands beside the
 * first. Curran, Methods for the detection of carelessly invalid responses in survey data (2016).
 */
public enum Doubt {
    /** Faster than the plan allows for reading. */
    TOO_FAST("too-fast", "作答过快"),
    /** The same answer to every item. */
    STRAIGHT_LINE("straight-line", "各题选项完全相同"),
    /** The attention check was answered wrongly. */
    FAILED_CHECK("failed-check", "核对题答错"),
    /** Answers that go up and down as if drawn by chance. */
    SCATTERED("scattered", "各题答案起伏过大"),
    /** One of many from the same school or place and way within seconds. */
    BURST("burst", "短时间成批到达"),
    /** The same answers to all items as several before it from the same school or place and way. */
    IDENTICAL("identical", "与多份答卷逐题相同");

    private final String key;
    private final String label;

    Doubt(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The word in {@code survey-plan.yaml}. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    public static Optional<Doubt> ofKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }
}
