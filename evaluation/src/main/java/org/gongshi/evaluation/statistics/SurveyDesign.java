package org.gongshi.evaluation.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * A sample and how it was drawn (抽样设计): cells of respondents who are alike in stratum, cluster and weight, with the
 * weights as they stand after the weighting steps so far. Immutable.
 *
 * <p>A cell holds {@code count} respondents. Where no cluster is named every respondent is a primary sampling unit, so that
 * a cell of count 40 stands for 40 units; where clusters are named, all respondents of a cell belong to one cluster. All
 * variances are functions of unit totals, hence of the cells: the cost does not grow with the number of respondents.
 *
 * <p>R: {@code svydesign(ids=, strata=, weights=, fpc=, nest=)}.
 */
public final class SurveyDesign {
    private final int[] count;
    private final double[] weight;
    private final boolean[] present;
    private final List<SamplingStage> stages;
    private final LonelyPsu lonelyPsu;
    private final boolean domainsCanBeLonely;
    private final IntFunction<String> stratumNames;
    private final List<Projection> projections;
    private final long designDf;
    private final long[][] presentUnits;

    private SurveyDesign(SurveyDesign from, double[] weight, boolean[] present, List<Projection> projections) {
        this.count = from.count;
        this.stages = from.stages;
        this.lonelyPsu = from.lonelyPsu;
        this.domainsCanBeLonely = from.domainsCanBeLonely;
        this.stratumNames = from.stratumNames;
        this.weight = weight;
        this.present = present;
        this.projections = List.copyOf(projections);
        this.designDf = DegreesOfFreedom.of(this, cell -> weight[cell] != 0);
        this.presentUnits = unitsWithin(Domain.all(weight.length), cell -> present[cell]);
    }

    /** A domain of {@code from}: the degrees of freedom of the design stay those of the whole sample. */
    private SurveyDesign(SurveyDesign from, double[] weight, boolean[] present) {
        this.count = from.count;
        this.stages = from.stages;
        this.lonelyPsu = from.lonelyPsu;
        this.domainsCanBeLonely = from.domainsCanBeLonely;
        this.stratumNames = from.stratumNames;
        this.weight = weight;
        this.present = present;
        this.projections = from.projections;
        this.designDf = from.designDf;
        this.presentUnits = unitsWithin(Domain.all(weight.length), cell -> present[cell]);
    }

    SurveyDesign(
            int[] count,
            double[] weight,
            List<SamplingStage> stages,
            LonelyPsu lonelyPsu,
            boolean domainsCanBeLonely,
            IntFunction<String> stratumNames) {
        this.count = count;
        this.weight = weight;
        this.stages = stages;
        this.lonelyPsu = lonelyPsu;
        this.domainsCanBeLonely = domainsCanBeLonely;
        this.stratumNames = stratumNames;
        this.present = new boolean[weight.length];
        Arrays.fill(present, true);
        this.projections = List.of();
        this.designDf = DegreesOfFreedom.of(this, cell -> weight[cell] != 0);
        this.presentUnits = unitsWithin(Domain.all(weight.length), cell -> present[cell]);
    }

    /** Starts a design from the base weight of every cell's respondents (1 / probability of being drawn). */
    public static SamplingPlan withWeights(double[] weightOfCell) {
        return new SamplingPlan(weightOfCell.clone());
    }

    /** How many cells the sample has. */
    public int cells() {
        return weight.length;
    }

    /** Respondents of a cell. */
    public int count(int cell) {
        return count[cell];
    }

    /** The present weight of each respondent of a cell; 0 when they do not count. */
    public double weight(int cell) {
        return weight[cell];
    }

    /** The present weights of all cells. */
    public double[] weights() {
        return weight.clone();
    }

    /** Units minus strata over the whole sample of rows with weight (R: {@code degf(design)}). */
    public long degreesOfFreedom() {
        return designDf;
    }

    public LonelyPsu lonelyPsu() {
        return lonelyPsu;
    }

    /**
     * The part of the sample that is looked at from here on (R: {@code subset(design, ...)}). The rest stays in the design
     * with zero contribution.
     */
    public SurveyDesign restrictedTo(Domain domain) {
        double[] inside = weight.clone();
        boolean[] stays = present.clone();
        for (int cell = 0; cell < inside.length; cell++) {
            if (!domain.contains(cell)) {
                inside[cell] = 0;
                // After calibration everybody takes part in the regression on the margins.
                stays[cell] &= !projections.isEmpty();
            }
        }
        return new SurveyDesign(this, inside, stays);
    }

    /** The same sample with other weights that count as given. */
    SurveyDesign reweighted(double[] newWeight) {
        return new SurveyDesign(this, newWeight, present, projections);
    }

    /** The same sample after calibration: variances are those of residuals from the margins. */
    SurveyDesign calibrated(double[] newWeight, Projection projection) {
        List<Projection> all = new ArrayList<>(projections);
        all.add(projection);
        return new SurveyDesign(this, newWeight, present, all);
    }

    /** Respondents of the sample that is looked at, also those of weight 0 (R: the rows of the design). */
    public long sampleSize() {
        long n = 0;
        for (int cell = 0; cell < count.length; cell++) {
            n += present[cell] ? count[cell] : 0;
        }
        return n;
    }

    /** Whether a cell still belongs to the sample that is looked at. */
    boolean present(int cell) {
        return present[cell];
    }

    /** For every stage and stratum how many units have anybody in the cells that pass. */
    long[][] unitsWithin(Domain domain, IntPredicate test) {
        long[][] units = new long[stages.size()][];
        for (int stage = 0; stage < units.length; stage++) {
            units[stage] = stages.get(stage).unitsWithin(domain.members(), test, count);
        }
        return units;
    }

    /** For every stage and stratum how many units have anybody of the sample that is looked at. */
    long[][] presentUnits() {
        return presentUnits;
    }

    /** What faults call a stratum of the first stage. */
    String stratumName(int stratum) {
        return stratumNames.apply(firstStage().labelOfStratum[stratum]);
    }

    List<SamplingStage> stages() {
        return stages;
    }

    SamplingStage firstStage() {
        return stages.get(0);
    }

    boolean domainsCanBeLonely() {
        return domainsCanBeLonely;
    }

    List<Projection> projections() {
        return projections;
    }

    boolean isCalibrated() {
        return !projections.isEmpty();
    }
}
