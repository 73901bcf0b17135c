package org.gongshi.evaluation.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * How a sample was drawn, cell by cell, before it becomes a {@link SurveyDesign}. Immutable: every method gives a new plan.
 * Every array has one entry a cell.
 */
public final class SamplingPlan {
    private final double[] weight;
    private final int[] count;
    private final List<int[]> strata;
    private final List<int[]> clusters;
    private final List<double[]> populations;
    private final boolean nested;
    private final LonelyPsu lonelyPsu;
    private final boolean domainsCanBeLonely;
    private final IntFunction<String> stratumNames;

    SamplingPlan(double[] weight) {
        this(
                weight,
                ones(weight.length),
                List.of(),
                List.of(),
                List.of(),
                false,
                LonelyPsu.FAIL,
                false,
                label -> "number " + label);
    }

    private SamplingPlan(
            double[] weight,
            int[] count,
            List<int[]> strata,
            List<int[]> clusters,
            List<double[]> populations,
            boolean nested,
            LonelyPsu lonelyPsu,
            boolean domainsCanBeLonely,
            IntFunction<String> stratumNames) {
        this.weight = weight;
        this.count = count;
        this.strata = strata;
        this.clusters = clusters;
        this.populations = populations;
        this.nested = nested;
        this.lonelyPsu = lonelyPsu;
        this.domainsCanBeLonely = domainsCanBeLonely;
        this.stratumNames = stratumNames;
    }

    private static int[] ones(int length) {
        int[] ones = new int[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Respondents of every cell; 1 unless said otherwise. */
    public SamplingPlan counts(int[] countOfCell) {
        requireLength(countOfCell.length);
        if (Arrays.stream(countOfCell).anyMatch(each -> each < 0)) {
            throw new IllegalArgumentException("a cell has fewer than 0 respondents");
        }
        return new SamplingPlan(
                weight,
                countOfCell.clone(),
                strata,
                clusters,
                populations,
                nested,
                lonelyPsu,
                domainsCanBeLonely,
                stratumNames);
    }

    /** Stratum label of every cell, 0 or above: the first call names the first stage. */
    public SamplingPlan strata(int[] stratumOfCell) {
        requireLength(stratumOfCell.length);
        return new SamplingPlan(
                weight,
                count,
                with(strata, stratumOfCell.clone()),
                clusters,
                populations,
                nested,
                lonelyPsu,
                domainsCanBeLonely,
                stratumNames);
    }

    /** What faults call the strata of the first stage, by their label. */
    public SamplingPlan stratumNames(IntFunction<String> nameOfLabel) {
        return new SamplingPlan(
                weight,
                count,
                strata,
                clusters,
                populations,
                nested,
                lonelyPsu,
                domainsCanBeLonely,
                Objects.requireNonNull(nameOfLabel));
    }

    /**
     * Cluster label of every cell: the first call names the primary sampling units, the next the units within them. A
     * negative label: every respondent of the cell is a unit.
     */
    public SamplingPlan clusters(int[] clusterOfCell) {
        requireLength(clusterOfCell.length);
        return new SamplingPlan(
                weight,
                count,
                strata,
                with(clusters, clusterOfCell.clone()),
                populations,
                nested,
                lonelyPsu,
                domainsCanBeLonely,
                stratumNames);
    }

    /**
     * Finite population: how many units of the stage there are in the cell's stratum. The first call is for the first stage
     * (primary units of the stratum), the next for the second (units of the primary unit).
     */
    public SamplingPlan population(double[] unitsInStratumOfCell) {
        requireLength(unitsInStratumOfCell.length);
        return new SamplingPlan(
                weight,
                count,
                strata,
                clusters,
                with(populations, unitsInStratumOfCell.clone()),
                nested,
                lonelyPsu,
                domainsCanBeLonely,
                stratumNames);
    }

    /** Cluster labels repeat in different strata and mean different clusters there. */
    public SamplingPlan nested(boolean labelsRepeat) {
        return new SamplingPlan(
                weight,
                count,
                strata,
                clusters,
                populations,
                labelsRepeat,
                lonelyPsu,
                domainsCanBeLonely,
                stratumNames);
    }

    /** What to do about strata of one unit; {@link LonelyPsu#FAIL} unless said otherwise. */
    public SamplingPlan lonelyPsu(LonelyPsu policy) {
        return new SamplingPlan(
                weight,
                count,
                strata,
                clusters,
                populations,
                nested,
                Objects.requireNonNull(policy),
                domainsCanBeLonely,
                stratumNames);
    }

    /** Treat a stratum in which only one unit has anybody of the domain as lonely (R: survey.adjust.domain.lonely). */
    public SamplingPlan domainsCanBeLonely(boolean yes) {
        return new SamplingPlan(weight, count, strata, clusters, populations, nested, lonelyPsu, yes, stratumNames);
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
                        "the weight of row " + (cell + 1) + " is "
                                + (Double.isNaN(weight[cell]) ? "blank" : weight[cell]) + ": it must be 0 or more");
            }
        }
        return new SurveyDesign(count, weight, stages(), lonelyPsu, domainsCanBeLonely, stratumNames);
    }

    private List<SamplingStage> stages() {
        List<SamplingStage> all = new ArrayList<>();
        // Without a population size sampling counts as with replacement: only the first stage matters (Wolter 2007).
        int wanted = Math.max(1, Math.min(populations.size(), clusters.size() + 1));
        SamplingStage above = null;
        for (int stage = 0; stage < wanted; stage++) {
            int[] units = stage < clusters.size() ? clusters.get(stage) : null;
            int[] labels = strata.isEmpty() ? new int[weight.length] : strata.get(Math.min(stage, strata.size() - 1));
            double[] population = stage < populations.size() ? populations.get(stage) : null;
            above = SamplingStage.of(units, labels, nested, count, population, above);
            check(above, stage);
            all.add(above);
        }
        return List.copyOf(all);
    }

    private void check(SamplingStage stage, int number) {
        for (int stratum = 0; stratum < stage.strata; stratum++) {
            if (!(stage.population[stratum] >= stage.sampled[stratum])) {
                String name = number == 0
                        ? "stratum " + stratumNames.apply(stage.labelOfStratum[stratum])
                        : "a unit of stage " + number;
                throw new IllegalArgumentException(name + " has " + stage.sampled[stratum]
                        + " units in the sample, but " + stage.population[stratum] + " in the population");
            }
        }
    }

    private static <T> List<T> with(List<T> some, T more) {
        List<T> all = new ArrayList<>(some);
        all.add(more);
        return List.copyOf(all);
    }

    private void requireLength(int length) {
        if (length != weight.length) {
            throw new IllegalArgumentException(length + " entries for " + weight.length + " cells");
        }
    }
}
