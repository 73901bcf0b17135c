package org.gongshi.evaluation.scoring;

import java.util.Arrays;
import java.util.Optional;
import org.gongshi.evaluation.Article;

/** The committee's judgement whether content and standards are met (达到有关评价内容和标准要求), article 14. */
@Article(14)
public enum Standards {
    MET("met", "达到有关评价内容和标准要求", Grade.EXCELLENT),
    BASICALLY_MET("basically-met", "基本达到有关评价内容和标准要求", Grade.QUALIFIED),
    NOT_MET("not-met", "主要工作和主要指标达不到要求", Grade.UNQUALIFIED);

    private final String key;
    private final String label;
    private final Grade grade;

    Standards(String key, String label, Grade grade) {
        this.key = key;
        this.label = label;
        this.grade = grade;
    }

    /** The word in content files. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /** The grade that article 14 joins with this judgement: the best one it allows. */
    public Grade bestGrade() {
        return grade;
    }

    public static Optional<Standards> ofKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }
}
