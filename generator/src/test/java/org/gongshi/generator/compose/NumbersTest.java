package org.gongshi.generator.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({"84.9996, 84.9", "100, 100.0", "0.04, 0.0", "66.666666, 66.6"})
    void cuts_percentages_and_never_rounds_them_up(String percent, String shown) {
        assertThat(Numbers.percentShown(new BigDecimal(percent))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0.00, 0", "100.00, 100", "1E+2, 100", "33.330, 33.33", "0.0000001, 0.0000001"})
    void writes_all_digits_and_no_exponent(String value, String exact) {
        assertThat(Numbers.exact(new BigDecimal(value))).isEqualTo(exact);
    }

    @Test
    void finds_the_middle() {
        assertThat(Numbers.median(values("3", "1", "2"))).contains(new BigDecimal("2"));
        assertThat(Numbers.median(values("4", "1", "2", "3")).orElseThrow()).isEqualByComparingTo("2.5");
        assertThat(Numbers.median(List.of())).isEmpty();
    }

    private static List<BigDecimal> values(String... values) {
        return java.util.Arrays.stream(values).map(BigDecimal::new).toList();
    }
}
