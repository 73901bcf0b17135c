package org.gongshi.survey.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FreshFormsTest {
    private static final Pattern NUMBER = Pattern.compile("name=\"nonce\" value=\"([0-9a-f]{32})\"");

    private House house;
    private Client client;

    @BeforeEach
    void start() {
        house = House.open();
        client = new Client(house);
    }

    @AfterEach
    void stop() {
        house.close();
    }

    private static String number(String page) {
        Matcher matcher = NUMBER.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String unpacked(Client.Got got) throws IOException {
        assertThat(got.header("Content-Encoding")).contains("gzip");
        try (var stream =
                new GZIPInputStream(new ByteArrayInputStream(got.response().body()))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void every_opening_has_a_number_of_its_own_and_nothing_else_differs() throws IOException {
        Set<String> numbers = new HashSet<>();
        Set<String> pages = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            String plain = client.get("/survey/parent").text();
            String packed = unpacked(client.get("/survey/parent", "Accept-Encoding", "br, gzip;q=0.8"));
            numbers.add(number(plain));
            numbers.add(number(packed));
            pages.add(plain.replace(number(plain), ""));
            pages.add(packed.replace(number(packed), ""));
        }
        assertThat(numbers).hasSize(10);
        assertThat(pages).hasSize(1);
    }

    @Test
    void each_audience_gets_its_own_questionnaire() throws IOException {
        for (String audience : new String[] {"public", "parent", "student", "parent"}) {
            assertThat(unpacked(client.get("/survey/" + audience, "Accept-Encoding", "gzip")))
                    .contains("action=\"/survey/" + audience + "\"");
        }
    }

    @Test
    void who_refuses_gzip_gets_the_page_plain_and_caches_are_told() {
        Client.Got got = client.get("/survey/parent", "Accept-Encoding", "gzip;q=0, identity");
        assertThat(got.header("Content-Encoding")).isEmpty();
        assertThat(got.header("Vary")).hasValue("Accept-Encoding");
        assertThat(got.header("Cache-Control")).hasValue("no-store");
        assertThat(got.text()).contains("</html>");
    }
}
