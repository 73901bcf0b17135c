package org.gongshi.survey.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongshi.survey.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise 7: a server whose clock is set back by 400 days and forward by five years keeps every acknowledged answer, counts
 * none twice and locks nobody out. The process runs under libfaketime, which reads its clock from a file.
 */
@EnabledIfSystemProperty(named = "gongshi.harness", matches = "true")
class ClockJumpHarnessTest {
    private static final Path DEMO =
            Path.of("..", "content", "demo").toAbsolutePath().normalize();
    private static final String DURING = "2025-03-20 12:00:00";
    private static final String LONG_BEFORE = "2024-02-14 12:00:00";
    private static final String LONG_AFTER = "2030-03-20 12:00:00";
    private static final int MOST_WAIT_SECONDS = 120;
    private static final int MOST_GUESSES = 400;

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(7);
    /** Body sent → receipt. */
    private final Map<String, String> acknowledged = new LinkedHashMap<>();

    private Process server;
    private String address;
    private String questionnaire = "";

    @BeforeEach
    void start() throws Exception {
        Path library = library();
        set(DURING);
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--data",
                data(),
                "--content",
                DEMO.toString(),
                "--port",
                "0");
        builder.environment().put("LD_PRELOAD", library.toString());
        builder.environment().put("FAKETIME_TIMESTAMP_FILE", clock().toString());
        builder.environment().put("FAKETIME_CACHE_DURATION", "1");
        builder.environment().put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        builder.environment().put("TZ", "UTC");
        builder.redirectError(folder.resolve("log").toFile());
        server = builder.start();
        var lines = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        assertThat(line).as(Files.readString(folder.resolve("log"))).isNotNull();
        Matcher found = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+").matcher(line);
        assertThat(found.find()).isTrue();
        address = found.group();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.destroyForcibly();
        }
    }

    private static Path library() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("/usr/lib"), 3)) {
            List<Path> found =
                    all.filter(path -> path.endsWith("libfaketimeMT.so.1")).toList();
            assumeTrue(!found.isEmpty(), "skipped: libfaketime is not installed");
            return found.get(0);
        }
    }

    private Path clock() {
        return folder.resolve("clock");
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void set(String moment) throws IOException {
        Path beside = folder.resolve("clock.new");
        Files.writeString(beside, "@" + moment + "\n");
        Files.move(
                beside,
                clock(),
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /** Sets the server's clock and waits until its answers bear the day. */
    private void jump(String moment) throws Exception {
        set(moment);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        String year = moment.substring(0, 4);
        while (!get("/health").headers().firstValue("Date").orElse("").contains(" " + year + " ")) {
            assertThat(System.nanoTime()).as("the clock was not taken over").isLessThan(deadline);
        }
    }

    @Test
    void jumps_of_the_clock_lose_nothing_count_nothing_twice_and_lock_nobody_out() throws Exception {
        List<String> codes = codes(60);
        assertThat(command("open", "--data", data())).startsWith("0 ");
        sendNew(codes, 10);
        guessUntilSlowed();

        jump(LONG_BEFORE);
        retryAll();
        sendNew(codes, 10);
        // Whoever guessed waits no longer than before, and right codes pass all the while.
        assertThat(guess()).isLessThanOrEqualTo(MOST_WAIT_SECONDS);
        sendNew(codes, 5);

        jump(DURING);
        retryAll();
        sendNew(codes, 10);

        jump(LONG_AFTER);
        // The plan's closing time has passed: nothing new is taken, and nothing is destroyed.
        assertThat(post(body(codes.get(codes.size() - 1))).statusCode()).isEqualTo(410);
        assertThat(get("/survey/parent").statusCode()).isEqualTo(410);
        assertThat(get("/health").statusCode()).isEqualTo(200);

        jump(DURING);
        retryAll();
        sendNew(codes, 10);
        assertThat(command("doctor", "--data", data())).startsWith("0 ");
        assertThat(command("status", "--data", data())).contains("\t60\t" + acknowledged.size() + "\t0\t0\t0\t0");
        assertThat(acknowledged.values()).doesNotHaveDuplicates().hasSize(45);
    }

    private void sendNew(List<String> codes, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            String body = body(codes.remove(0));
            HttpResponse<String> got = post(body);
            assertThat(got.statusCode()).as(got.body()).isEqualTo(201);
            acknowledged.put(body, got.body());
        }
    }

    private void retryAll() throws Exception {
        for (Map.Entry<String, String> sent : acknowledged.entrySet()) {
            HttpResponse<String> got = post(sent.getKey());
            assertThat(got.statusCode()).as(got.body()).isEqualTo(200);
            assertThat(got.body()).isEqualTo(sent.getValue());
        }
    }

    private void guessUntilSlowed() throws Exception {
        for (int i = 0; i < MOST_GUESSES; i++) {
            if (guess() > 0) {
                return;
            }
        }
        assertThat(false).as("so many wrong codes were not slowed").isTrue();
    }

    /** Tries a wrong code; the seconds that have to be waited, 0 when none. */
    private long guess() throws Exception {
        HttpResponse<String> got = post(body("ZZZZ-ZZZZ-ZZZZ-ZZZZ-0"));
        assertThat(got.statusCode()).isIn(422, 429);
        return got.headers().firstValue("Retry-After").map(Long::parseLong).orElse(0L);
    }

    private String body(String code) throws Exception {
        byte[] nonce = new byte[16];
        random.nextBytes(nonce);
        return "{\"audience\":\"parent\",\"nonce\":\"" + HexFormat.of().formatHex(nonce) + "\",\"code\":\"" + code
                + "\",\"questionnaire\":\"" + digest() + "\",\"answers\":{}}";
    }

    /** Asked once: the questionnaire does not change. */
    private String digest() throws Exception {
        if (questionnaire.isEmpty()) {
            questionnaire = askDigest();
        }
        return questionnaire;
    }

    private String askDigest() throws Exception {
        Matcher digest = Pattern.compile("\"digest\":\"(sha256:[0-9a-f]{64})\"")
                .matcher(get("/api/v1/questionnaires/parent").body());
        assertThat(digest.find()).isTrue();
        return digest.group(1);
    }

    private List<String> codes(int count) {
        String printed = command(
                "codes",
                "--data",
                data(),
                "--content",
                DEMO.toString(),
                "--audience",
                "parent",
                "--place",
                "990100",
                "--stage",
                "primary",
                "--school",
                "一小",
                "--count",
                Integer.toString(count));
        List<String> codes = new ArrayList<>();
        Pattern.compile("([0-9A-Z]{4}-){4}[0-9A-Z]")
                .matcher(printed)
                .results()
                .forEach(found -> codes.add(found.group()));
        assertThat(codes).as(printed).hasSize(count);
        return codes;
    }

    private static String command(String... arguments) {
        var out = new StringWriter();
        int code = SurveyCommand.line()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(arguments);
        return code + " " + out;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET());
    }

    private HttpResponse<String> post(String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address + "/api/v1/responses"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
