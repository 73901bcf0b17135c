package org.gongshi.templates.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
    @ParameterizedTest
    @CsvSource({"50, 0%", "100, 100%", "75, 50%", "84.996, 69.99%", "40, 0%", "200, 100%"})
    void places_a_value_between_its_ends(String value, String percent) {
        assertThat(Scale.of(50, 100).at(new BigDecimal(value))).isEqualTo(percent);
    }

    @Test
    void labels_no_more_than_a_phone_has_room_for() {
        assertThat(Scale.of(70, 100).ticks()).containsExactly(70, 80, 90, 100);
        assertThat(Scale.of(0, 100).ticks()).containsExactly(0, 20, 40, 60, 80, 100);
        assertThat(ChartText.fit("莫力达瓦达斡尔族自治旗")).isEqualTo("莫力达瓦达斡尔…");
        assertThat(ChartText.fit("鄂温克族自治旗")).isEqualTo("鄂温克族自治旗");
    }

    @ParameterizedTest
    @CsvSource({"60, 70, 20%", "40, 60, 20%", "90, 120, 20%"})
    void measures_the_width_of_what_can_be_seen(String from, String to, String width) {
        assertThat(Scale.of(50, 100).width(new BigDecimal(from), new BigDecimal(to)))
                .isEqualTo(width);
    }
}
