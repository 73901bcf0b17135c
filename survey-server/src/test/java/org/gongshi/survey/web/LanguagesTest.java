package org.gongshi.survey.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.templates.frame.Wording;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The survey in several languages: chosen in the address, whole or not at all, and without a trace in the answer. */
class LanguagesTest {
    private static final House HOUSE = House.speaking("mn-Mong", "qaa");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
    private static final Pattern SWITCH = Pattern.compile("(?s)<nav class=\"languages\".*?</nav>");
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
    @CsvSource({
        "/, 200",
        "/survey/public, 200",
        "/survey/parent, 200",
        "/survey/student, 200",
        "/receipt, 200",
        "/receipts, 200",
        "/accessibility, 200",
        "/room, 200",
        "/room/open, 200",
        "/room/screen/00, 404",
        "/clues, 404",
        "/nowhere, 404"
    })
    void no_page_mixes_two_languages(String path, int status) {
        for (String language : List.of("mn-Mong", "qaa")) {
            Client.Got got = client.get(path + "?lang=" + language);
            assertThat(got.status()).isEqualTo(status);
            assertThat(got.text()).contains("<html lang=\"" + language + "\"");
            assertThat(chinese(got)).isEmpty();
        }
    }

    @Test
    void shut_pages_speak_the_language_too() {
        for (SurveyState state : List.of(SurveyState.NOT_YET_OPEN, SurveyState.CLOSED)) {
            HOUSE.turn(state);
            assertThat(chinese(client.get("/?lang=qaa"))).isEmpty();
            assertThat(chinese(client.get("/survey/student?lang=qaa"))).isEmpty();
        }
    }

    @Test
    void what_is_wrong_with_a_field_is_said_in_the_language_of_the_page() {
        String[] faulty = {
            client.fields("place", "", "answers.P01", "77", "step", "review"),
            client.fields("way", "code", "code", "ABC", "answers.K04", "x".repeat(301)),
            client.fields("answers.K03", "P01", "answers.K03", "P02", "answers.K03", "P03", "answers.K03", "P04"),
            client.fields("questionnaire", "sha256:" + "0".repeat(64)),
        };
        for (String fields : faulty) {
            Client.Got got = client.form("public?lang=qaa", fields);
            assertThat(got.status()).isEqualTo(422);
            assertThat(chinese(got)).isEmpty();
        }
    }

    /** The intake speaks Chinese; a sentence that nobody put among the words would be shown as a general one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "web/SubmissionReader",
                "web/FormReader",
                "web/ClueReader",
                "response/ResponseRules",
                "intake/Judge",
                "intake/Writer"
            })
    void every_sentence_of_the_house_stands_among_the_words(String source) throws IOException {
        Wording chinese = Wording.load("survey", "zh-CN");
        Wording english = Wording.load("survey", "en");
        var words = new FaultWords(chinese, english);
        List<String> forPrograms = List.of("应为一个 JSON 对象", "没有这个字段", "应为文本", "服务正在停止", "操作失败：", "操作被中断");
        List<String> sentences = sentences(Path.of("src/main/java/org/gongshi/survey/" + source + ".java"));
        assertThat(sentences).isNotEmpty();
        for (String sentence : sentences) {
            if (!forPrograms.contains(sentence)) {
                assertThat(words.say(sentence)).as(sentence).isNotEqualTo(english.say(FaultWords.OTHER));
            }
        }
        assertThat(words.say("从来没有说过的话")).isEqualTo(english.say(FaultWords.OTHER));
    }

    private static List<String> sentences(Path source) throws IOException {
        Matcher literal = Pattern.compile("\"([^\"]*)\"(?:\\s*\\+\\s*[A-Za-z][\\w.()]*\\s*\\+\\s*\"([^\"]*)\")?")
                .matcher(Files.readString(source));
        List<String> sentences = new ArrayList<>();
        while (literal.find()) {
            String said = literal.group(2) == null ? literal.group(1) : literal.group(1) + 7 + literal.group(2);
            if (HAN.matcher(said).find()) {
                sentences.add(said);
            }
        }
        return sentences;
    }

    /** Without a script as well: the form is posted to the same questionnaire in the other language. */
    @Test
    void what_was_typed_comes_along_when_the_language_is_changed() {
        String fields = client.fields("answers.P01", "5", "answers.K04", "意见", "step", "edit");
        Client.Got other = client.form("public?lang=qaa", fields);
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.text()).contains("lang=\"qaa\"", ">意见</textarea>", "value=\"" + Client.NONCE + "\"");
        assertThat(other.text()).containsPattern("id=\"P01-5\"[^>]* checked");
        assertThat(HOUSE.intake.kept()).isEmpty();
    }

    @Test
    void an_answer_bears_no_trace_of_its_language() {
        String fields = client.fields("answers.P01", "5", "answers.K03", "P02");
        Client.Got first = client.form("public?lang=mn-Mong", fields);
        assertThat(first.header("Location").orElseThrow()).endsWith("?lang=mn-Mong");
        var kept = HOUSE.intake.last();
        HOUSE.freshen();
        client.form("public", fields);
        assertThat(HOUSE.intake.last()).isEqualTo(kept);
        assertThat(chinese(client.get(first.header("Location").orElseThrow()))).isEmpty();
    }

    @Test
    void the_vertical_style_is_loaded_where_it_is_needed_alone() {
        for (Audience audience : Audience.values()) {
            String path = "/survey/" + audience.key();
            assertThat(client.get(path).text()).doesNotContain("vertical");
            assertThat(client.get(path + "?lang=qaa").text()).doesNotContain("vertical");
            assertThat(client.get(path + "?lang=mn-Mong").text()).contains("class=\"vertical\"", "/vertical.css?v=");
        }
        Client.Got style = client.get("/assets/survey/vertical.css");
        Matcher font = Pattern.compile("url\\(([^)]+)\\)").matcher(style.text());
        assertThat(font.find()).isTrue();
        Client.Got bytes = client.get(font.group(1));
        assertThat(bytes.header("Content-Type")).contains("font/woff2");
        assertThat(bytes.header("Cache-Control").orElse("")).contains("immutable");
        assertThat(new String(bytes.response().body(), 0, 4, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("wOF2");
    }

    @Test
    void a_language_that_the_survey_does_not_speak_is_chinese() {
        assertThat(client.get("/?lang=fr").text()).contains("<html lang=\"zh-CN\"", "教育满意度调查");
        assertThat(client.get("/?lang=%00%3Cscript%3E").status()).isEqualTo(200);
    }

    @Test
    void a_survey_in_one_language_has_nothing_to_choose() {
        try (House one = House.open()) {
            assertThat(new Client(one).get("/").text()).doesNotContain("languages");
        }
    }

    /** Chinese besides the switch, which names every language in its own words. */
    private static List<String> chinese(Client.Got page) {
        return HAN.matcher(SWITCH.matcher(page.text()).replaceAll(""))
                .results()
                .map(found -> found.group())
                .toList();
    }
}
