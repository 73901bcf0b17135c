package org.gongshi.survey.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.survey.intake.Submission;
import org.gongshi.survey.response.ResponseRules;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Right requests, damaged at random: none is an error of the server, and nothing damaged is kept. */
class HostileInputTest {
    private static final House HOUSE = House.open();
    private static final List<String> POISON = List.of(
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "NaN",
            "1e999",
            "1e99999999999",
            "-0",
            "\\u0000",
            "\\ud83d",
            "'",
            "<script>",
            "%",
            "%00",
            "&",
            "=",
            "+",
            "\r\n",
            "\u0000",
            "\ufeff",
            "\u202e",
            "𠀀",
            "999999999999999999999",
            "answers.",
            "../",
            ";--",
            "${x}",
            "__proto__",
            "\"P01\":1,");

    private final Client client = new Client(HOUSE);

    @BeforeEach
    void freshen() {
        HOUSE.freshen();
    }

    @AfterAll
    static void stop() {
        HOUSE.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void damaged_json_is_refused_or_right(long seed) {
        var random = new Random(seed);
        byte[] right = Client.text(client.submission(Audience.STUDENT, Client.NONCE)
                        .put("place", "990100")
                        .put("stage", "senior")
                        .put("seconds", 80)
                        .put(
                                "answers",
                                Json.object()
                                        .put("S01", 5)
                                        .put("K02", 1)
                                        .put("K03", Json.array(List.of(Json.of("S01"))))
                                        .put("K04", "意见")
                                        .build()))
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 700; i++) {
            byte[] body = damaged(right, random);
            assertThat(client.json(body).status())
                    .as(new String(body, StandardCharsets.UTF_8))
                    .isIn(200, 201, 400, 413, 422);
        }
        allKeptIsRight();
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void damaged_forms_are_refused_or_right(long seed) {
        var random = new Random(seed);
        byte[] right = client.fields("answers.P01", "5", "answers.K03", "P02", "answers.K04", "意见", "seconds", "9")
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 500; i++) {
            String body = new String(damaged(right, random), StandardCharsets.ISO_8859_1);
            assertThat(client.form("public", body).status()).as(body).isIn(303, 200, 400, 413, 422);
        }
        allKeptIsRight();
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void damaged_http_never_is_an_error_of_the_server(long seed) throws IOException {
        var random = new Random(seed);
        String body = Client.text(client.submission());
        byte[] right = ("POST /api/v1/responses HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Accept-Encoding: gzip\r\nConnection: close\r\nContent-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
        int answered = 0;
        for (int i = 0; i < 300; i++) {
            byte[] bytes = damaged(right, random);
            String got = raw(bytes);
            assertThat(got)
                    .as(new String(bytes, StandardCharsets.UTF_8))
                    .matches("(?s)(HTTP/1\\.[01] [234]\\d\\d .*)?")
                    .doesNotContain("Exception", "\tat ");
            answered += got.isEmpty() ? 0 : 1;
        }
        assertThat(answered).isGreaterThan(200);
    }

    private void allKeptIsRight() {
        for (Submission kept : HOUSE.intake.kept()) {
            var questionnaire = HOUSE.questionnaires.get(kept.audience());
            assertThat(ResponseRules.check(questionnaire, kept.answers(), kept.remark()))
                    .isEmpty();
            assertThat(kept.questionnaire()).isEqualTo(questionnaire.digest());
            assertThat(kept.nonce()).matches("[0-9a-f]{32}");
        }
    }

    private static byte[] damaged(byte[] right, Random random) {
        byte[] bytes = right;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            bytes = once(bytes, random);
        }
        return bytes;
    }

    private static byte[] once(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(12));
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        switch (random.nextInt(5)) {
            case 0 -> out.writeBytes(poison(random)); // in place of what stood there
            case 1 -> { // in between
                out.writeBytes(poison(random));
                out.write(bytes, from, to - from);
            }
            case 2 -> { // twice
                out.write(bytes, from, to - from);
                out.write(bytes, from, to - from);
            }
            case 3 -> out.write(random.nextInt(256));
            default -> to = bytes.length; // cut off
        }
        out.write(bytes, to, bytes.length - to);
        return out.size() == 0 ? new byte[] {'x'} : out.toByteArray();
    }

    private static byte[] poison(Random random) {
        return POISON.get(random.nextInt(POISON.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static String raw(byte[] bytes) throws IOException {
        try (var socket = new Socket("127.0.0.1", HOUSE.app.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException | SocketTimeoutException closed) {
            return "";
        }
    }
}
