package org.gongshi.survey.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.satisfaction.Audience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Wrong codes are slowed, right ones never, whoever shares an address with whom. */
class GuessingTest {
    private final House house = House.open();
    private final Client client = new Client(house);

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void lets_two_thousand_students_behind_one_address_pass() {
        for (int i = 0; i < 2000; i++) {
            String code = house.intake.issue(Audience.STUDENT, i);
            assertThat(client.json(body(code, i)).status()).isEqualTo(201);
        }
        assertThat(house.intake.kept()).hasSize(2000);
    }

    @Test
    void slows_guesses_and_lets_right_codes_pass_meanwhile() {
        int most = House.QUICK.wrongCodes();
        for (int i = 0; i < most; i++) {
            assertThat(client.json(body(wrong(i), i)).status()).isEqualTo(422);
        }
        for (int i = 0; i < 5; i++) {
            long before = System.nanoTime();
            Client.Got slowed = client.json(body(wrong(most + i), i), "X-Forwarded-For", "203.0.113." + i);
            assertThat(slowed.status()).isEqualTo(429);
            assertThat(System.nanoTime() - before)
                    .isGreaterThan(House.QUICK.pause().toNanos());
            assertThat(slowed.faulty()).containsExactly("code");
            assertThat(Integer.parseInt(slowed.header("Retry-After").orElseThrow()))
                    .isBetween(1, 60);
            String right = house.intake.issue(Audience.STUDENT, i);
            assertThat(client.json(body(right, 1000 + i)).status()).isEqualTo(201);
        }
        assertThat(client.get("/metrics").text()).contains("gongshi_wrong_codes_slowed_total 5\n");
    }

    @Test
    void counts_mistyped_codes_too_and_keeps_the_answers_on_the_page() {
        String digest = house.questionnaires.get(Audience.PUBLIC).digest().toString();
        String fields = Client.encode(
                "nonce", Client.NONCE, "questionnaire", digest, "way", "code", "code", "ABC", "answers.P01", "4");
        for (int i = 0; i < House.QUICK.wrongCodes(); i++) {
            assertThat(client.form("public", fields).status()).isEqualTo(422);
        }
        Client.Got slowed = client.form("public", fields);
        assertThat(slowed.status()).isEqualTo(429);
        assertThat(slowed.header("Retry-After")).isPresent();
        assertThat(slowed.text()).contains("访问码输错的次数太多", "name=\"answers.P01\" value=\"4\" checked");
    }

    @Test
    void does_not_count_what_has_nothing_to_do_with_codes() {
        for (int i = 0; i < 3 * House.QUICK.wrongCodes(); i++) {
            assertThat(client.json("{\"audience\":\"public\"}").status()).isEqualTo(422);
            assertThat(client.form("public", "way=code&code=").status()).isEqualTo(422);
        }
    }

    @Test
    void believes_the_last_address_that_the_configured_proxy_names() throws IOException {
        for (int i = 0; i <= House.QUICK.wrongCodes(); i++) {
            String status = throughProxy("10.0.0.1, 198.51.100.7", i);
            assertThat(status).isEqualTo(i < House.QUICK.wrongCodes() ? "422" : "429");
        }
        assertThat(throughProxy("198.51.100.7, 198.51.100.8", 1)).isEqualTo("422");
        assertThat(client.json(body(wrong(1), 1)).status()).isEqualTo(422);
    }

    private String throughProxy(String forwarded, int number) throws IOException {
        byte[] body = body(wrong(number), number).getBytes(StandardCharsets.UTF_8);
        String head =
                "POST /api/v1/responses HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nX-Forwarded-For: "
                        + forwarded + "\r\nConnection: close\r\nContent-Length: " + body.length + "\r\n\r\n";
        String proxy = House.QUICK.trustedProxy().orElseThrow();
        try (var socket = new Socket()) {
            try {
                socket.bind(new java.net.InetSocketAddress(InetAddress.getByName(proxy), 0));
            } catch (IOException absent) {
                Assumptions.abort("this system has no second loopback address: " + absent.getMessage());
            }
            socket.connect(new java.net.InetSocketAddress("127.0.0.1", house.app.port()));
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            String got = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return got.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3);
        }
    }

    private static String wrong(int number) {
        return String.format("WRNG%013d", number);
    }

    private String body(String code, int number) {
        return Client.text(client.submission(Audience.STUDENT, String.format("%032x", number))
                .put("code", code)
                .put("answers", Client.answers("S01", Json.of(5))));
    }
}
