package org.gongshi.evaluation.round;

import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;

/** The year in which the work is done (评价年度). */
@Article({5, 8})
public record EvaluationYear(int value) implements Comparable<EvaluationYear> {
    public EvaluationYear {
        Require.that(value >= 2000 && value <= 2999, "a year lies between 2000 and 2999: ", value);
    }

    /** The year that is looked back on. */
    // 第八条：对上一年度履行教育职责情况进行自查自评
    public int coveredYear() {
        return value - 1;
    }

    @Override
    public int compareTo(EvaluationYear other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
