package org.gongshi.evaluation.satisfaction;

/** What is known about who answers (身份保证程度), from most to least; kept with every answer and published. */
public enum Assurance {
    /** A code of one's own, spent once: one person, one sheet. Only such answers belong to the probability sample. */
    ONE_PERSON("one-person", "一人一份"),
    /** The code of a school was known; nothing keeps anyone from answering twice. */
    SHARED_CODE("shared-code", "只核对学校码"),
    /** Nothing is known. */
    NONE("none", "不核对身份");

    private final String key;
    private final String label;

    Assurance(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The word in files. */
    public String key() {
        return key;
    }

    /** The Chinese words. */
    public String label() {
        return label;
    }

    /** Whether such answers stand for a population. */
    public boolean isOfTheSample() {
        return this == ONE_PERSON;
    }
}
