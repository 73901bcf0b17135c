package org.gongshi.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairwiseRanksTest {

    private static double[] df(int units, double df) {
        double[] all = new double[units];
        Arrays.fill(all, df);
        return all;
    }

    private static double[][] diagonal(double... variances) {
        double[][] covariance = new double[variances.length][variances.length];
        for (int unit = 0; unit < variances.length; unit++) {
            covariance[unit][unit] = variances[unit];
        }
        return covariance;
    }

    /** 80 ± 1, 70 ± 1, 69 ± 1 with 10 df: t = 7.071, 7.778, 0.707; Holm's p = 0.0000679, 0.0000454, 0.496. */
    @Test
    void three_places_by_hand() {
        PairwiseRanks ranks = PairwiseRanks.of(new double[] {80, 70, 69}, diagonal(1, 1, 1), df(3, 10), 0.95);
        assertThat(ranks.bands())
                .containsExactly(new RankInterval(1, 1, 1), new RankInterval(2, 2, 3), new RankInterval(3, 2, 3));
        // R: 2 * 2 * pt(-10/sqrt(2), 10); 3 * 2 * pt(-11/sqrt(2), 10); 2 * pt(-1/sqrt(2), 10)
        assertThat(ranks.pairs().get(2).holm().orElseThrow()).isCloseTo(0.4956, within(5e-4));
        assertThat(ranks.pairs().get(0).holm().orElseThrow()).isLessThan(2e-4);
        assertThat(ranks.pairs().get(1).distinct()).isTrue();
        assertThat(ranks.pairs().get(2).distinct()).isFalse();
    }

    /** With one degree of freedom the same three places cannot be told apart. */
    @Test
    void few_degrees_of_freedom_leave_every_rank_open() {
        PairwiseRanks ranks = PairwiseRanks.of(new double[] {80, 70, 69}, diagonal(1, 1, 1), df(3, 1), 0.95);
        assertThat(ranks.bands()).allSatisfy(band -> {
            assertThat(band.low()).isEqualTo(1);
            assertThat(band.high()).isEqualTo(3);
        });
    }

    @Test
    void no_variance_is_no_certainty() {
        PairwiseRanks ranks = PairwiseRanks.of(new double[] {80, 70}, diagonal(0, 0), df(2, 10), 0.95);
        assertThat(ranks.pairs().get(0).distinct()).isFalse();
    }

    @Test
    void without_bound_on_the_degrees_of_freedom_it_is_the_pairwise_holm_interval() {
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            int units = 2 + random.nextInt(9);
            double[] estimate = random.doubles(units, 60, 80).toArray();
            double[][] covariance = diagonal(random.doubles(units, 0.5, 9).toArray());
            for (int unit = 1; unit < units; unit++) {
                covariance[0][unit] = 0.1;
                covariance[unit][0] = 0.1;
            }
            assertThat(PairwiseRanks.of(estimate, covariance, df(units, Double.POSITIVE_INFINITY), 0.95)
                            .bands())
                    .isEqualTo(RankInterval.of(estimate, covariance, RankInterval.Method.PAIRWISE_HOLM, 0.95));
        }
    }

    /** Weights 1 ×8, 20 in one group: cap 5 × 1, the surplus 15 goes to the eight in proportion. The other group stays. */
    @Test
    void trimming_keeps_the_total_of_every_group() {
        double[] weight = {1, 20, 300, 4000};
        SurveyDesign design =
                SurveyDesign.withWeights(weight).counts(new int[] {8, 1, 9, 9}).build();
        var trimming = new Trimming(
                java.util.OptionalDouble.empty(),
                java.util.OptionalDouble.empty(),
                java.util.OptionalDouble.of(5),
                Trimming.Sharing.PROPORTIONAL,
                true);
        double[] trimmed = trimming.within(design, new int[] {0, 0, -1, -1}).weights();
        assertThat(trimmed[1]).isEqualTo(5);
        assertThat(trimmed[0]).isCloseTo(23.0 / 8, within(1e-12));
        assertThat(trimmed[2]).isEqualTo(300);
        assertThat(trimmed[3]).isEqualTo(4000);
    }
}
