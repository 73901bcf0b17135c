package org.gongshi.evaluation.statistics;

import java.util.List;

/**
 * Raking (迭代比例拟合, iterative proportional fitting) run to its fixed point: margin after margin the weights are scaled to
 * the wanted totals, until nothing moves. Deming and Stephan (1940); Deville, Särndal and Sautory, JASA 88 (1993). R: the
 * weights of {@code rake()} run to convergence, the standard errors of {@code calibrate(calfun="raking")}.
 *
 * <p>A few sweeps come near; Newton's method on the same equations then reaches the fixed point where sweeping would crawl.
 */
public final class Raking {
    private static final int SWEEPS = 20;

    private Raking() {}

    /** @throws SurveyFault when the margins do not fit the sample or each other, or no weights reach them */
    public static SurveyDesign apply(SurveyDesign design, List<Margin> margins) {
        var set = new MarginSet(design, margins);
        double[] start = sweep(design, margins, set);
        return Calibration.apply(design, margins, new Distance.Exponential(), start);
    }

    /** Logarithms of the factors of every margin category after some sweeps. */
    private static double[] sweep(SurveyDesign design, List<Margin> margins, MarginSet set) {
        double[] logarithm = new double[set.targets.length];
        double[] factor = new double[design.cells()];
        java.util.Arrays.fill(factor, 1);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            int offset = 0;
            for (Margin margin : margins) {
                fit(design, margin.categoryOfCell(), factor, set.targets, logarithm, offset);
                offset += margin.population().length;
            }
        }
        return logarithm;
    }

    private static void fit(
            SurveyDesign design, int[] category, double[] factor, double[] targets, double[] logarithm, int offset) {
        double[] sums = new double[targets.length - offset];
        for (int cell = 0; cell < factor.length; cell++) {
            if (design.weight(cell) > 0) {
                sums[category[cell]] += design.weight(cell) * design.count(cell) * factor[cell];
            }
        }
        for (int each = 0; each < sums.length; each++) {
            if (sums[each] > 0 && targets[offset + each] > 0) {
                logarithm[offset + each] += Math.log(targets[offset + each] / sums[each]);
            }
        }
        for (int cell = 0; cell < factor.length; cell++) {
            if (design.weight(cell) > 0) {
                factor[cell] *= targets[offset + category[cell]] / sums[category[cell]];
            }
        }
    }
}
