package org.gongshi.survey.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.survey.Main;
import org.gongshi.survey.SurveyFixture;
import org.gongshi.survey.control.ControlClient;
import org.gongshi.survey.round.Operations;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.round.SurveyRound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole server: web, writer, two files, operator's socket. */
class SurveyServiceTest {
    private static final Path DEMO = Path.of("..", "content", "demo");
    /** A day within the demonstration's fieldwork. */
    private static final Instant DAY = Instant.parse("2025-03-10T04:00:00Z");

    @TempDir
    Path folder;

    private SurveyFiles files;
    private SurveyService service;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() {
        files = SurveyFiles.beside(folder.resolve("data"));
        var content = new SurveyFolder(DEMO);
        var round = new SurveyRound(
                files, Optional.of(content.newest()), content, Clock.fixed(DAY, ZoneOffset.UTC), new SecureRandom());
        service = SurveyService.start(round, files, content, "127.0.0.1", 0, URI.create("http://127.0.0.1:7070"));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void an_answer_goes_all_the_way_and_a_retry_and_a_second_use_are_told() throws Exception {
        String code;
        assertThat(post(body("00", "\"" + "0".repeat(17) + "\"")).statusCode()).isEqualTo(410);
        try (Operations operator = ControlClient.find(files.folder()).orElseThrow()) {
            operator.open();
            code = "\"" + SurveyFixture.mintParents(service.round(), 1).get(0).printed() + "\"";
        }
        HttpResponse<String> first = post(body("00", code));
        assertThat(first.statusCode()).isEqualTo(201);
        HttpResponse<String> retry = post(body("00", code));
        assertThat(retry.statusCode()).isEqualTo(200);
        assertThat(retry.body()).isEqualTo(first.body());
        assertThat(post(body("01", code)).statusCode()).isEqualTo(409);
        HttpResponse<String> unknown = post(body("02", "\"" + "0".repeat(16) + "1\""));
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("\"field\":\"code\"");
        assertThat(service.round().counts().values()).containsExactly(1L);
        String receipt = ((Json.Str) ((Json.Obj) JsonText.parse(first.body()))
                        .field("receipt")
                        .orElseThrow())
                .value();
        service.round().closeSurvey();
        assertThat(post(body("03", code)).statusCode()).isEqualTo(410);
        assertThat(get("/api/v1/receipts/" + receipt.substring(0, 2)).body()).contains(receipt);
        assertThat(get("/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void a_second_server_on_the_same_folder_ends_with_one_clear_line() throws IOException, InterruptedException {
        Process second = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve",
                        "--port",
                        "0",
                        "--data",
                        files.folder().root().toString(),
                        "--content",
                        DEMO.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(said.lines()).hasSize(1);
        assertThat(get("/health").statusCode()).isEqualTo(200);
    }

    private String body(String nonceStart, String code) throws IOException {
        String digest = new SurveyFolder(DEMO)
                .forms(service.round().round())
                .questionnaires()
                .get(Audience.PARENT)
                .digest()
                .toString();
        return "{\"audience\":\"parent\",\"nonce\":\"" + nonceStart + "f".repeat(30) + "\",\"code\":" + code
                + ",\"place\":\"" + place() + "\",\"questionnaire\":\"" + digest + "\",\"answers\":{},\"seconds\":99}";
    }

    private static String place() throws IOException {
        assertThat(Files.readString(DEMO.resolve("2025/990000/round.yaml"))).contains(SurveyFixture.EAST.value());
        return SurveyFixture.EAST.value();
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri("/api/v1/responses"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + service.port() + path);
    }
}
