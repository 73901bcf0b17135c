package org.gongshi.evaluation.statistics;

/** Respondents of every cell as an array. */
final class Counts {
    private Counts() {}

    static int[] of(SurveyDesign design) {
        int[] count = new int[design.cells()];
        for (int cell = 0; cell < count.length; cell++) {
            count[cell] = design.count(cell);
        }
        return count;
    }
}
