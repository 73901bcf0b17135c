package org.gongshi.evaluation.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
    private final List<Projection> projections;
    private final long designDf;
    private final long[][] presentUnits;

    private SurveyDesign(SurveyDesign from, double[] weight, boolean[] present, List<Projection> projections) {
        this.count = from.count;
        this.stages = from.stages;
        this.lonelyPsu = from.lonelyPsu;
        this.domainsCanBeLonely = from.domainsCanBeLonely;
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
        this.weight = weight;
        this.present = present;
        this.projections = from.projections;
        this.designDf = from.designDf;
        this.presentUnits = unitsWithin(Domain.all(weight.length), cell -> present[cell]);
    }

    private SurveyDesign(Builder builder) {
        this.count = builder.count;
        this.weight = builder.weight;
        this.stages = builder.stages();
        this.lonelyPsu = builder.lonelyPsu;
        this.domainsCanBeLonely = builder.domainsCanBeLonely;
        this.present = new boolean[weight.length];
        Arrays.fill(present, true);
        this.projections = List.of();
        this.designDf = DegreesOfFreedom.of(this, cell -> weight[cell] != 0);
        this.presentUnits = unitsWithin(Domain.all(weight.length), cell -> present[cell]);
    }

    /** Starts a design from the base weight of every cell's respondents (1 / probability of being drawn). */
    public static Builder withWeights(double[] weightOfCell) {
        return new Builder(weightOfCell.clone());
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

    /** Collects strata, clusters and population sizes; every array has one entry a cell. */
    public static final class Builder {
        private final double[] weight;
        private int[] count;
        private LonelyPsu lonelyPsu = LonelyPsu.FAIL;
        private boolean domainsCanBeLonely;
        private boolean nested;
        private final List<int[]> clusters = new ArrayList<>();
        private final List<int[]> strata = new ArrayList<>();
        private final List<double[]> populations = new ArrayList<>();

        private Builder(double[] weight) {
            this.weight = weight;
            this.count = new int[weight.length];
            Arrays.fill(count, 1);
        }

        /** Respondents of every cell; 1 unless said otherwise. */
        public Builder counts(int[] countOfCell) {
            this.count = sized(countOfCell.clone(), countOfCell.length);
            return this;
        }

        /** Stratum label of every cell: the first call names the first stage. */
        public Builder strata(int[] stratumOfCell) {
            strata.add(sized(stratumOfCell.clone(), stratumOfCell.length));
            return this;
        }

        /** Cluster label of every cell: the first call names the primary sampling units, the next the units within them. A
         * negative label: every respondent of the cell is a unit. */
        public Builder clusters(int[] clusterOfCell) {
            clusters.add(sized(clusterOfCell.clone(), clusterOfCell.length));
            return this;
        }

        /**
         * Finite population: how many units of the stage there are in the cell's stratum. The first call is for the first
         * stage (primary units of the stratum), the next for the second (units of the primary unit).
         */
        public Builder population(double[] unitsInStratumOfCell) {
            populations.add(sized(unitsInStratumOfCell.clone(), unitsInStratumOfCell.length));
            return this;
        }

        /** Cluster labels repeat in different strata and mean different clusters there. */
        public Builder nested(boolean labelsRepeat) {
            this.nested = labelsRepeat;
            return this;
        }

        public Builder lonelyPsu(LonelyPsu policy) {
            this.lonelyPsu = Objects.requireNonNull(policy);
            return this;
        }

        /** Treat a stratum in which only one unit has anybody of the domain as lonely (R: survey.adjust.domain.lonely). */
        public Builder domainsCanBeLonely(boolean yes) {
            this.domainsCanBeLonely = yes;
            return this;
        }

        /**
         * @throws SurveyFault {@link FaultCode#INVALID_WEIGHT}
         * @throws IllegalArgumentException when a unit lies in two strata or there are fewer units than were drawn
         */
        public SurveyDesign build() {
            for (int cell = 0; cell < weight.length; cell++) {
                if (!(weight[cell] >= 0) || Double.isInfinite(weight[cell])) {
                    throw new SurveyFault(
                            FaultCode.INVALID_WEIGHT,
                            "weight of cell " + cell + " is " + weight[cell] + ": blank, negative or infinite");
                }
            }
            return new SurveyDesign(this);
        }

        private List<SamplingStage> stages() {
            List<SamplingStage> all = new ArrayList<>();
            // Without a population size sampling counts as with replacement: only the first stage matters (Wolter
            // 2007).
            int wanted = Math.max(1, Math.min(populations.size(), clusters.size() + 1));
            SamplingStage above = null;
            for (int stage = 0; stage < wanted; stage++) {
                int[] units = stage < clusters.size() ? clusters.get(stage) : null;
                int[] labels =
                        strata.isEmpty() ? new int[weight.length] : strata.get(Math.min(stage, strata.size() - 1));
                double[] population = stage < populations.size() ? populations.get(stage) : null;
                above = SamplingStage.of(units, labels, nested, count, population, above);
                check(above, stage + 1);
                all.add(above);
            }
            return List.copyOf(all);
        }

        private static void check(SamplingStage stage, int number) {
            for (int stratum = 0; stratum < stage.strata; stratum++) {
                if (!(stage.population[stratum] >= stage.sampled[stratum])) {
                    throw new IllegalArgumentException("at stage " + number + " a stratum of "
                            + stage.population[stratum] + " units has " + stage.sampled[stratum] + " in the sample");
                }
            }
        }

        private <T> T sized(T array, int length) {
            if (length != weight.length) {
                throw new IllegalArgumentException(length + " entries for " + weight.length + " cells");
            }
            return array;
        }
    }
}
