package org.gongshi.evaluation.outcome;

import java.util.Arrays;
import java.util.Optional;
import org.gongshi.evaluation.Article;

/** Kinds of outcomes (结果运用与问责). */
@Article({14, 15})
public enum OutcomeKind {
    COMMENDATION("commendation", "表彰奖励", false),
    INTERVIEW("interview", "约谈", false),
    CRITICISM("criticism", "通报批评", false),
    SANCTION_PROPOSAL("sanction-proposal", "提出处分建议", false),
    FALSIFICATION("falsification", "弄虚作假", true),
    MAJOR_ACCIDENT("major-accident", "重特大教育安全事故", true),
    REFUSED_RECTIFICATION("refused-rectification", "整改不力", false);

    private final String key;
    private final String label;
    private final boolean blocksExcellent;

    OutcomeKind(String key, String label, boolean blocksExcellent) {
        this.key = key;
        this.label = label;
        this.blocksExcellent = blocksExcellent;
    }

    /** The word in content files. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /** Whether a record of this kind blocks the grade 优秀. */
    public boolean blocksExcellent() {
        return blocksExcellent;
    }

    public static Optional<OutcomeKind> ofKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }
}
