package org.gongshi.evaluation.scoring;

import java.util.Arrays;
import java.util.Optional;
import org.gongshi.evaluation.Article;

/** The grade (等级) of article 14, best first. */
@Article(14)
public enum Grade {
    EXCELLENT("优秀"),
    QUALIFIED("合格"),
    UNQUALIFIED("不合格");

    private final String label;

    Grade(String label) {
        this.label = label;
    }

    /** The Chinese term, as it stands in reports. */
    public String label() {
        return label;
    }

    public boolean isAbove(Grade other) {
        return ordinal() < other.ordinal();
    }

    public static Optional<Grade> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(grade -> grade.label.equals(label))
                .findFirst();
    }
}
