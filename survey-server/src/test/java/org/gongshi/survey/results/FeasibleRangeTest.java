package org.gongshi.survey.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FeasibleRangeTest {
    @Test
    void one_hidden_share_is_the_rest() {
        double[][] range = FeasibleRange.of(new double[][] {{39.5, 40.5}, {54.5, 55.5}, {0, 20}}, List.of());
        assertThat(range[2][0]).isCloseTo(4, within(1e-9));
        assertThat(range[2][1]).isCloseTo(6, within(1e-9));
    }

    @Test
    void a_known_sum_narrows_its_own_group() {
        var firstTwo = new FeasibleRange.Known(new double[] {1, 1, 0, 0}, 80, 80);
        double[][] range = FeasibleRange.of(new double[][] {{70, 70}, {0, 100}, {0, 100}, {5, 100}}, List.of(firstTwo));
        assertThat(range[1]).containsExactly(new double[] {10, 10}, within(1e-9));
        assertThat(range[2]).containsExactly(new double[] {0, 15}, within(1e-9));
    }

    /** Against a grid: every feasible point lies within the range, and some come close to both ends. */
    @Test
    void ranges_are_those_of_all_feasible_points() {
        Random random = new Random(11);
        for (int trial = 0; trial < 60; trial++) {
            double[] truth = {random.nextInt(50), random.nextInt(30), 0, 0};
            truth[2] = random.nextInt((int) (101 - truth[0] - truth[1]));
            truth[3] = 100 - truth[0] - truth[1] - truth[2];
            double[][] bounds = new double[4][];
            for (int share = 0; share < 4; share++) {
                double room = random.nextInt(3) == 0 ? 1 : 20;
                bounds[share] = new double[] {Math.max(0, truth[share] - room), Math.min(100, truth[share] + room)};
            }
            double mean = 0.75 * truth[0] + 0.5 * truth[1] + 0.25 * truth[2];
            var known = new FeasibleRange.Known(new double[] {0.75, 0.5, 0.25, 0}, mean - 0.5, mean + 0.5);
            double[][] range = FeasibleRange.of(bounds, List.of(known));
            double[][] grid = grid(bounds, mean);
            for (int share = 0; share < 4; share++) {
                assertThat(range[share][0]).as("trial %d", trial).isLessThanOrEqualTo(grid[share][0] + 1e-9);
                assertThat(range[share][1]).isGreaterThanOrEqualTo(grid[share][1] - 1e-9);
                assertThat(grid[share][0] - range[share][0]).isLessThan(2.5);
                assertThat(range[share][1] - grid[share][1]).isLessThan(2.5);
            }
        }
    }

    private static double[][] grid(double[][] bounds, double mean) {
        double[][] found = {{200, -1}, {200, -1}, {200, -1}, {200, -1}};
        for (double a = bounds[0][0]; a <= bounds[0][1]; a += 0.5) {
            for (double b = bounds[1][0]; b <= bounds[1][1]; b += 0.5) {
                for (double c = bounds[2][0]; c <= bounds[2][1]; c += 0.5) {
                    double d = 100 - a - b - c;
                    if (d >= bounds[3][0]
                            && d <= bounds[3][1]
                            && Math.abs(0.75 * a + 0.5 * b + 0.25 * c - mean) <= 0.5) {
                        double[] point = {a, b, c, d};
                        for (int share = 0; share < 4; share++) {
                            found[share][0] = Math.min(found[share][0], point[share]);
                            found[share][1] = Math.max(found[share][1], point[share]);
                        }
                    }
                }
            }
        }
        return found;
    }
}
