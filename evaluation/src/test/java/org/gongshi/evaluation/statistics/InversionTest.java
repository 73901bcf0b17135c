package org.gongshi.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.gongshi.evaluation.statistics.Inversion.Range;
import org.junit.jupiter.api.Test;

/** What is turned back contains the truth, and is narrower than the rounding alone: that is why the audit must know it. */
class InversionTest {
    @Test
    void the_middle_of_an_interval_tells_the_mean_better_than_its_rounding() {
        var random = new Random(7);
        int narrower = 0;
        for (int trial = 0; trial < 2000; trial++) {
            double mean = 20 + 60 * random.nextDouble();
            double half = 1 + 5 * random.nextDouble();
            Range found = Inversion.mean(down(mean - half, 0.1), up(mean + half, 0.1), 0.1);
            assertThat(found.contains(mean)).isTrue();
            double value = Math.round(mean * 10) / 10.0;
            narrower += found.and(new Range(value - 0.05, value + 0.05)).width() < 0.09 ? 1 : 0;
        }
        assertThat(narrower).isGreaterThan(500);
    }

    @Test
    void wilsons_interval_tells_the_share_and_the_interval_of_a_mean_the_variance() {
        var random = new Random(8);
        for (int trial = 0; trial < 2000; trial++) {
            double p = 0.1 + 0.8 * random.nextDouble();
            double size = 40 + 200 * random.nextDouble();
            double df = 5 + random.nextInt(100);
            double t = StudentT.upperQuantile(0.025, df);
            double centre = (p + t * t / (2 * size)) / (1 + t * t / size);
            double half = t / (2 * size) * Math.sqrt(4 * size * p * (1 - p) + t * t) / (1 + t * t / size);
            Range share = Inversion.share(
                    down(centre - half, 0.01),
                    up(centre + half, 0.01),
                    0.01,
                    new Range(size - 3, size + 3),
                    new Range(df - 2.5, df + 2.5));
            assertThat(share.contains(p)).as("p %s size %s", p, size).isTrue();

            double variance = 100 + 900 * random.nextDouble();
            double n = 5 * Math.round(size / 5);
            double effect = 1 + random.nextDouble();
            double width = t * Math.sqrt(effect * variance / n);
            Range spread = Inversion.variance(
                    down(50 - width, 0.1),
                    up(50 + width, 0.1),
                    0.1,
                    new Range(n - 2.5, n + 2.5),
                    new Range(effect - 0.005, effect + 0.005),
                    new Range(df, df));
            assertThat(spread.contains(variance)).isTrue();
        }
    }

    private static double down(double value, double step) {
        return Math.floor(value / step) * step;
    }

    private static double up(double value, double step) {
        return Math.ceil(value / step) * step;
    }
}
