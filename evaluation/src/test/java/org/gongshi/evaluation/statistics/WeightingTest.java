package org.gongshi.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightingTest {
    private static final List<String> AB = List.of("a", "b");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void raked_weights_reach_every_margin_and_keep_the_odds_ratios(long seed) {
        var random = new Random(seed);
        int rows = 80;
        int[] first = random.ints(rows, 0, 3).toArray();
        int[] second = random.ints(rows, 0, 2).toArray();
        double[] base = random.doubles(rows, 0.5, 20).toArray();
        SurveyDesign raked = Raking.apply(
                SurveyDesign.withWeights(base).build(),
                List.of(
                        new Margin("first", first, List.of("x", "y", "z"), new double[] {20, 300, 180}),
                        new Margin("second", second, AB, new double[] {490, 10})));
        double[][] sums = new double[3][2];
        double[][] factor = new double[3][2];
        for (int row = 0; row < rows; row++) {
            sums[first[row]][second[row]] += raked.weight(row);
            factor[first[row]][second[row]] = raked.weight(row) / base[row];
        }
        assertThat(sums[0][0] + sums[0][1]).isCloseTo(20, within(1e-8));
        assertThat(sums[2][0] + sums[2][1]).isCloseTo(180, within(1e-8));
        assertThat(sums[0][1] + sums[1][1] + sums[2][1]).isCloseTo(10, within(1e-8));
        assertThat(factor[0][0] * factor[1][1]).isCloseTo(factor[0][1] * factor[1][0], within(1e-8 * factor[0][0]));
    }

    @Test
    void bounded_calibration_stays_within_its_bounds() {
        var random = new Random(5);
        int rows = 60;
        int[] group = random.ints(rows, 0, 2).toArray();
        double[] base = random.doubles(rows, 1, 3).toArray();
        SurveyDesign start = SurveyDesign.withWeights(base).build();
        double total = 0;
        double inA = 0;
        for (int row = 0; row < rows; row++) {
            total += base[row];
            inA += group[row] == 0 ? base[row] : 0;
        }
        var margin = new Margin("group", group, AB, new double[] {inA * 1.4, total - inA * 1.4});
        for (Distance distance : List.of(new Distance.Logit(0.2, 1.9), new Distance.Linear(0.2, 1.9))) {
            SurveyDesign done = Calibration.apply(start, List.of(margin), distance);
            for (int row = 0; row < rows; row++) {
                assertThat(done.weight(row) / base[row]).isBetween(0.2 - 1e-9, 1.9 + 1e-9);
            }
        }
        var wide = new Margin("group", group, AB, new double[] {inA * 2.5, total - inA});
        assertFault(
                () -> Calibration.apply(start, List.of(wide), new Distance.Logit(0.2, 1.9)), FaultCode.NOT_CONVERGED);
    }

    @Test
    void a_calibrated_total_of_a_margin_has_no_sampling_error() {
        var sample = new RandomSample(3, RandomSample.Kind.CLUSTERED);
        SurveyDesign raked = Raking.apply(sample.compressed(), sample.margins(sample.itself()));
        int[] ones = new int[sample.cells()];
        for (int cell = 0; cell < ones.length; cell++) {
            ones[cell] = raked.count(cell);
        }
        Answers everybody = Answers.ofOptionCounts(ones.length, ones, 1.0);
        TotalEstimate group =
                Estimates.total(raked, everybody, sample.groupDomain(sample.itself(), 0), Precision.STANDARD);
        assertThat(group.estimate().orElseThrow()).isCloseTo(900, within(1e-7));
        assertThat(group.se().orElseThrow()).isCloseTo(0, within(1e-7));
    }

    @Test
    void trimming_keeps_the_total_and_the_bounds() {
        double[] base = {1, 2, 3, 4, 5, 100};
        for (Trimming.Sharing sharing : Trimming.Sharing.values()) {
            var trimming =
                    new Trimming(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(10), sharing, true);
            SurveyDesign done = trimming.apply(SurveyDesign.withWeights(base).build());
            double sum = 0;
            for (int cell = 0; cell < base.length; cell++) {
                sum += done.weight(cell);
                assertThat(done.weight(cell)).isLessThanOrEqualTo(35 * (1 + 1e-11));
            }
            assertThat(sum).isCloseTo(115, within(1e-9));
        }
    }

    @Test
    void respondents_of_weight_0_stay_out_of_trimming() {
        var trimming = new Trimming(
                OptionalDouble.of(2), OptionalDouble.of(10), OptionalDouble.empty(), Trimming.Sharing.EQUAL, false);
        SurveyDesign done = trimming.apply(
                SurveyDesign.withWeights(new double[] {0, 1, 4, 20}).build());
        assertThat(done.weights()).containsExactly(0, 2, 13, 10);
    }

    @Test
    void margins_that_do_not_fit_are_named() {
        SurveyDesign design = SurveyDesign.withWeights(new double[] {1, 1, 1}).build();
        var good = new Margin("good", new int[] {0, 1, 1}, AB, new double[] {5, 5});
        assertFault(
                () -> rake(design, new Margin("m", new int[] {0, 0, 0}, AB, new double[] {5, 5})),
                FaultCode.MARGIN_MISSING_IN_SAMPLE);
        assertFault(
                () -> rake(design, new Margin("m", new int[] {0, 1, 1}, AB, new double[] {5, 0})),
                FaultCode.MARGIN_MISSING_IN_POPULATION);
        assertFault(
                () -> rake(design, new Margin("m", new int[] {0, -1, 1}, AB, new double[] {5, 5})),
                FaultCode.MISSING_MARGIN_VALUE);
        assertFault(
                () -> rake(design, new Margin("m", new int[] {0, 1, 1}, AB, new double[] {5, -1})),
                FaultCode.INVALID_MARGIN);
        assertFault(
                () -> rake(design, good, new Margin("m", new int[] {0, 1, 1}, AB, new double[] {5, 5.1})),
                FaultCode.MARGIN_TOTALS_DISAGREE);
        assertFault(
                () -> rake(design, good, new Margin("m", new int[] {0, 1, 1}, AB, new double[] {4, 6})),
                FaultCode.NOT_CONVERGED);
        assertThat(rake(design, good, new Margin("m", new int[] {0, 1, 0}, AB, new double[] {8, 2 + 1e-6}))
                        .weight(1))
                .isCloseTo(2, within(1e-6));
    }

    @Test
    void margins_that_only_vanishing_weights_could_reach_are_refused() {
        SurveyDesign design = SurveyDesign.withWeights(new double[] {1, 1, 1}).build();
        var first = new Margin("first", new int[] {0, 0, 1}, AB, new double[] {5, 5});
        var second = new Margin("second", new int[] {0, 1, 1}, AB, new double[] {5, 5});
        assertFault(() -> rake(design, first, second), FaultCode.NOT_CONVERGED);
    }

    private static SurveyDesign rake(SurveyDesign design, Margin... margins) {
        return Raking.apply(design, List.of(margins));
    }

    private static void assertFault(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, FaultCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SurveyFault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }
}
