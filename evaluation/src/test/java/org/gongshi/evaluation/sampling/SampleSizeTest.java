package org.gongshi.evaluation.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleSizeTest {
    @ParameterizedTest
    @CsvSource({
        // population, half width, design effect, rate, completed, invited: by hand from the formula
        "1000000, 0.05, 1,   1,    384, 384",
        "1000,    0.05, 1,   0.5,  278, 556",
        "1000,    0.05, 2,   0.6,  435, 725",
        "691,     0.15, 1.5, 0.8,  59,  74",
        "40,      0.2,  1,   0.9,  16,  18",
        "100,     0.05, 3,   0.9,  93,  100",
        "1,       0.05, 1,   1,    1,   1",
        "5,       0.49, 1,   1,    3,   3"
    })
    void sizes_follow_the_formula(
            long population, BigDecimal half, BigDecimal effect, BigDecimal rate, long completed, long invited) {
        SampleSize size = of(population, half, effect, rate);

        assertThat(size.completed()).isEqualTo(completed);
        assertThat(size.invited()).isEqualTo(invited);
    }

    @Test
    void a_size_that_even_everybody_would_not_give_is_told() {
        assertThat(of(100, new BigDecimal("0.05"), new BigDecimal(3), new BigDecimal("0.9"))
                        .reachable())
                .isFalse();
        assertThat(of(1000, new BigDecimal("0.05"), BigDecimal.ONE, new BigDecimal("0.5"))
                        .reachable())
                .isTrue();
    }

    @Test
    void nobody_is_asked_where_nobody_lives() {
        assertThat(of(0, new BigDecimal("0.05"), BigDecimal.ONE, BigDecimal.ONE))
                .isEqualTo(new SampleSize(0, 0, 0, true));
    }

    private static SampleSize of(long population, BigDecimal half, BigDecimal effect, BigDecimal rate) {
        return SampleSize.of(
                population, new SampleTarget(half, effect, rate, List.of()), Confidence.P95, new BigDecimal("0.5"));
    }
}
