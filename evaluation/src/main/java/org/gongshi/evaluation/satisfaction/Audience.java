package org.gongshi.evaluation.satisfaction;

import java.util.Arrays;
import java.util.Optional;
import org.gongshi.evaluation.Article;

/** Who is asked (调查对象). */
// 第九条：面向社会、家长和学生开展满意度调查
@Article(9)
public enum Audience {
    PUBLIC("public", "社会公众"),
    PARENT("parent", "家长"),
    STUDENT("student", "学生");

    private final String key;
    private final String label;

    Audience(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The word in content files and addresses. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /** Whether its people are sampled through schools, so that a school is a cluster of the design. */
    public boolean isSampledBySchool() {
        return this != PUBLIC;
    }

    public static Optional<Audience> ofKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }
}
