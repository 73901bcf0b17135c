package org.gongshi.evaluation.satisfaction;

import java.util.Arrays;
import java.util.Optional;

/** School stage (学段): a stratum of the parents' and students' samples. */
public enum SchoolStage {
    PRIMARY("primary", "小学"),
    JUNIOR("junior", "初中"),
    SENIOR("senior", "高中");

    private final String key;
    private final String label;

    SchoolStage(String key, String label) {
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

    public static Optional<SchoolStage> ofKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }
}
