package org.gongshi.evaluation.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.gongshi.evaluation.digest.SeededStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProportionalTest {
    @Test
    void large_units_become_certain_step_by_step() {
        // 4 of T = 26: 10 is certain (4·10 ≥ 26); then 3 of 16: 8 is certain (3·8 ≥ 16); then 2 of 8: 4 is certain;
        // then 1 of 4.
        var draw = new Proportional(new long[] {10, 8, 4, 1, 3}, 4);

        assertThat(IntStream.range(0, 5).mapToObj(draw::probability).map(Fraction::toString))
                .containsExactly("1", "1", "1", "1/4", "3/4");
    }

    @Test
    void all_are_certain_when_all_are_drawn() {
        var draw = new Proportional(new long[] {5, 1, 2}, 3);

        assertThat(draw.draw(new SeededStream("test", "1"))).containsExactly(0, 1, 2);
    }

    @Test
    void frequencies_are_the_probabilities() {
        long[] sizes = {10, 1, 2, 3, 5, 8, 13};
        var draw = new Proportional(sizes, 3);
        int rounds = 40_000;
        int[] drawn = new int[sizes.length];
        boolean[][] together = new boolean[sizes.length][sizes.length];
        for (int round = 0; round < rounds; round++) {
            List<Integer> units = draw.draw(new SeededStream("test", "round " + round));
            for (int unit : units) {
                drawn[unit]++;
                units.forEach(other -> together[unit][other] = true);
            }
        }
        for (int unit = 0; unit < sizes.length; unit++) {
            double wanted = draw.probability(unit).decimal(12).doubleValue();
            double sigma = Math.sqrt(wanted * (1 - wanted) / rounds);
            // Five standard deviations: one false alarm in about 250,000 seeds, and these seeds are fixed.
            assertThat(Math.abs((double) drawn[unit] / rounds - wanted)).isLessThanOrEqualTo(5 * sigma);
            assertThat(together[unit]).as("pairs of unit " + unit).containsOnly(true);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void probabilities_sum_to_the_number_drawn_and_nobody_is_drawn_twice(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            int units = 1 + random.nextInt(30);
            long[] sizes = random.longs(units, 1, 1 + (long) Math.pow(10, random.nextInt(1, 6)))
                    .toArray();
            int wanted = 1 + random.nextInt(units);
            var draw = new Proportional(sizes, wanted);
            Fraction sum = IntStream.range(0, units)
                    .mapToObj(draw::probability)
                    .reduce(new Fraction(BigInteger.ZERO, BigInteger.ONE), Fraction::plus);
            List<Integer> drawn = draw.draw(new SeededStream("test", seed + "/" + round));

            assertThat(sum).isEqualTo(Fraction.of(wanted, 1));
            assertThat(drawn).hasSize(wanted).doesNotHaveDuplicates();
            assertThat(IntStream.range(0, units)
                            .filter(unit -> draw.probability(unit).equals(Fraction.ONE)))
                    .allMatch(drawn::contains);
        }
    }

    @Test
    void every_start_gives_a_unit_its_exact_share_of_the_line() {
        // Without a shuffle the claim can be counted out: of all T starts, a·s meet unit i.
        long[] sizes = {4, 6, 4, 2, 8};
        long total = Arrays.stream(sizes).sum();
        int wanted = 2;
        long[] met = new long[sizes.length];
        for (long start = 0; start < total; start++) {
            for (long point = start; point < wanted * total; point += total) {
                long end = 0;
                for (int unit = 0; unit < sizes.length; unit++) {
                    end += wanted * sizes[unit];
                    if (point < end) {
                        met[unit]++;
                        break;
                    }
                }
            }
        }
        var draw = new Proportional(sizes, wanted);
        for (int unit = 0; unit < sizes.length; unit++) {
            assertThat(Fraction.of(met[unit], total)).isEqualTo(draw.probability(unit));
        }
    }

    @Test
    void what_cannot_be_drawn_is_refused() {
        assertThatThrownBy(() -> new Proportional(new long[] {1, 2}, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Proportional(new long[] {1, 0}, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
