package org.gongshi.survey.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.survey.access.Riddles;
import org.gongshi.survey.response.Mode;
import org.gongshi.survey.response.Stratum;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.round.SurveyRound;
import org.gongshi.survey.store.CountKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that fills in the form of the open link over HTTP with the times and the opinions of people (填表机器人), against the whole
 * server: what each kind of it achieves, what that costs, and what the operator sees meanwhile. Prints its figures.
 */
@EnabledIfSystemProperty(named = "gongshi.harness", matches = "true")
class FormBotHarnessTest {
    private static final Path DEMO = Path.of("..", "content", "demo");
    private static final Instant DURING = Instant.parse("2025-03-10T04:00:00Z");
    private static final Stratum TARGET = new Stratum(new PlaceCode("990100"), Audience.PUBLIC, Optional.empty());
    private static final int MANY = 150;
    private static final int FEW = 25;

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Random chance = new Random(41);
    private SurveyService service;
    private Questionnaire questionnaire;

    @BeforeEach
    void start() {
        var files = SurveyFiles.beside(folder.resolve("data"));
        var content = new SurveyFolder(DEMO);
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), DURING));
        var round = new SurveyRound(files, Optional.of(content.newest()), content, clock, new SecureRandom());
        questionnaire = content.forms(content.newest()).questionnaires().get(Audience.PUBLIC);
        service = SurveyService.start(round, files, content, "127.0.0.1", 0, URI.create("http://127.0.0.1:7070"));
        service.round().open();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void one_that_pays_nothing_comes_to_twenty_flagged_sheets() throws Exception {
        List<Integer> replies = new ArrayList<>();
        for (int sheet = 0; sheet < 40; sheet++) {
            replies.add(send(nonce(), Optional.empty()));
        }
        long kept = replies.stream().filter(status -> status == 201).count();
        assertThat(kept).isBetween(20L, 22L);
        assertThat(replies).last().isEqualTo(422);
        assertThat(doubted()).as("all of them flagged").isEqualTo(kept);
        tell("pays nothing", kept, Duration.ZERO);
    }

    @Test
    void one_that_pays_and_hurries_is_seen_while_the_survey_runs() throws Exception {
        long began = System.nanoTime();
        List<Callable<Integer>> work = new ArrayList<>();
        for (int sheet = 0; sheet < MANY; sheet++) {
            String nonce = nonce();
            work.add(() -> send(nonce, Optional.of(solved(nonce))));
        }
        ExecutorService cores = Executors.newFixedThreadPool(2);
        try {
            for (Future<Integer> status : cores.invokeAll(work)) {
                assertThat(status.get()).as("nobody is refused who pays").isEqualTo(201);
            }
        } finally {
            cores.shutdownNow();
            cores.awaitTermination(10, TimeUnit.SECONDS);
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        // Sixty a minute pass unseen; how many minutes the machine needed decides how many that are.
        long unseen = 60 * (took.toMinutes() + 1);
        assertThat(doubted()).isGreaterThanOrEqualTo(Math.max(0, MANY - unseen));
        tell("pays and hurries", MANY, took);
    }

    /** What the documentation admits: it is not told apart, and that is why the open link stands apart from the sample. */
    @Test
    void one_that_pays_and_waits_like_people_passes_and_stays_outside_the_sample() throws Exception {
        long began = System.nanoTime();
        for (int sheet = 0; sheet < FEW; sheet++) {
            String nonce = nonce();
            assertThat(send(nonce, Optional.of(solved(nonce)))).isEqualTo(201);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1000 + chance.nextInt(400)));
        }
        assertThat(doubted()).isLessThan(FEW / 5);
        assertThat(service.round().counts().keySet())
                .noneMatch(key -> key.mode().isOfTheSample());
        tell("pays and waits", FEW, Duration.ofNanos(System.nanoTime() - began));
    }

    private long doubted() {
        return service.round().report().doubted().getOrDefault(new CountKey(TARGET, Mode.OPEN_LINK), 0L);
    }

    private void tell(String bot, long kept, Duration took) {
        System.out.printf(
                "bot that %s: %d sheets in %d s, %d of them flagged%n", bot, kept, took.toSeconds(), doubted());
    }

    private String solved(String nonce) throws Exception {
        Json.Obj reply = (Json.Obj) JsonText.parse(post("/api/v1/challenges", "{\"nonce\":\"" + nonce + "\"}")
                .body()
                .getBytes(StandardCharsets.UTF_8));
        return Riddles.solve(nonce, ((Json.Str) reply.field("challenge").orElseThrow()).value());
    }

    private int send(String nonce, Optional<String> proof) throws Exception {
        var body = Json.object()
                .put("audience", "public")
                .put("nonce", nonce)
                .put("place", TARGET.place().value())
                .put("questionnaire", questionnaire.digest().toString())
                .put("answers", opinions())
                .put("seconds", 150 + random(200));
        proof.ifPresent(solution -> body.put("proof", solution));
        return post("/api/v1/responses", new String(JsonText.pretty(body.build()), StandardCharsets.UTF_8))
                .statusCode();
    }

    /** What a person thinks of everything, and of this item in particular. */
    private synchronized Json opinions() {
        var answers = Json.object();
        double content = 3.6 + 0.7 * chance.nextGaussian();
        questionnaire
                .items()
                .forEach(item -> answers.put(item.code(), (int) Math.max(
                        1, Math.min(5, Math.round(content + 0.8 * chance.nextGaussian())))));
        questionnaire.check().ifPresent(check -> answers.put(check.code(), check.expected()));
        return answers.build();
    }

    private synchronized int random(int bound) {
        return chance.nextInt(bound);
    }

    private synchronized String nonce() {
        byte[] bytes = new byte[16];
        chance.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private HttpResponse<String> post(String path, String json) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
