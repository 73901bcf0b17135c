package org.gongshi.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplePropertiesTest {
    private static final double EXACT = 1e-10;

    @ParameterizedTest
    @CsvSource({"1, CLUSTERED", "2, CLUSTERED", "3, DIRECT", "4, DIRECT", "5, MIXED", "6, MIXED"})
    void counts_by_cell_give_the_figures_of_the_respondents(long seed, RandomSample.Kind kind) {
        var sample = new RandomSample(seed, kind);
        int[] owner = sample.owner();
        for (int group = 0; group < 2; group++) {
            same(
                    Estimates.mean(
                            sample.compressed(),
                            sample.compressedAnswers(),
                            sample.groupDomain(sample.itself(), group),
                            Precision.STANDARD),
                    Estimates.mean(
                            sample.expanded(),
                            sample.expandedAnswers(),
                            sample.groupDomain(owner, group),
                            Precision.STANDARD));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, CLUSTERED", "2, CLUSTERED", "3, DIRECT", "4, DIRECT", "5, MIXED", "6, MIXED"})
    void counts_by_cell_give_the_figures_of_the_respondents_after_raking(long seed, RandomSample.Kind kind) {
        var sample = new RandomSample(seed, kind);
        int[] owner = sample.owner();
        SurveyDesign cells = Raking.apply(sample.compressed(), sample.margins(sample.itself()));
        SurveyDesign rows = Raking.apply(sample.expanded(), sample.margins(owner));
        for (int row = 0; row < owner.length; row++) {
            assertThat(rows.weight(row)).isCloseTo(cells.weight(owner[row]), within(EXACT));
        }
        same(
                Estimates.mean(
                        cells, sample.compressedAnswers(), sample.groupDomain(sample.itself(), 0), Precision.STANDARD),
                Estimates.mean(rows, sample.expandedAnswers(), sample.groupDomain(owner, 0), Precision.STANDARD));
        JointMeans fromCells = JointMeans.of(
                cells,
                sample.compressedAnswers(),
                List.of(sample.groupDomain(sample.itself(), 0), sample.groupDomain(sample.itself(), 1)));
        JointMeans fromRows = JointMeans.of(
                rows, sample.expandedAnswers(), List.of(sample.groupDomain(owner, 0), sample.groupDomain(owner, 1)));
        assertThat(fromCells.covariance(0, 1)).isCloseTo(fromRows.covariance(0, 1), within(EXACT));
        assertThat(fromCells.covariance(1, 1)).isCloseTo(fromRows.covariance(1, 1), within(EXACT));
    }

    @ParameterizedTest
    @CsvSource({"7, CLUSTERED", "8, DIRECT", "9, MIXED"})
    void the_scale_of_the_weights_does_not_change_a_mean(long seed, RandomSample.Kind kind) {
        var sample = new RandomSample(seed, kind);
        SurveyDesign design = sample.expanded();
        SurveyDesign scaled = design.reweighted(
                Arrays.stream(design.weights()).map(each -> 1000 * each).toArray());
        Domain all = Domain.all(design.cells());
        MeanEstimate before = Estimates.mean(design, sample.expandedAnswers(), all, Precision.STANDARD);
        MeanEstimate after = Estimates.mean(scaled, sample.expandedAnswers(), all, Precision.STANDARD);
        near(before.estimate(), after.estimate());
        near(before.se(), after.se());
        near(before.effectiveN(), after.effectiveN());
        near(before.kishDeff(), after.kishDeff());
    }

    @Test
    void the_order_of_the_respondents_does_not_matter() {
        var random = new Random(11);
        int rows = 60;
        int[] shuffled = shuffled(rows, random);
        double[] weight = random.doubles(rows, 1, 9).toArray();
        double[] value = random.doubles(rows, 0, 100).toArray();
        int[] stratum = random.ints(rows, 0, 3).toArray();
        int[] cluster = new int[rows];
        for (int row = 0; row < rows; row++) {
            cluster[row] = stratum[row] * 10 + random.nextInt(5);
        }
        same(
                mean(weight, value, stratum, cluster),
                mean(
                        pick(weight, shuffled),
                        pick(value, shuffled),
                        Arrays.stream(shuffled).map(row -> stratum[row]).toArray(),
                        Arrays.stream(shuffled).map(row -> cluster[row]).toArray()));
    }

    @Test
    void the_variance_of_a_total_is_the_sum_over_strata() {
        var sample = new RandomSample(21, RandomSample.Kind.CLUSTERED);
        SurveyDesign design = sample.compressed();
        Answers answers = sample.compressedAnswers();
        double whole = squared(Estimates.total(design, answers, Domain.all(design.cells()), Precision.STANDARD)
                .se());
        double parts = 0;
        for (int stratum = 0; stratum < 3; stratum++) {
            int wanted = stratum;
            Domain domain = Domain.where(design.cells(), cell -> sample.stratum.get(cell) == wanted);
            parts += squared(
                    Estimates.total(design, answers, domain, Precision.STANDARD).se());
        }
        assertThat(parts).isCloseTo(whole, within(1e-9 * whole));
    }

    @Test
    void a_domain_keeps_the_units_of_the_whole_sample() {
        var sample = new RandomSample(31, RandomSample.Kind.CLUSTERED);
        SurveyDesign design = sample.compressed();
        Domain group = sample.groupDomain(sample.itself(), 1);
        MeanEstimate asked = Estimates.mean(design, sample.compressedAnswers(), group, Precision.STANDARD);
        MeanEstimate restricted = Estimates.mean(
                design.restrictedTo(group), sample.compressedAnswers(), Domain.all(design.cells()), Precision.STANDARD);
        same(asked, restricted);
    }

    @Test
    void a_census_has_no_sampling_error() {
        SurveyDesign census = SurveyDesign.withWeights(new double[] {1, 1, 1})
                .population(new double[] {3, 3, 3})
                .build();
        MeanEstimate mean =
                Estimates.mean(census, Answers.ofRows(new double[] {1, 2, 6}), Domain.all(3), Precision.STANDARD);
        assertThat(mean.estimate()).hasValue(3);
        assertThat(mean.se()).hasValue(0);
    }

    @Test
    void nobody_is_no_value_and_never_nan() {
        SurveyDesign design = SurveyDesign.withWeights(new double[] {1, 2}).build();
        Answers none = Answers.ofRows(new double[] {Double.NaN, Double.NaN});
        MeanEstimate mean = Estimates.mean(design, none, Domain.all(2), Precision.STANDARD);
        assertThat(mean.n()).isZero();
        assertThat(mean.missing()).isEqualTo(2);
        assertThat(mean.estimate()).isEmpty();
        assertThat(mean.ciLow()).isEmpty();
        assertThat(Estimates.proportion(design, none, Domain.all(2), Precision.STANDARD)
                        .interval(IntervalMethod.BETA)
                        .ciLow())
                .isEmpty();
    }

    private static int[] shuffled(int rows, Random random) {
        int[] order = java.util.stream.IntStream.range(0, rows).toArray();
        for (int row = rows - 1; row > 0; row--) {
            int other = random.nextInt(row + 1);
            int kept = order[row];
            order[row] = order[other];
            order[other] = kept;
        }
        return order;
    }

    private static double[] pick(double[] values, int[] order) {
        return Arrays.stream(order).mapToDouble(row -> values[row]).toArray();
    }

    private static MeanEstimate mean(double[] weight, double[] value, int[] stratum, int[] cluster) {
        SurveyDesign design = SurveyDesign.withWeights(weight)
                .strata(stratum)
                .clusters(cluster)
                .build();
        return Estimates.mean(design, Answers.ofRows(value), Domain.all(weight.length), Precision.STANDARD);
    }

    private static double squared(OptionalDouble value) {
        return value.orElseThrow() * value.orElseThrow();
    }

    private static void same(MeanEstimate a, MeanEstimate b) {
        assertThat(b.n()).isEqualTo(a.n());
        assertThat(b.missing()).isEqualTo(a.missing());
        near(a.estimate(), b.estimate());
        near(a.se(), b.se());
        near(a.df(), b.df());
        near(a.ciLow(), b.ciLow());
        near(a.deff(), b.deff());
        near(a.deffReplace(), b.deffReplace());
        near(a.kishDeff(), b.kishDeff());
    }

    private static void near(OptionalDouble a, OptionalDouble b) {
        assertThat(b.isPresent()).isEqualTo(a.isPresent());
        if (a.isPresent()) {
            assertThat(b.getAsDouble())
                    .isCloseTo(a.getAsDouble(), within(EXACT * Math.max(1, Math.abs(a.getAsDouble()))));
        }
    }
}
