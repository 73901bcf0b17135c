package org.gongshi.templates.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
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
    @CsvSource({
        "鄂温克族自治旗, 鄂温克族自治旗, ''",
        "落实教育法律法规规章和政策, 落实教育法律法规, 规章和政策",
        "落实教育法律法规规章和政策以及其他各项工作, 落实教育法律法规, 规章和政策以及…",
        "Yanhe City, Yanhe City, ''",
        "The league of Cangling, 'The league of', Cangling",
        "Carrying out education, Carrying out , education"
    })
    void breaks_a_long_label_in_two_where_a_phone_has_no_room(String label, String first, String second) {
        List<String> lines = ChartText.lines(label);

        assertThat(lines.get(0)).isEqualToIgnoringWhitespace(first);
        assertThat(String.join("", lines.subList(1, lines.size()))).isEqualToIgnoringWhitespace(second);
    }

    @ParameterizedTest
    @CsvSource({
        "家长, labels-5",
        "全部地区, labels-5",
        "贯彻执行党的教育方针, labels-11",
        "落实教育法律法规规章和政策, labels-16",
        "Carrying out the education policy of all, labels-24",
        "Parents, labels-5",
        "The general public, labels-11"
    })
    void makes_the_column_of_labels_as_narrow_as_they_allow(String label, String column) {
        assertThat(ChartText.column(List.of("市", label))).isEqualTo(column);
    }

    @ParameterizedTest
    @CsvSource({"60, 70, 20%", "40, 60, 20%", "90, 120, 20%"})
    void measures_the_width_of_what_can_be_seen(String from, String to, String width) {
        assertThat(Scale.of(50, 100).width(new BigDecimal(from), new BigDecimal(to)))
                .isEqualTo(width);
    }
}
