package org.gongshi.evaluation.statistics;

import java.util.List;

/**
 * Variance by Taylor linearisation for stratified, clustered, multi-stage samples (泰勒线性化方差):
 *
 * <pre>V = Σ_h (1 − n_h/N_h) · n_h/(n_h − 1) · Σ_j (Z_hj − mean_h Z)²</pre>
 *
 * with Z_hj the sum of the linearised variable over unit j of stratum h, n_h the units of the stratum in the whole sample.
 * Later stages add (n_h/N_h) times the same formula within each unit. Wolter, <i>Introduction to Variance Estimation</i>
 * (2007); Lumley, J. Stat. Softw. 9(8) (2004). R: {@code svyrecvar}.
 *
 * <p>Two passes over the units: first the means of the strata, then the squares of the deviations.
 */
final class TaylorVariance {
    private final SurveyDesign design;
    private final UnitTotals totals;
    private final int width;
    private final long[][] presentUnits;
    private final double[][] covariance;

    private TaylorVariance(SurveyDesign design, List<Linearised> variables, long[][] presentUnits) {
        this.design = design;
        this.totals = new UnitTotals(design, variables);
        this.width = totals.width();
        this.presentUnits = presentUnits;
        this.covariance = new double[width][width];
        for (int stage = 0; stage < design.stages().size(); stage++) {
            add(stage);
        }
    }

    /**
     * The variance of one estimate. Only strata that hold respondents of the domain are looked at (all of them after
     * calibration).
     *
     * @throws SurveyFault {@link FaultCode#LONELY_PSU}
     */
    static double of(SurveyDesign design, Linearised variable) {
        return covarianceWithin(design, List.of(variable))[0][0];
    }

    /**
     * The covariance matrix of several estimates of the same domain. Only strata that hold respondents of the domain are
     * looked at (all of them after calibration).
     *
     * @throws SurveyFault {@link FaultCode#LONELY_PSU}
     */
    static double[][] covarianceWithin(SurveyDesign design, List<Linearised> variables) {
        if (design.isCalibrated()) {
            return covariance(design, variables);
        }
        Domain union = variables.stream()
                .map(Linearised::domain)
                .distinct()
                .reduce(Domain::or)
                .orElseThrow();
        long[][] present = design.unitsWithin(union, cell -> touched(design, variables, cell));
        return new TaylorVariance(design, variables, present).covariance;
    }

    private static boolean touched(SurveyDesign design, List<Linearised> variables, int cell) {
        for (Linearised variable : variables) {
            if (variable.touches(design, cell)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The covariance matrix of estimates of several domains, which may share sampling units. All strata of the sample are
     * looked at.
     *
     * @throws SurveyFault {@link FaultCode#LONELY_PSU}
     */
    static double[][] covariance(SurveyDesign design, List<Linearised> variables) {
        return new TaylorVariance(design, variables, design.presentUnits()).covariance;
    }

    private void add(int number) {
        SamplingStage stage = design.stages().get(number);
        var policy = new LonelyStrata(design, stage, presentUnits[number]);
        double[] sums = new double[stage.strata * width];
        long[] seen = new long[stage.strata];
        totals.visit(number, (stratum, alike, unit) -> {
            seen[stratum] += alike;
            for (int k = 0; k < width; k++) {
                sums[stratum * width + k] += alike * unit[k];
            }
        });
        double[] centre = new double[sums.length];
        for (int stratum = 0; stratum < stage.strata; stratum++) {
            for (int k = 0; k < width && policy.centred(stratum); k++) {
                centre[stratum * width + k] = sums[stratum * width + k] / stage.sampled[stratum];
            }
        }
        double[] deviation = new double[width];
        totals.visit(number, new UnitVisitor() {
            @Override
            public void unit(int stratum, long alike, double[] unit) {
                double scale = policy.scale(stratum) * alike;
                if (scale != 0) {
                    for (int k = 0; k < width; k++) {
                        deviation[k] = unit[k] - centre[stratum * width + k];
                    }
                    addProducts(deviation, scale);
                }
            }

            @Override
            public void spread(int stratum, double squares, double[] direction) {
                double scale = policy.scale(stratum) * squares;
                if (scale != 0) {
                    addProducts(direction, scale);
                }
            }
        });
        for (int stratum = 0; stratum < stage.strata; stratum++) {
            long unseen = stage.sampled[stratum] - seen[stratum];
            double scale = policy.scale(stratum) * unseen;
            if (unseen > 0 && scale != 0) {
                System.arraycopy(centre, stratum * width, deviation, 0, width);
                addProducts(deviation, scale);
            }
        }
    }

    private void addProducts(double[] deviation, double scale) {
        for (int a = 0; a < width; a++) {
            if (deviation[a] != 0 || Double.isNaN(scale)) {
                for (int b = 0; b < width; b++) {
                    covariance[a][b] += scale * deviation[a] * deviation[b];
                }
            }
        }
    }
}
