package org.gongshi.survey.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.satisfaction.Audience;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiReadingTest {
    private static final House HOUSE = House.open();
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
    @EnumSource(Audience.class)
    void tells_a_questionnaire_with_its_digest_and_every_question(Audience audience) {
        Json.Obj told = client.get("/api/v1/questionnaires/" + audience.key()).json();
        var questionnaire = HOUSE.questionnaires.get(audience);
        assertThat(told.fields().get("digest"))
                .isEqualTo(Json.of(questionnaire.digest().toString()));
        List<Json> questions = ((Json.Arr) told.fields().get("questions")).items();
        assertThat(questions).hasSize(questionnaire.questions().size());
        assertThat(questions)
                .extracting(question -> ((Json.Obj) question).fields().get("code"))
                .containsExactlyElementsOf(questionnaire.questions().stream()
                        .map(question -> Json.of(question.code()))
                        .toList());
        assertThat(((Json.Arr) told.fields().get("scale")).items()).hasSize(5);
    }

    @Test
    void lets_a_client_keep_a_questionnaire() {
        Client.Got first = client.get("/api/v1/questionnaires/public");
        String tag = first.header("ETag").orElseThrow();
        assertThat(client.get("/api/v1/questionnaires/public", "If-None-Match", tag)
                        .status())
                .isEqualTo(304);
        assertThat(client.get("/api/v1/questionnaires/public", "If-None-Match", "\"other\", " + tag)
                        .status())
                .isEqualTo(304);
        assertThat(client.get("/api/v1/questionnaires/public", "If-None-Match", "\"other\"")
                        .status())
                .isEqualTo(200);
        assertThat(client.get("/api/v1/questionnaires/parent").header("ETag")).isNotEqualTo(first.header("ETag"));
    }

    @Test
    void publishes_receipts_only_after_the_close_and_by_two_hex_digits() {
        assertThat(client.get("/api/v1/receipts/ab").status()).isEqualTo(404);
        HOUSE.publish(List.of("ab01", "abff", "cd00"));
        assertThat(client.get("/api/v1/receipts/ab").text())
                .isEqualTo("{\"prefix\":\"ab\",\"receipts\":[\"ab01\",\"abff\"]}");
        assertThat(client.get("/api/v1/receipts/00").text()).isEqualTo("{\"prefix\":\"00\",\"receipts\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "abc", "AB", "zz", "%00%00"})
    void calls_another_prefix_404(String prefix) {
        HOUSE.publish(List.of("ab01"));
        assertThat(client.get("/api/v1/receipts/" + prefix).status()).isIn(400, 404);
    }

    @Test
    void tells_its_watchers_how_it_is() {
        assertThat(client.get("/health").text()).isEqualTo("{\"status\":\"up\"}");
        assertThat(client.get("/ready").text()).isEqualTo("{\"status\":\"ready\",\"survey\":\"open\"}");
        HOUSE.turn(new LiveStatus(false, 4096, 4096));
        assertThat(client.get("/ready").status()).isEqualTo(503);
    }

    @Test
    void counts_requests_by_route_and_never_by_what_stands_in_them() {
        client.get("/survey/parent");
        client.get("/survey/nobody");
        client.get("/receipt/0123456789abcdef");
        client.get("/somewhere?code=SECRET");
        client.json(Client.text(client.submission()));
        String text = client.get("/metrics").text();
        assertThat(text)
                .contains("gongshi_http_requests_total{method=\"GET\",route=\"/survey/{audience}\",status=\"200\"} 1\n")
                .contains("gongshi_http_requests_total{method=\"GET\",route=\"/survey/{audience}\",status=\"404\"} 1\n")
                .contains("gongshi_http_requests_total{method=\"POST\",route=\"/api/v1/responses\",status=\"201\"} 1\n")
                .contains("route=\"none\",status=\"404\"} 1\n")
                .contains("gongshi_intake_queue 3\n", "gongshi_intake_queue_capacity 4096\n", "gongshi_survey_open 1\n")
                .doesNotContain("0123456789abcdef", "SECRET", "990100", Client.NONCE);
    }
}
