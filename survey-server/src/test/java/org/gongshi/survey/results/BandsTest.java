package org.gongshi.survey.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.gongshi.evaluation.satisfaction.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandsTest {
    // percent, persons who chose it, persons who answered → published
    @ParameterizedTest
    @CsvSource({
        "50.4, 50, 100, 50%",
        "50.5, 51, 100, 51%",
        "0, 0, 100, ≤11%",
        "3, 3, 100, ≤11%",
        "9.9, 10, 100, ≤11%",
        "11, 11, 100, 11%",
        "97, 97, 100, ≥89%",
        "100, 100, 100, ≥89%",
        "2, 20, 1000, 2%",
        "1.2, 12, 1000, ≤2%",
        "0.9, 9, 1000, ≤2%",
        "99.2, 992, 1000, ≥98%",
        "0.4, 40, 10000, ≤1%",
        "1, 100, 10000, 1%",
        "99.6, 9960, 10000, ≥99%",
        "33, 10, 30, ≤36%",
        "40, 12, 30, 40%",
        "4, 3, 75, ≤14%",
        "6, 12, 200, 6%",
        // a few people with large weights: the bound stays true
        "23, 9, 100, ≤25%",
        "77, 91, 100, ≥75%"
    })
    void shares_near_the_ends_are_only_bounds(double percent, long count, long base, String shown) {
        assertThat(Bands.of(new OptionCount(percent, count, base)).shown()).isEqualTo(shown);
    }

    /** Percent and n back to a count: no whole number below ten, and none that leaves out fewer than ten. */
    @Test
    void no_share_times_n_is_a_count_below_ten() {
        Random random = new Random(5);
        int bounds = 0;
        for (int trial = 0; trial < 20_000; trial++) {
            int base = 30 + random.nextInt(400);
            int count = random.nextInt(base + 1);
            Share share = Bands.of(new OptionCount(100.0 * count / base, count, base));
            bounds += share.bound() == Share.Bound.ABOUT ? 0 : 1;
            assertThat(isSmallCount(share, Bands.toFive(base)))
                    .as("%s of %d", share.shown(), base)
                    .isFalse();
        }
        assertThat(bounds).isGreaterThan(500);
    }

    /** The attack works on plain percentages: 4 % of 50 are two people. */
    @Test
    void plain_percentages_would_give_small_counts_away() {
        assertThat(isSmallCount(new Share(Share.Bound.ABOUT, 4), 50)).isTrue();
        assertThat(isSmallCount(new Share(Share.Bound.ABOUT, 97), 100)).isTrue();
    }

    /** Whether every count that fits the share and the rounded n is 1–9, or leaves out 1–9. */
    private static boolean isSmallCount(Share share, long rounded) {
        boolean some = false;
        boolean allLow = true;
        boolean allHigh = true;
        double[] range = range(share);
        for (long n = rounded - 2; n <= rounded + 2; n++) {
            for (long count = 0; count <= n; count++) {
                double percent = 100.0 * count / n;
                if (percent >= range[0] && percent <= range[1]) {
                    some = true;
                    allLow &= count > 0 && count < 10;
                    allHigh &= n - count > 0 && n - count < 10;
                }
            }
        }
        return some && (allLow || allHigh);
    }

    private static double[] range(Share share) {
        return switch (share.bound()) {
            case ABOUT -> new double[] {Math.max(0, share.percent() - 0.5), Math.min(100, share.percent() + 0.5)};
            case AT_MOST -> new double[] {0, share.percent()};
            case AT_LEAST -> new double[] {share.percent(), 100};
        };
    }
}
