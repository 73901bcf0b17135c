package org.gongshi.evaluation.statistics;

import java.util.List;

/**
 * Post-stratification (事后分层): weights are scaled so that every cell of one known distribution is reached,
 * w · N_g / N̂_g; variances are those of residuals from the cell means. Holt and Smith, JRSS A 142 (1979). R: {@code
 * postStratify(design, ~g, population)}.
 */
public final class PostStratification {
    private PostStratification() {}

    /** @throws SurveyFault when the margin does not fit the sample */
    public static SurveyDesign apply(SurveyDesign design, Margin margin) {
        var set = new MarginSet(design, List.of(margin));
        double[] before = design.weights();
        double[] sums = new double[set.targets.length];
        for (int cell = 0; cell < before.length; cell++) {
            set.columns.add(sums, cell, before[cell] * design.count(cell));
        }
        double[] after = before.clone();
        int[] category = margin.categoryOfCell();
        for (int cell = 0; cell < before.length; cell++) {
            if (before[cell] != 0) {
                after[cell] = before[cell] * set.targets[category[cell]] / sums[category[cell]];
            }
        }
        return design.calibrated(after, new Projection(design, set.columns, after));
    }
}
