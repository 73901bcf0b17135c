package org.gongshi.evaluation.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SystemComparisonTest {
    private static final PointRule RATE = new PointRule.Rate(BigDecimal.valueOf(60), BigDecimal.valueOf(100), 2);
    private static final PointRule STRICTER = new PointRule.Rate(BigDecimal.valueOf(70), BigDecimal.valueOf(100), 2);

    @Test
    void finds_nothing_between_a_system_and_itself() {
        IndicatorSystem system = system("甲", one("A1-01", "60", RATE), one("A1-02", "40", RATE));
        SystemComparison comparison = SystemComparison.of(system, system);
        assertThat(comparison.isIdentical()).isTrue();
        assertThat(comparison.isComparable()).isTrue();
        assertThat(comparison.shared()).isEqualByComparingTo("100");
    }

    @Test
    void counts_the_smaller_weight_of_what_is_the_same() {
        SystemComparison comparison = SystemComparison.of(
                system("甲", one("A1-01", "60", RATE), one("A1-02", "25", RATE), one("A1-03", "15", RATE)),
                system("甲", one("A1-01", "65", RATE), one("A1-02", "25", STRICTER), one("A1-04", "10", RATE)));
        assertThat(comparison.changes())
                .extracting(change -> change.kind() + " " + change.indicator().code())
                .containsExactly("REWEIGHTED A1-01", "REDEFINED A1-02", "ADDED A1-04", "WITHDRAWN A1-03");
        assertThat(comparison.shared()).isEqualByComparingTo("60");
        assertThat(comparison.isComparable()).isFalse();
    }

    @Test
    void compares_from_eighty_points_on() {
        IndicatorSystem before = system("甲", one("A1-01", "80", RATE), one("A1-02", "20", RATE));
        assertThat(SystemComparison.of(before, system("甲", one("A1-01", "80", RATE), one("A1-02", "20", STRICTER)))
                        .isComparable())
                .isTrue();
        assertThat(SystemComparison.of(before, system("甲", one("A1-01", "79.99", RATE), one("A1-03", "20.01", RATE)))
                        .isComparable())
                .isFalse();
    }

    @Test
    void takes_a_number_written_in_another_way_for_the_same_number() {
        PointRule written = new PointRule.Rate(new BigDecimal("60.0"), new BigDecimal("1E+2"), 2);
        assertThat(SystemComparison.of(
                                system("甲", one("A1-01", "100", RATE)), system("甲", one("A1-01", "100.0", written)))
                        .isIdentical())
                .isTrue();
    }

    @Test
    void never_compares_other_areas() {
        IndicatorSystem before = system("甲", one("A1-01", "100", RATE));
        assertThat(SystemComparison.of(before, system("乙", one("A1-01", "100", RATE)))
                        .isComparable())
                .isFalse();
    }

    private static IndicatorSystem system(String area, Indicator... indicators) {
        return new IndicatorSystem("文〔2025〕1号", List.of(new ContentArea("A1", area, List.of(), List.of(indicators))));
    }

    private static Indicator one(String code, String weight, PointRule rule) {
        return new Indicator(
                new IndicatorCode(code), "指标" + code, "定义", "来源", new BigDecimal(weight), false, "%", rule);
    }
}
