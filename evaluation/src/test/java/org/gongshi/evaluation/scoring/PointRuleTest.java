package org.gongshi.evaluation.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointRuleTest {

    @ParameterizedTest
    @CsvSource({
        "60, 100, 2, 98.4, 96",
        "60, 100, 2, 60, 0",
        "60, 100, 2, 59.9, 0",
        "60, 100, 2, 101, 100",
        "0, 3, 2, 1, 33.33",
        "0, 3, 2, 2, 66.67",
        "0, 3, 0, 2, 67",
        "0, 8, 2, 1, 12.5",
        "0, 800, 2, 1, 0.13",
        "20, 5, 1, 12.5, 50",
        "20, 5, 1, 25, 0",
        "20, 5, 1, 4, 100",
        "0, 200000, 2, 1.99, 0",
        "0, 100, 4, 84.99995, 85"
    })
    void a_rate_is_rounded_once_half_up(String floor, String target, int decimals, String raw, String points) {
        var rule = new PointRule.Rate(new BigDecimal(floor), new BigDecimal(target), decimals);
        assertThat(rule.points(new BigDecimal(raw)).exact()).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 4, 0, 1, 96",
        "100, 4, 0, 25, 0",
        "100, 4, 0, 26, 0",
        "100, 0.5, 1, 3, 98.5",
        "100, 100, 0, 0, 100"
    })
    void a_deduction_never_falls_below_zero(String full, String each, int decimals, String cases, String points) {
        var rule = new PointRule.Deduction(new BigDecimal(full), new BigDecimal(each), decimals);
        assertThat(rule.points(new BigDecimal(cases)).exact()).isEqualTo(points);
    }

    @Test
    void a_rate_is_monotone_and_stays_within_0_and_100() {
        Random random = new Random(41);
        for (int i = 0; i < 2000; i++) {
            BigDecimal floor = decimal(random);
            BigDecimal target = decimal(random);
            if (floor.compareTo(target) == 0) {
                continue;
            }
            var rule = new PointRule.Rate(floor, target, random.nextInt(5));
            BigDecimal one = decimal(random);
            BigDecimal two = decimal(random);
            boolean rising = target.compareTo(floor) > 0;
            BigDecimal worse = rising ? one.min(two) : one.max(two);
            BigDecimal better = rising ? one.max(two) : one.min(two);
            Score low = rule.points(worse);
            Score high = rule.points(better);
            assertThat(low).isLessThanOrEqualTo(high);
            assertThat(Score.isValid(low.value()) && Score.isValid(high.value()))
                    .isTrue();
            assertThat(rule.points(floor).exact()).isEqualTo("0");
            assertThat(rule.points(target).exact()).isEqualTo("100");
        }
    }

    @Test
    void more_cases_never_bring_more_points() {
        Random random = new Random(42);
        for (int i = 0; i < 1000; i++) {
            BigDecimal each = BigDecimal.valueOf(1 + random.nextInt(5000), 2);
            var rule = new PointRule.Deduction(BigDecimal.valueOf(100), each, random.nextInt(5));
            BigDecimal cases = BigDecimal.valueOf(random.nextInt(200));
            assertThat(rule.points(cases.add(BigDecimal.ONE))).isLessThanOrEqualTo(rule.points(cases));
        }
    }

    private static BigDecimal decimal(Random random) {
        return BigDecimal.valueOf(random.nextInt(2_000_000) - 500_000, 1 + random.nextInt(4));
    }
}
