package org.gongshi.evaluation.statistics;

/** Two numbers of the same respondents, upper and lower part of a ratio; only respondents with both count. */
public final class AnswerPairs {
    private final Answers upper;
    private final Answers lower;

    private AnswerPairs(Answers upper, Answers lower) {
        this.upper = upper;
        this.lower = lower;
    }

    /** One respondent a cell; {@code NaN} where a number is missing. */
    public static AnswerPairs ofRows(double[] upper, double[] lower) {
        double[] top = upper.clone();
        double[] bottom = lower.clone();
        for (int row = 0; row < top.length; row++) {
            if (Double.isNaN(top[row]) || Double.isNaN(bottom[row])) {
                top[row] = Double.NaN;
                bottom[row] = Double.NaN;
            }
        }
        return new AnswerPairs(Answers.ofRows(top), Answers.ofRows(bottom));
    }

    Answers upper() {
        return upper;
    }

    Answers lower() {
        return lower;
    }

    /** x − R y for every respondent. */
    Answers residuals(double ratio) {
        return upper.combined(lower, (x, y) -> x - ratio * y);
    }
}
