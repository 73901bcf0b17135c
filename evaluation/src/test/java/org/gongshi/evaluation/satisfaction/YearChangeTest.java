package org.gongshi.evaluation.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YearChangeTest {
    private static Estimate figure(String value, String low, String high) {
        return new Estimate.Shown(
                new BigDecimal(value),
                Optional.of(new Estimate.Interval(new BigDecimal(low), new BigDecimal(high))),
                200,
                Optional.of(100L),
                OptionalInt.of(20),
                Optional.empty(),
                "index-mean/1",
                Optional.of("A"));
    }

    /** √(3² + 4²) = 5; rounded outwards; the longer half where an interval was cut at 100. */
    @ParameterizedTest
    @CsvSource({
        "70.0, 67.0, 73.0,  80.0, 76.0, 84.0,   10.0, 5.0, 15.0, false",
        "70.0, 67.0, 73.0,  72.0, 68.0, 76.0,   2.0, -3.0, 7.0, true",
        "70.0, 68.9, 71.1,  72.0, 70.9, 73.1,   2.0, 0.4, 3.6, false",
        "97.0, 92.0, 100.0, 85.0, 73.0, 97.0,   -12.0, -25.0, 1.0, true",
    })
    void the_halves_of_both_years_are_joined(
            String v1,
            String l1,
            String h1,
            String v2,
            String l2,
            String h2,
            String change,
            String low,
            String high,
            boolean none) {
        YearChange found = YearChange.of(figure(v1, l1, h1), figure(v2, l2, h2)).orElseThrow();
        assertThat(found.difference()).isEqualByComparingTo(change);
        assertThat(found.interval().low()).isEqualByComparingTo(low);
        assertThat(found.interval().high()).isEqualByComparingTo(high);
        assertThat(found.mayBeNone()).isEqualTo(none);
    }

    /** Year minus year says nothing of a year that is silent. */
    @Test
    void a_withheld_figure_or_a_bound_has_no_change() {
        Estimate shown = figure("70.0", "67.0", "73.0");
        Estimate withheld = new Estimate.Withheld(Estimate.Reason.TOO_FEW);
        Estimate bound = new Estimate.Shown(
                new BigDecimal("95"),
                Optional.empty(),
                50,
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                "m/1",
                Optional.empty(),
                Share.Bound.AT_LEAST);
        assertThat(YearChange.of(withheld, shown)).isEmpty();
        assertThat(YearChange.of(shown, withheld)).isEmpty();
        assertThat(YearChange.of(bound, shown)).isEmpty();
    }
}
