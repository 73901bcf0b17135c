package org.gongshi.survey.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.survey.Main;
import org.gongshi.survey.SurveyFixture;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.store.ClosedStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as operators run it: a process with settings from the environment, a log, and SIGTERM. */
class ServeProcessTest {
    private static final Path DEMO =
            Path.of("..", "content", "demo").toAbsolutePath().normalize();
    private static final String TEXT = "校门口乱收费这件事";
    private static final String HOSTILE = "hostile-host-name";

    @TempDir
    Path folder;

    private Process server;
    private String address;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> secrets = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        Path passphrase = Files.writeString(folder.resolve("passphrase"), "correct horse battery\n");
        assertThat(command("clues", "keys", "--output", key().toString(), "--passphrase-file", passphrase.toString()))
                .startsWith("0 ");
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                // As the manifest of the shipped jar: a newer JDK would warn of SQLite's library in the log.
                "--enable-native-access=ALL-UNNAMED",
                // The log as it is shipped, not the one of the tests.
                "-Dlogback.configurationFile="
                        + Path.of("src/main/resources/logback.xml").toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve");
        builder.environment().put("GONGSHI_SURVEY_DATA", data().toString());
        builder.environment().put("GONGSHI_SURVEY_CONTENT", DEMO.toString());
        builder.environment().put("GONGSHI_SURVEY_PORT", "0");
        builder.environment().put("GONGSHI_SURVEY_CLUE_KEY", key() + ".pub");
        builder.redirectError(folder.resolve("log").toFile());
        server = builder.start();
        address = address();
    }

    @AfterEach
    void kill() {
        server.destroyForcibly();
    }

    @Test
    void no_secret_reaches_the_log_and_metrics_count_without_telling_who() throws Exception {
        sendEverything();
        String metrics = get("/metrics").body();
        assertThat(metrics)
                .contains("gongshi_responses_acknowledged_total 1\n")
                .contains("gongshi_responses_retried_total 1\n")
                .contains("gongshi_responses_refused_total{reason=\"code-spent\"} 1\n")
                .contains("gongshi_batch_seconds_count ")
                .doesNotContain("990100");
        assertThat(secrets).noneMatch(metrics::contains);
        stop();
        String log = Files.readString(folder.resolve("log"));
        assertThat(log.lines()).allMatch(line -> line.startsWith("time=")).isNotEmpty();
        assertThat(log).contains("event=started").contains("event=stopped");
        assertThat(secrets).hasSizeGreaterThan(5).noneMatch(log::contains);
    }

    @Test
    void a_stop_answers_what_was_taken_in_and_nothing_acknowledged_is_lost() throws Exception {
        Queue<String> codes = codes(5000);
        command("open");
        Queue<String> receipts = new ConcurrentLinkedQueue<>();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            var thread = new Thread(() -> sendUntilStopped(codes, receipts));
            thread.start();
            clients.add(thread);
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (receipts.size() < 100) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
        stop();
        for (Thread thread : clients) {
            thread.join(TimeUnit.SECONDS.toMillis(30));
        }
        assertThat(command("close")).startsWith("0 ");
        SurveyFiles files = SurveyFiles.beside(data());
        try (ClosedStore store =
                ClosedStore.open(files.folder(), org.gongshi.survey.access.RowKey.read(files.rowKey()))) {
            List<String> kept = new ArrayList<>();
            for (int i = 0; i < 256; i++) {
                kept.addAll(store.receipts(String.format("%02x", i)));
            }
            assertThat(kept).containsAll(receipts);
        }
    }

    @Test
    void clues_go_in_by_the_form_and_the_api_and_only_the_office_opens_them() throws Exception {
        assertThat(get("/").body()).contains("href=\"/clues\"");
        assertThat(get("/clues").body()).contains("只有").contains("私钥").doesNotContain("<script>");
        HttpResponse<String> form =
                post("/clues", "application/x-www-form-urlencoded", "kind=clue&text=" + encoded(TEXT));
        assertThat(form.statusCode()).isEqualTo(303);
        assertThat(form.headers().firstValue("Location")).contains("/clues/received");
        assertThat(get("/clues/received").statusCode()).isEqualTo(200);
        assertThat(json(
                                "/api/v1/clues",
                                "{\"kind\":\"suggestion\",\"place\":\"990100\",\"text\":\"=1+1\",\"contact\":\"a\"}")
                        .statusCode())
                .isEqualTo(201);
        HttpResponse<String> wrong = json("/api/v1/clues", "{\"kind\":\"x\",\"place\":\"1\",\"text\":\" \",\"y\":1}");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("\"kind\"", "\"place\"", "\"text\"", "\"y\"");
        HttpResponse<String> long1 =
                post("/clues", "application/x-www-form-urlencoded", "kind=clue&text=" + encoded("字".repeat(2001)));
        assertThat(long1.statusCode()).isEqualTo(422);
        assertThat(long1.body()).contains("最多 2000 个字").contains("字".repeat(2001));
        assertThat(json("/api/v1/clues", "{").statusCode()).isEqualTo(400);
        HttpResponse<String> flood = json("/api/v1/clues", "{\"kind\":\"clue\",\"text\":\"a\"}");
        for (int i = 0; i < 10; i++) {
            flood = json("/api/v1/clues", "{\"kind\":\"clue\",\"text\":\"a\"}");
        }
        assertThat(flood.statusCode()).isEqualTo(429);
        assertThat(flood.headers().firstValue("Retry-After")).isPresent();
        Path exported = folder.resolve("exported");
        assertThat(command("clues", "export", "--data", data().toString(), "--output", exported.toString()))
                .startsWith("0 ");
        Path table = folder.resolve("table.csv");
        String[] decrypt = {
            "clues",
            "decrypt",
            exported.toString(),
            "--key",
            key().toString(),
            "--passphrase-file",
            folder.resolve("passphrase").toString(),
            "--output",
            table.toString()
        };
        assertThat(command(decrypt)).startsWith("0 ");
        assertThat(Files.readString(table)).contains(TEXT).contains("'=1+1").contains("990100");
        assertThat(command(decrypt)).startsWith("1 ");
    }

    /** Right and wrong, through every way in. */
    private void sendEverything() throws Exception {
        String code = codes(2).remove();
        command("open");
        String nonce = SurveyFixture.nonce();
        String receipt = receipt(json("/api/v1/responses", body(nonce, code)));
        json("/api/v1/responses", body(nonce, code));
        json("/api/v1/responses", body(SurveyFixture.nonce(), code));
        json("/api/v1/responses", body(nonce, "ZZZZ-ZZZZ-ZZZZ-ZZZZ-Z"));
        json("/api/v1/responses", "{\"nonce\":\"" + nonce + "\",\"" + code + "\":[[[[");
        json("/api/v1/clues", "{\"kind\":\"clue\",\"text\":\"" + TEXT + "\",\"contact\":\"13800000000\"}");
        post("/survey/parent", "application/x-www-form-urlencoded", "code=" + code + "&nonce=" + nonce + "%");
        get("/receipt/" + nonce);
        get("/api/v1/receipts/" + receipt.substring(0, 2));
        // Who addresses another host, or two, gets 400; his words do not reach the log.
        for (String host : List.of(HOSTILE + " b", "[" + HOSTILE, "a\r\nHost: " + HOSTILE, "a:" + "9".repeat(9))) {
            assertThat(raw("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n")).startsWith("HTTP/1.1 400");
        }
        secrets.addAll(List.of(HOSTILE, "Bad port"));
        secrets.addAll(List.of(code, code.replace("-", ""), nonce, TEXT, "13800000000", "ZZZZ-ZZZZ-ZZZZ-ZZZZ-Z"));
        secrets.add(receipt);
    }

    private String raw(String request) throws IOException {
        int port = URI.create(address).getPort();
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Queue<String> codes(int count) {
        String printed = command(
                "codes",
                "--data",
                data().toString(),
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
        Matcher code = Pattern.compile("([0-9A-Z]{4}-){4}[0-9A-Z]").matcher(printed);
        Queue<String> codes = new ConcurrentLinkedQueue<>();
        code.results().forEach(found -> codes.add(found.group()));
        assertThat(codes).as(printed).hasSize(count);
        return codes;
    }

    private void sendUntilStopped(Queue<String> codes, Queue<String> receipts) {
        try {
            for (String code = codes.poll(); code != null; code = codes.poll()) {
                HttpResponse<String> got = json("/api/v1/responses", body(SurveyFixture.nonce(), code));
                if (got.statusCode() != 201) {
                    return;
                }
                receipts.add(receipt(got));
            }
        } catch (Exception gone) {
            // The server has stopped; what it said before counts.
            return;
        }
    }

    private static String receipt(HttpResponse<String> answer) {
        Matcher receipt = Pattern.compile("\"receipt\":\"([0-9a-f]{64})\"").matcher(answer.body());
        assertThat(receipt.find()).as(answer.body()).isTrue();
        return receipt.group(1);
    }

    private String body(String nonce, String code) throws Exception {
        return "{\"audience\":\"parent\",\"nonce\":\"" + nonce + "\",\"code\":\"" + code + "\",\"questionnaire\":\""
                + digest("parent") + "\",\"answers\":{}}";
    }

    private String digest(String audience) throws Exception {
        Matcher digest = Pattern.compile("\"digest\":\"(sha256:[0-9a-f]{64})\"")
                .matcher(get("/api/v1/questionnaires/" + audience).body());
        assertThat(digest.find()).isTrue();
        return digest.group(1);
    }

    private String address() throws IOException {
        var lines = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        assertThat(line).as(Files.readString(folder.resolve("log"))).isNotNull();
        Matcher found = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+").matcher(line);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private void stop() throws InterruptedException {
        server.destroy();
        assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isEqualTo(143);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> json(String path, String body) throws IOException, InterruptedException {
        return post(path, "application/json", body);
    }

    private HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path key() {
        return folder.resolve("office.key");
    }

    /** Exit code, then what was printed. */
    private String command(String... arguments) {
        var printed = new StringWriter();
        List<String> all = new ArrayList<>(List.of(arguments));
        if (List.of("open", "close").contains(arguments[0])) {
            all.addAll(List.of("--data", data().toString(), "--content", DEMO.toString()));
        }
        int exit = SurveyCommand.line()
                .setOut(new PrintWriter(printed))
                .setErr(new PrintWriter(printed))
                .execute(all.toArray(String[]::new));
        return exit + " " + printed;
    }
}
