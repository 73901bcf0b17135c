package org.gongshi.survey.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.evaluation.satisfaction.Audience;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PageWeightTest {
    private static final int MOST = 60 * 1024;
    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"([^\"#]+)\"");

    /** A questionnaire with everything it loads, uncompressed: less than an old phone waits for. */
    @ParameterizedTest
    @EnumSource(Audience.class)
    void a_questionnaire_weighs_less_than_60_kib(Audience audience) {
        try (House house = House.open()) {
            var client = new Client(house);
            Client.Got page = client.get("/survey/" + audience.key());
            int weight = page.response().body().length;
            Matcher address = ADDRESS.matcher(page.text());
            int files = 0;
            while (address.find()) {
                assertThat(address.group(1)).as("no address elsewhere").startsWith("/");
                if (address.group(1).startsWith("/assets/")) {
                    weight += client.get(address.group(1)).response().body().length;
                    files++;
                }
            }
            assertThat(files).isEqualTo(3);
            assertThat(weight).isLessThan(MOST);
        }
    }
}
