package org.gongshi.evaluation.statistics;

import java.util.List;

/**
 * Calibration of weights to margins (校准加权): the final weights reach every margin and stay as near to the base weights as
 * the {@link Distance} says; variances are those of residuals. Deville and Särndal, JASA 87 (1992). R: {@code
 * calibrate(design, margins, populations, calfun=, bounds=)}.
 *
 * <p>Newton's method on one number for each margin category, with step halving; the cost depends on the cells only.
 */
public final class Calibration {
    private static final int MOST_STEPS = 500;
    private static final int MOST_HALVINGS = 50;
    /** Margins are reached to this part of the population. */
    private static final double EXACT = 1e-13;
    /** Rounding may stop the search a little before; anything worse has not converged. */
    private static final double ENOUGH = 1e-11;
    /** A weight that must vanish for the margins to be met means that they cannot be met. */
    private static final double VANISHING = 1e-9;

    private final SurveyDesign design;
    private final MarginSet margins;
    private final Distance distance;
    private final double[] mass;

    private Calibration(SurveyDesign design, List<Margin> margins, Distance distance) {
        this.design = design;
        this.margins = new MarginSet(design, margins);
        this.distance = distance;
        this.mass = design.weights();
        for (int cell = 0; cell < mass.length; cell++) {
            mass[cell] *= design.count(cell);
        }
    }

    /** @throws SurveyFault when the margins do not fit the sample or each other, or no weights reach them */
    public static SurveyDesign apply(SurveyDesign design, List<Margin> margins, Distance distance) {
        var calibration = new Calibration(design, margins, distance);
        double[] factors = calibration.factors(calibration.solve(new double[calibration.margins.targets.length]));
        return calibration.finish(factors);
    }

    /** Starts the search at the given numbers: raking begins where proportional fitting has got to. */
    static SurveyDesign apply(SurveyDesign design, List<Margin> margins, Distance distance, double[] start) {
        var calibration = new Calibration(design, margins, distance);
        return calibration.finish(calibration.factors(calibration.solve(start)));
    }

    private double[] solve(double[] start) {
        double[] position = start.clone();
        double[] totals = totals(position);
        double misfit = margins.misfit(totals);
        for (int step = 0; step < MOST_STEPS && misfit > EXACT; step++) {
            double[] move = move(position, totals);
            double part = 1;
            double[] tried = null;
            double[] reached = null;
            double better = Double.NaN;
            for (int halving = 0; halving < MOST_HALVINGS; halving++, part /= 2) {
                tried = along(position, move, part);
                reached = totals(tried);
                better = margins.misfit(reached);
                if (better < misfit) {
                    break;
                }
            }
            if (!(better < misfit)) {
                break;
            }
            position = tried;
            totals = reached;
            misfit = better;
        }
        if (!(misfit <= ENOUGH)) {
            throw new SurveyFault(
                    FaultCode.NOT_CONVERGED,
                    "no weights reach all margins: the best still miss " + misfit
                            + " of the population; look for categories that exclude each other in the sample, or widen the bounds");
        }
        return position;
    }

    private static double[] along(double[] from, double[] move, double part) {
        double[] to = new double[from.length];
        for (int column = 0; column < to.length; column++) {
            to[column] = from[column] + part * move[column];
        }
        return to;
    }

    /** The Newton step: (X' D F' X)^-1 (targets − totals). */
    private double[] move(double[] position, double[] totals) {
        double[] slope = new double[mass.length];
        for (int cell = 0; cell < mass.length; cell++) {
            slope[cell] = mass[cell] == 0 ? 0 : mass[cell] * distance.slope(margins.columns.dot(position, cell));
        }
        double[] gap = new double[totals.length];
        for (int column = 0; column < gap.length; column++) {
            gap[column] = margins.targets[column] - totals[column];
        }
        return margins.columns.system(slope).solve(gap);
    }

    private double[] totals(double[] position) {
        double[] totals = new double[margins.targets.length];
        for (int cell = 0; cell < mass.length; cell++) {
            if (mass[cell] != 0) {
                double factor = distance.factor(margins.columns.dot(position, cell));
                margins.columns.add(totals, cell, mass[cell] * factor);
            }
        }
        return totals;
    }

    private double[] factors(double[] position) {
        double[] factor = new double[mass.length];
        for (int cell = 0; cell < mass.length; cell++) {
            factor[cell] = mass[cell] == 0 ? 1 : distance.factor(margins.columns.dot(position, cell));
        }
        return factor;
    }

    private SurveyDesign finish(double[] factors) {
        double[] before = design.weights();
        double[] after = before.clone();
        double high = 0;
        double low = Double.POSITIVE_INFINITY;
        for (int cell = 0; cell < after.length; cell++) {
            if (mass[cell] != 0) {
                after[cell] = before[cell] * factors[cell];
                high = Math.max(high, factors[cell]);
                low = Math.min(low, factors[cell]);
            }
        }
        if (distance instanceof Distance.Exponential && low < VANISHING * high) {
            throw new SurveyFault(
                    FaultCode.NOT_CONVERGED,
                    "the margins can only be approached by weights that vanish: some categories exclude each other in the sample");
        }
        return design.calibrated(after, new Projection(design, margins.columns, after));
    }
}
