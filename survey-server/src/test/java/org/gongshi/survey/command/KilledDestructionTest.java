package org.gongshi.survey.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongshi.survey.SurveyFixture.mintParents;
import static org.gongshi.survey.SurveyFixture.nonce;
import static org.gongshi.survey.SurveyFixture.parent;
import static org.gongshi.survey.SurveyFixture.round;
import static org.gongshi.survey.SurveyFixture.send;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.survey.Main;
import org.gongshi.survey.console.SiteProgram;
import org.gongshi.survey.office.AuditEntry;
import org.gongshi.survey.office.Office;
import org.gongshi.survey.office.OfficeFolder;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.round.SurveyRound;
import org.gongshi.survey.upkeep.Backup;
import org.gongshi.survey.upkeep.DestroyChild;
import org.gongshi.survey.upkeep.Destruction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A destruction that was killed between any two of its files is finished by the next start of the server, which says so. */
class KilledDestructionTest {
    private static final Path DEMO =
            Path.of("..", "content", "demo").toAbsolutePath().normalize();
    /** In the order in which they go. */
    private static final List<String> STEPS = List.of(
            "destroying.json", "survey.backup", "answers.db", "codes.db", "clues.db", "round.json", "data.rowkey");

    /** Each costs two processes; all of them with {@code -Dgongshi.steps=all}. */
    private static final List<String> TRIED =
            System.getProperty("gongshi.steps", "").equals("all") ? STEPS : List.of("codes.db", "data.rowkey");

    @TempDir
    Path folder;

    private Path released;
    private String receipt;

    @BeforeEach
    void release() throws IOException {
        released = Files.createDirectory(folder.resolve("released"));
        SurveyFiles files = SurveyFiles.beside(released.resolve("data"));
        try (SurveyRound round = round(released)) {
            round.open();
            mintParents(round, 10).forEach(code -> send(round.intake(), parent(nonce(), code)));
            round.closeSurvey();
            receipt = Stream.iterate(0, part -> part + 1)
                    .limit(256)
                    .flatMap(part -> round.receipts(String.format("%02x", part)).orElseThrow().stream())
                    .findFirst()
                    .orElseThrow();
            round.markReleased();
            new Backup(files, new SecureRandom()).write(round, released.resolve("survey.backup"));
        }
        // Sealed clues, as far as a destruction is concerned.
        Files.write(files.folder().clues(), new byte[9000]);
    }

    @Test
    void wherever_it_was_killed_the_next_start_finishes_it() throws Exception {
        for (String step : TRIED) {
            Path place = copied(step);
            kill(place, step);
            Path data = place.resolve("data");
            assertThat(data.resolve("destroying.json")).exists();
            assertThat(place.resolve("survey.backup").toFile().exists()).isEqualTo(step.equals(STEPS.get(0)));
            assertThat(place.resolve("data.rowkey").toFile().exists()).isEqualTo(!step.equals("data.rowkey"));
            byte[] promised = Files.readAllBytes(data.resolve("destroying.json"));
            startAgain(place);
            assertThat(Files.readAllBytes(data.resolve("destruction.json"))).isEqualTo(promised);
            try (Stream<Path> left = Files.walk(place)) {
                assertThat(left.filter(Files::isRegularFile)
                                .map(file -> place.relativize(file).toString())
                                .filter(file -> !file.startsWith("data.office")))
                        .containsExactlyInAnyOrder("data/destruction.json", "data/lock", "data/base-url");
            }
        }
    }

    @Test
    void a_line_of_the_log_that_a_kill_took_is_written_by_the_next_start_and_once() throws IOException {
        Path place = copied("after");
        SurveyFiles files = SurveyFiles.beside(place.resolve("data"));
        byte[] proof = new Destruction(files)
                .run(new Destruction.Order(List.of("经办甲", "复核乙"), LocalDate.of(2026, 6, 1), 365, List.of(), true));
        for (int start = 0; start < 2; start++) {
            assertThat(lines(files, place)).singleElement().satisfies(entry -> {
                assertThat(entry.what()).isEqualTo("confirm-destruction");
                assertThat(entry.object()).contains("补记", Digest.of(proof).toString());
            });
        }
    }

    /** What the log says after a start. */
    private static List<AuditEntry> lines(SurveyFiles files, Path place) {
        var content = new SurveyFolder(DEMO);
        var opened = new AtomicReference<Optional<Office>>(Optional.empty());
        var settings = ServeSettings.plain("127.0.0.1", 0, URI.create("http://127.0.0.1:7070"));
        var site = new SiteProgram(Optional.empty(), place.resolve("public"), place.resolve("site.key"));
        var serving = new Serving(files, settings, OfficeFolder.beside(place.resolve("data")), site);
        try (SurveyService service = serving.start(
                new Desk(files, content, content.newest()), RoundShelf.fixed(content), Optional.empty(), opened)) {
            assertThat(service.round().isGone()).isTrue();
            return opened.get().orElseThrow().log().entries(0, 9);
        }
    }

    private Path copied(String step) throws IOException {
        Path place = folder.resolve("at-" + step);
        try (Stream<Path> all = Files.walk(released)) {
            for (Path one : (Iterable<Path>) all::iterator) {
                Files.copy(one, place.resolve(released.relativize(one)));
            }
        }
        return place;
    }

    /** Lets it go on until the step is done, then kill -9. */
    private static void kill(Path place, String step) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DestroyChild.class.getName(),
                        place.resolve("data").toString(),
                        "2026-06-01",
                        place.resolve("survey.backup").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            for (String done : STEPS) {
                assertThat(lines.readLine()).isEqualTo(done);
                if (done.equals(step)) {
                    child.toHandle().destroyForcibly();
                    break;
                }
                child.getOutputStream().write('\n');
                child.getOutputStream().flush();
            }
            assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(child.exitValue()).as("killed by signal 9").isEqualTo(137);
    }

    private void startAgain(Path place) throws IOException, InterruptedException {
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-Dlogback.configurationFile="
                                + Path.of("src/main/resources/logback.xml").toAbsolutePath(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve",
                        "--port",
                        "0",
                        "--data",
                        place.resolve("data").toString(),
                        "--content",
                        DEMO.toString())
                .redirectError(folder.resolve("log").toFile())
                .start();
        try (BufferedReader lines = server.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine())
                    .as(Files.readString(folder.resolve("log")))
                    .contains("上次没有完成的销毁已经完成", "destruction.json");
            Matcher address = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+").matcher(lines.readLine());
            assertThat(address.find()).isTrue();
            assertThat(status(address.group() + "/api/v1/receipts/" + receipt.substring(0, 2)))
                    .isEqualTo(410);
            assertThat(status(address.group() + "/ready")).isEqualTo(200);
            assertThat(Files.readString(folder.resolve("log"))).contains("event=destruction-finished");
        } finally {
            server.destroy();
            assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static int status(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
