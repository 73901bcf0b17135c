package org.gongshi.templates.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
    @ParameterizedTest
    @CsvSource({"50, 0%", "100, 100%", "75, 50%", "84.996, 69.99%", "40, 0%", "200, 100%"})
    void places_a_value_between_its_ends(String value, String percent) {
        assertThat(Scale.of(50, 100).at(new BigDecimal(value))).isEqualTo(percent);
    }

    @ParameterizedTest
    @CsvSource({"60, 70, 20%", "40, 60, 20%", "90, 120, 20%"})
    void measures_the_width_of_what_can_be_seen(String from, String to, String width) {
        assertThat(Scale.of(50, 100).width(new BigDecimal(from), new BigDecimal(to)))
                .isEqualTo(width);
    }
}
