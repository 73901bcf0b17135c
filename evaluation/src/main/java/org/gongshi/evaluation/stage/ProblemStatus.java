package org.gongshi.evaluation.stage;

import java.util.Arrays;
import java.util.Optional;
import org.gongshi.evaluation.Article;

/** How far the rectification of a problem has come (整改状态). */
@Article(12)
public enum ProblemStatus {
    OPEN("open", "未开始"),
    IN_PROGRESS("in-progress", "整改中"),
    DONE("done", "已完成，待复查"),
    RECHECKED("rechecked", "已复查");

    private final String key;
    private final String label;

    ProblemStatus(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The word in content files. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    public static Optional<ProblemStatus> ofKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }
}
