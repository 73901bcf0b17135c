package org.gongshi.survey.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.survey.console.Console;
import org.gongshi.survey.console.SiteProgram;
import org.gongshi.survey.office.Accounts;
import org.gongshi.survey.office.Authenticator;
import org.gongshi.survey.office.MovableClock;
import org.gongshi.survey.office.Office;
import org.gongshi.survey.office.OfficeFolder;
import org.gongshi.survey.office.Role;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.round.SurveyRound;

/** A whole server with its console on a copy of the demonstration's content, with a clock that the test moves. */
public final class OfficeHouse implements AutoCloseable {
    public static final String PASSWORD = "草原 上的 早晨 很安静 2026";
    /** A day before the demonstration's survey opens. */
    public static final Instant BEFORE = Instant.parse("2025-03-01T02:00:00Z");

    /** Where a test puts the office's pair of keys before the house is opened, if it wants a box of clues. */
    public static final String CLUE_KEY = "clues.pem";

    private static final Path DEMO = Path.of("..", "content", "demo");

    public final MovableClock clock = new MovableClock(BEFORE);
    public final Path content;
    public final SurveyFiles files;
    public final SurveyRound round;
    public final Office office;
    /** The phones of those who have one, by account. */
    public final Map<String, Authenticator> apps = new HashMap<>();

    final SurveyService service;
    private final OfficeService console;
    private final HttpClient http = HttpClient.newHttpClient();

    private OfficeHouse(Path folder, URI baseUrl, Optional<SiteProgram.Runner> generator, Optional<RoundKey> wanted) {
        this.content = folder.resolve("content");
        if (!Files.exists(content)) {
            copy(DEMO, content);
        }
        this.files = SurveyFiles.beside(folder.resolve("data"));
        var reader = new SurveyFolder(content);
        this.round = new SurveyRound(
                files, Optional.of(wanted.orElseGet(reader::newest)), reader, clock, new SecureRandom());
        this.office =
                Office.open(OfficeFolder.beside(folder.resolve("data")), clock, new SecureRandom(), Office.Cost.LEAST);
        this.console = OfficeService.start(
                office,
                round,
                files,
                reader,
                clock,
                baseUrl,
                new SiteProgram(
                        generator,
                        folder.resolve("public"),
                        folder.resolve("keys").resolve("site.key")),
                folder.resolve("works"),
                RoundShelf.fixed(reader));
        // Invented people by the thousand: the open link asks them for no riddle.
        this.service = SurveyService.whole(
                round,
                files,
                reader,
                new ServeSettings(
                        "127.0.0.1",
                        0,
                        baseUrl,
                        Optional.empty(),
                        Optional.of(folder.resolve(CLUE_KEY + ".pub")).filter(Files::exists)),
                Optional.empty(),
                intake -> intake,
                () -> Optional.of(console));
    }

    /** The content that a house in that folder will have, for a test that changes it before the house is opened. */
    public static Path prepare(Path folder) {
        copy(DEMO, folder.resolve("content"));
        return folder.resolve("content");
    }

    public static OfficeHouse open(Path folder) {
        return open(folder, Optional.empty());
    }

    /** With a generator of the site. */
    public static OfficeHouse open(Path folder, Optional<SiteProgram.Runner> generator) {
        return new OfficeHouse(folder, URI.create("http://127.0.0.1:7070"), generator, Optional.empty());
    }

    /** Of another round than the newest with a survey. @param round {@code YEAR/ORGANIZER} */
    public static OfficeHouse of(String round, Path folder, Optional<SiteProgram.Runner> generator) {
        return new OfficeHouse(
                folder, URI.create("http://127.0.0.1:7070"), generator, Optional.of(RoundKeyConverter.key(round)));
    }

    /** The generator's own program, where it has been built. */
    public static Optional<SiteProgram.Runner> generator() {
        Path jar = Path.of("../generator/target/gongshi-generator-0.1.0-all.jar");
        return Optional.of(jar).filter(Files::exists).map(there -> SiteOptions.runner(there.toString()));
    }

    public static OfficeHouse open(Path folder, String baseUrl) {
        return new OfficeHouse(folder, URI.create(baseUrl), Optional.empty(), Optional.empty());
    }

    /** Makes a signing key, and has the places of the round reviewed and approved as they lie there now. */
    public void makeKeyAndDecide() {
        Path key = content.resolveSibling("keys").resolve("site.key");
        generate("keys", "new", "--output", key.toString());
        for (Path decisions : decisions()) {
            delete(decisions);
        }
        var reader = new SurveyFolder(content);
        var bodies = reader.round(round.round()).bodies();
        decide("review", bodies.review(), "2025-11-28");
        decide("approval", bodies.approval(), "2025-12-05");
    }

    private void decide(String kind, String body, String date) {
        generate(
                "decide",
                "--content",
                content.toString(),
                "--place",
                "all",
                "--year",
                "2025",
                "--organizer",
                "990000",
                "--kind",
                kind,
                "--body",
                body,
                "--document",
                "试办〔2025〕1号",
                "--date",
                date);
    }

    private List<Path> decisions() {
        try (Stream<Path> all = Files.walk(content.resolve("2025/990000"))) {
            return all.filter(one -> one.endsWith("decisions.yaml")).toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Runs a command of the survey on this house's folders while its server runs; what it said. */
    public String survey(String command, String... arguments) {
        var said = new StringWriter();
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", files.folder().root().toString()));
        int exit = SurveyCommand.line()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(all.toArray(String[]::new));
        if (exit != 0) {
            throw new IllegalStateException(said.toString());
        }
        return said.toString();
    }

    /** Whether the public site verifies under the public key. */
    public boolean verifiesPublicSite() {
        Path folder = content.resolveSibling("public");
        generate(
                "verify",
                folder.toString(),
                "--public-key",
                content.resolveSibling("keys").resolve("site.key.pub").toString());
        return Files.exists(folder.resolve("index.html"));
    }

    private static void generate(String... arguments) {
        var said = new StringBuilder();
        try {
            int code = generator().orElseThrow().run(line -> said.append(line).append('\n'), arguments);
            if (code != 0) {
                throw new IllegalStateException(String.join(" ", arguments) + " ended with " + code + "\n" + said);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(fault);
        }
    }

    public Console console() {
        return console.console();
    }

    /** Name of a place of the round. */
    public String place(String code) {
        return new SurveyFolder(content)
                .places(round.round()).stream()
                        .filter(place -> place.code().value().equals(code))
                        .findFirst()
                        .orElseThrow()
                        .name();
    }

    public String address() {
        return "http://127.0.0.1:" + service.port();
    }

    @Override
    public void close() {
        service.close();
    }

    /** An account that has done what must be done first: own password, and a second factor where it is required. */
    public Optional<Authenticator> account(String name, String person, Role role) {
        Optional<PlaceCode> place = role.isOfOnePlace() ? Optional.of(new PlaceCode("990100")) : Optional.empty();
        office.accounts().changePassword(name, office.add(name, person, role, place), PASSWORD);
        if (!role.needsSecondFactor()) {
            return Optional.empty();
        }
        Accounts.Enrolment enrolment = office.accounts().beginFactor("示例", name);
        var app = new Authenticator(enrolment.secret());
        office.accounts().finishFactor(name, enrolment.sealed(), app.code(clock.instant()));
        clock.move(Duration.ofSeconds(60));
        apps.put(name, app);
        return Optional.of(app);
    }

    /** What came back. */
    public record Got(int status, HttpResponse<byte[]> response) {
        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /** A browser without a script: cookies, tokens of forms, no redirects followed. */
    public final class Visitor {
        private final Map<String, String> cookies = new HashMap<>();
        private String token = "";

        public Got get(String path) {
            Got got = send("GET", path, "");
            Matcher found =
                    Pattern.compile("name=\"token\" value=\"([0-9a-f]*)\"").matcher(got.text());
            if (found.find()) {
                token = found.group(1);
            }
            return got;
        }

        /** Names and values follow each other; the token of the last page goes along. */
        public Got post(String path, String... fields) {
            return send("POST", path, "token=" + token + (fields.length == 0 ? "" : "&" + encode(fields)));
        }

        public Got postWithToken(String other, String path, String... fields) {
            return send("POST", path, "token=" + other + (fields.length == 0 ? "" : "&" + encode(fields)));
        }

        public Got send(String method, String path, String form, String... headers) {
            return send(method, path, "application/x-www-form-urlencoded", form, headers);
        }

        /** A form with a file, as a browser sends it. */
        public Got multipart(String path, String boundary, String body) {
            return send("POST", path, "multipart/form-data; boundary=" + boundary, body, new String[0]);
        }

        private Got send(String method, String path, String type, String form, String[] headers) {
            var request = HttpRequest.newBuilder(URI.create(address() + path)).timeout(Duration.ofSeconds(60));
            if (method.equals("POST")) {
                request.header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(form));
            }
            if (!cookies.isEmpty()) {
                request.header(
                        "Cookie",
                        String.join(
                                "; ",
                                cookies.entrySet().stream()
                                        .map(one -> one.getKey() + "=" + one.getValue())
                                        .toList()));
            }
            if (headers.length > 0) {
                request.headers(headers);
            }
            return remembered(request.build());
        }

        private Got remembered(HttpRequest request) {
            try {
                HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
                for (String set : response.headers().allValues("Set-Cookie")) {
                    String[] pair = set.split(";")[0].split("=", 2);
                    if (pair[1].isEmpty()) {
                        cookies.remove(pair[0]);
                    } else {
                        cookies.put(pair[0], pair[1]);
                    }
                }
                return new Got(response.statusCode(), response);
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            } catch (InterruptedException fault) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(fault);
            }
        }

        public Visitor signIn(String name, Optional<Authenticator> app) {
            clock.move(Duration.ofSeconds(60));
            get("/office/sign-in");
            Got in = post(
                    "/office/sign-in",
                    "name",
                    name,
                    "password",
                    PASSWORD,
                    "code",
                    app.map(one -> one.code(clock.instant())).orElse(""));
            if (in.status() != 303) {
                throw new IllegalStateException("no sign-in for " + name + ": " + in.status() + in.text());
            }
            get("/office/self");
            return this;
        }

        public String token() {
            return token;
        }

        public Map<String, String> cookies() {
            return cookies;
        }
    }

    public Visitor visitor() {
        return new Visitor();
    }

    /** Names and values that follow each other, as a form sends them. */
    public static String encode(String... pairs) {
        var text = new StringBuilder();
        for (int at = 0; at < pairs.length; at += 2) {
            text.append(at == 0 ? "" : "&")
                    .append(URLEncoder.encode(pairs[at], StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(pairs[at + 1], StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Path target = to.resolve(from.relativize(one).toString());
                // The year of this survey has no results yet; earlier years have theirs.
                boolean released = one.endsWith("2025/990000/results.json");
                if (Files.isDirectory(one)) {
                    Files.createDirectories(target);
                } else if (!released) {
                    Files.copy(one, target);
                }
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
