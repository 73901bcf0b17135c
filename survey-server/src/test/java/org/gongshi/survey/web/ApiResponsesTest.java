package org.gongshi.survey.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.intake.Reply;
import org.gongshi.survey.intake.Submission;
import org.gongshi.survey.response.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiResponsesTest {
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

    @Test
    void keeps_a_right_submission_and_answers_a_retry_with_the_same_receipt() {
        String body = Client.text(client.submission());
        Client.Got first = client.json(body);
        Client.Got again = client.json(body);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.text()).matches("\\{\"receipt\":\"[0-9a-f]{64}\"}");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(HOUSE.intake.kept()).hasSize(1);
    }

    @Test
    void reads_every_kind_of_answer() {
        Json answers = Json.object()
                .put("S01", 9)
                .put("S02", Json.NULL)
                .put("K01", 2)
                .put("K02", 6)
                .put("K03", Json.array(List.of(Json.of("S12"), Json.of("S03"))))
                .put("K04", " 多一些\r\n体育课 ")
                .build();
        String code = HOUSE.intake.issue(Audience.STUDENT, 7);
        var body = client.submission(Audience.STUDENT, Client.NONCE)
                .put("code", code.toLowerCase(java.util.Locale.ROOT))
                .put("seconds", 143)
                .put("answers", answers);
        assertThat(client.json(Client.text(body)).status()).isEqualTo(201);
        Submission kept = HOUSE.intake.last();
        assertThat(kept.code()).contains(code);
        assertThat(kept.place()).isEmpty();
        assertThat(kept.seconds()).isEqualTo(OptionalInt.of(143));
        assertThat(kept.remark()).contains("多一些\n体育课");
        assertThat(kept.answers())
                .containsEntry("S01", new Answer.Chosen(9))
                .containsEntry("K03", new Answer.Picked(List.of("S12", "S03")))
                .doesNotContainKeys("S02", "K04")
                .hasSize(4);
    }

    @Test
    void asks_a_parent_without_a_code_for_place_and_stage() {
        var without =
                client.submission(Audience.PARENT, Client.NONCE).put("answers", Client.answers("Y01", Json.of(4)));
        assertThat(client.json(Client.text(without)).faulty()).containsExactly("place", "stage");
        var with = client.submission(Audience.PARENT, Client.NONCE)
                .put("place", "990200")
                .put("stage", "junior")
                .put("answers", Client.answers("Y01", Json.of(4)));
        assertThat(client.json(Client.text(with)).status()).isEqualTo(201);
        assertThat(HOUSE.intake.last().stage()).contains(SchoolStage.JUNIOR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00112233-4455-6677-8899-aabbccddeeff",
                "ABEiM0RVZneImaq7zN3u_w",
                "00112233445566778899AABBCCDDEEFF"
            })
    void takes_a_nonce_in_three_spellings(String nonce) {
        var body = client.submission(Audience.PUBLIC, nonce)
                .put("place", "990100")
                .put("answers", Client.answers("P01", Json.of(5)));
        assertThat(client.json(Client.text(body)).status()).isEqualTo(201);
        assertThat(HOUSE.intake.last().nonce()).isEqualTo(Client.NONCE);
    }

    /** One wrong field each: what is sent in its place, and the field that is named. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonce | `\"short\"` | nonce",
                "nonce | 17 | nonce",
                "nonce | null | nonce",
                "audience | `\"teacher\"` | audience",
                "audience | 1 | audience",
                "questionnaire | `\"sha256:00\"` | questionnaire",
                "questionnaire | null | questionnaire",
                "place | `\"990900\"` | place",
                "place | 990100 | place",
                "place | null | place",
                "stage | `\"primary\"` | stage",
                "stage | [] | stage",
                "code | `\"\"` | code",
                "code | `\"no code\"` | code",
                "code | 12345 | code",
                "code | {} | code",
                "seconds | -1 | seconds",
                "seconds | 1.5 | seconds",
                "seconds | 1e400 | seconds",
                "seconds | 99999999999999999999 | seconds",
                "seconds | `\"60\"` | seconds",
                "answers | null | answers",
                "answers | [] | answers",
                "answers | `\"P01\"` | answers",
                "answers | `{\"P01\":6}` | answers.P01",
                "answers | `{\"P01\":0}` | answers.P01",
                "answers | `{\"P01\":5.0}` | answers.P01",
                "answers | `{\"P01\":-5}` | answers.P01",
                "answers | `{\"P01\":\"5\"}` | answers.P01",
                "answers | `{\"P01\":true}` | answers.P01",
                "answers | `{\"P01\":[5]}` | answers.P01",
                "answers | `{\"P01\":{\"value\":5}}` | answers.P01",
                "answers | `{\"K01\":7}` | answers.K01",
                "answers | `{\"K02\":9}` | answers.K02",
                "answers | `{\"K03\":\"P01\"}` | answers.K03",
                "answers | `{\"K03\":[1]}` | answers.K03",
                "answers | `{\"K03\":[\"P01\",\"P01\"]}` | answers.K03",
                "answers | `{\"K03\":[\"S01\"]}` | answers.K03",
                "answers | `{\"K03\":[\"P01\",\"P02\",\"P03\",\"P04\"]}` | answers.K03",
                "answers | `{\"K04\":5}` | answers.K04",
                "answers | `{\"K04\":\"a\\u0000b\"}` | answers.K04",
                "answers | `{\"P99\":5}` | answers.P99",
                "answers | `{\"\":5}` | answers.",
                "surprise | 1 | surprise",
                "`` | 1 | ?",
                "na\u202eme | 1 | name"
            })
    void names_the_one_field_that_is_wrong(String field, String value, String named) {
        Json.Obj right = client.submission().build();
        var fields = new java.util.LinkedHashMap<>(right.fields());
        fields.remove(field);
        String rest = JsonText.compact(new Json.Obj(fields));
        String body = rest.substring(0, rest.length() - 1) + ",\"" + field + "\":" + value + "}";
        Client.Got got = client.json(body);
        assertThat(got.status()).as(got.text()).isEqualTo(422);
        assertThat(got.faulty()).containsExactly(named);
        assertThat(HOUSE.intake.kept()).isEmpty();
    }

    @Test
    void names_all_faults_at_once() {
        String body = "{\"audience\":\"parent\",\"answers\":{\"Y01\":7,\"Q\":1},\"x\":1}";
        assertThat(client.json(body).faulty())
                .containsExactly("x", "nonce", "questionnaire", "place", "stage", "answers.Q", "answers.Y01");
    }

    @Test
    void limits_the_complaints_about_a_body_of_nothing_but_faults() {
        var body = new StringBuilder("{\"audience\":\"public\"");
        for (int i = 0; i < 5000; i++) {
            body.append(",\"f").append(i).append("\":1");
        }
        assertThat(client.json(body.append('}').toString()).faulty()).hasSize(200);
    }

    @Test
    void counts_the_characters_of_a_remark_as_people_do() {
        String longest = "𠀀".repeat(300);
        assertThat(client.json(Client.text(remark(longest))).status()).isEqualTo(201);
        assertThat(client.json(Client.text(remark(longest + "字"))).faulty()).containsExactly("answers.K04");
    }

    private Json.ObjectBuilder remark(String text) {
        return client.submission(Audience.PUBLIC, Client.NONCE)
                .put("place", "990100")
                .put("answers", Client.answers("K04", Json.of(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "nonsense",
                "{\"audience\":\"public\",\"audience\":\"public\"}",
                "{\"answers\":{\"P01\":1,\"P01\":5}}",
                "{\"seconds\":NaN}",
                "{\"seconds\":Infinity}",
                "{\"seconds\":01}",
                "{\"seconds\":1e999999999}",
                "{\"answers\":{\"P01\":1e-999999999}}",
                "{} {}",
                "{} // comment",
                "{'audience':'public'}",
                "{\"code\":\"\\ud800\"}",
                "[1,]"
            })
    void calls_what_is_no_strict_json_400(String body) {
        Client.Got got = client.json(body);
        assertThat(got.status()).as(got.text()).isEqualTo(400);
        assertThat(got.json().fields()).containsKey("error");
    }

    @Test
    void calls_deep_nesting_and_wrong_bytes_400() {
        assertThat(client.json("[".repeat(30_000) + "]".repeat(30_000)).status())
                .isEqualTo(400);
        assertThat(client.json("\"\u00ff\"".getBytes(StandardCharsets.ISO_8859_1))
                        .status())
                .isEqualTo(400);
        byte[] utf16 = Client.text(client.submission()).getBytes(StandardCharsets.UTF_16);
        assertThat(client.json(utf16).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "5", "null", "true"})
    void calls_a_body_that_is_no_object_422(String body) {
        assertThat(client.json(body).faulty()).containsExactly("body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonp", "multipart/form-data"})
    void calls_another_media_type_415(String type) {
        assertThat(client.json("{}", "Content-Type", type).status()).isEqualTo(415);
    }

    @Test
    void takes_json_with_a_charset() {
        String body = Client.text(client.submission());
        assertThat(client.json(body, "Content-Type", "Application/JSON; charset=UTF-8")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void calls_a_body_beyond_64_kib_413() {
        String filler = "{\"x\":\"" + "a".repeat(65_536 - 8) + "\"}";
        assertThat(filler.length()).isEqualTo(65_536);
        assertThat(client.json(filler).status()).isEqualTo(422);
        assertThat(client.json(filler + " ").status()).isEqualTo(413);
        Client.Got huge = client.json("a".repeat(3_000_000));
        assertThat(huge.status()).isEqualTo(413);
        assertThat(huge.text()).isEqualTo("{\"error\":\"too-large\",\"message\":\"内容太长了\"}");
    }

    /** Refused while they send, one in some dozens of senders met a reset instead of its answer. */
    @Test
    void tells_every_sender_of_a_long_body_why_it_is_refused() {
        String body = "a".repeat(3_000_000);
        for (int sender = 0; sender < 60; sender++) {
            assertThat(new Client(HOUSE).json(body).status()).isEqualTo(413);
        }
    }

    @Test
    void calls_a_code_that_was_used_409() {
        String code = HOUSE.intake.issue(Audience.PUBLIC, 1);
        assertThat(client.json(withCode(code, "1")).status()).isEqualTo(201);
        assertThat(client.json(withCode(code, "2")).status()).isEqualTo(409);
        assertThat(client.json(withCode(code, "1")).status()).isEqualTo(200);
    }

    @Test
    void gives_the_same_answer_to_an_unknown_and_to_a_mistyped_code() {
        Client.Got unknown = client.json(withCode("ABCD1234EFGH5678J", "1"));
        Client.Got mistyped = client.json(withCode("ABCD", "1"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(mistyped.status()).isEqualTo(422);
        assertThat(mistyped.text()).isEqualTo(unknown.text());
    }

    private String withCode(String code, String digit) {
        return Client.text(client.submission(Audience.PUBLIC, digit.repeat(32))
                .put("code", code)
                .put("answers", Client.answers("P01", Json.of(5))));
    }

    @Test
    void says_410_when_the_survey_is_not_open() {
        HOUSE.intake.replyWith(new Reply.NotOpen(false));
        Client.Got early = client.json(Client.text(client.submission()));
        assertThat(early.status()).isEqualTo(410);
        assertThat(early.text()).contains("not-yet", "调查还没有开始");
        HOUSE.intake.replyWith(new Reply.NotOpen(true));
        assertThat(client.json(Client.text(client.submission())).text()).contains("closed", "调查已经结束");
        HOUSE.turn(SurveyState.CLOSED);
        assertThat(client.json("{}").status()).isEqualTo(410);
    }

    @Test
    void says_503_with_retry_after_when_it_is_busy() {
        HOUSE.intake.replyWith(new Reply.Busy(7));
        Client.Got got = client.json(Client.text(client.submission()));
        assertThat(got.status()).isEqualTo(503);
        assertThat(got.header("Retry-After")).contains("7");
    }

    @Test
    void refuses_what_a_page_of_another_site_sends() {
        String body = Client.text(client.submission());
        assertThat(client.json(body, "Sec-Fetch-Site", "cross-site").status()).isEqualTo(403);
        assertThat(client.json(body, "Sec-Fetch-Site", "same-site").status()).isEqualTo(403);
        assertThat(client.json(body, "Origin", "https://evil.example").status()).isEqualTo(403);
        assertThat(client.json(body, "Sec-Fetch-Site", "same-origin", "Origin", "null")
                        .status())
                .isEqualTo(201);
        assertThat(client.json(body, "Origin", "https://survey.example.org").status())
                .isEqualTo(200);
        assertThat(client.json(body, "Origin", HOUSE.address()).status()).isEqualTo(200);
    }
}
