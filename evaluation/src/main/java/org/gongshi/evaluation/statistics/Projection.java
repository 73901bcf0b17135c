package org.gongshi.evaluation.statistics;

/**
 * What a calibration step does to linearised variables: z is replaced by (weight after) × the residual of z / (weight after)
 * in a least-squares regression on the margin columns, weighted by the weights before the step (Deville and Särndal 1992;
 * Deville, Särndal and Sautory 1993). R: {@code svyrecvar} with a {@code greg_calibration}.
 */
final class Projection {
    private final MarginColumns columns;
    private final double[] before;
    private final double[] after;
    private final NormalEquations normal;

    /**
     * @param columns the margin categories of every cell
     * @param before weights before the step
     * @param after weights after it
     * @param count respondents of every cell
     */
    Projection(MarginColumns columns, double[] before, double[] after, int[] count) {
        this.columns = columns;
        this.before = before;
        this.after = after;
        double[] mass = new double[before.length];
        for (int cell = 0; cell < mass.length; cell++) {
            mass[cell] = takesPart(cell) ? count[cell] * before[cell] : 0;
        }
        this.normal = columns.system(mass);
    }

    private boolean takesPart(int cell) {
        return before[cell] != 0 && after[cell] != 0;
    }

    /** Adds the step's shift of every respondent; {@code sum} and {@code shift} are indexed {@code [cell * width + k]}. */
    void shift(SurveyDesign design, double[] sum, double[] shift, int width) {
        double[] right = new double[columns.columns()];
        for (int k = 0; k < width; k++) {
            java.util.Arrays.fill(right, 0);
            for (int cell = 0; cell < before.length; cell++) {
                if (takesPart(cell)) {
                    double whole = sum[cell * width + k] + design.count(cell) * shift[cell * width + k];
                    columns.add(right, cell, whole * before[cell] / after[cell]);
                }
            }
            double[] slope = normal.solve(right);
            for (int cell = 0; cell < before.length; cell++) {
                if (takesPart(cell)) {
                    shift[cell * width + k] -= after[cell] * columns.dot(slope, cell);
                }
            }
        }
    }
}
