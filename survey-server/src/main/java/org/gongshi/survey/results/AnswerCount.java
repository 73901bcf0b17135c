package org.gongshi.survey.results;

import java.util.Comparator;
import org.gongshi.evaluation.Require;

/** How many items a person answered on the scale, and how many of them with a satisfied option. */
record AnswerCount(int valid, int satisfied) implements Comparable<AnswerCount> {
    private static final Comparator<AnswerCount> ORDER =
            Comparator.comparingInt(AnswerCount::valid).thenComparingInt(AnswerCount::satisfied);

    AnswerCount {
        Require.that(satisfied >= 0 && satisfied <= valid, "satisfied answers are among the valid ones");
    }

    @Override
    public int compareTo(AnswerCount other) {
        return ORDER.compare(this, other);
    }
}
