package org.gongshi.generator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PreviewCommandTest {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+/");

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();
    private final HttpClient client = HttpClient.newHttpClient();
    private Path content;
    private ContentFixture fixture;
    private Thread running;
    private String address;

    @BeforeEach
    void start() throws IOException {
        content = folder.resolve("content");
        fixture = ContentFixture.valid(content);
        var out = new PrintWriter(said, true);
        var around = new Surroundings(Clock.systemUTC(), folder, out, out, Map.of());
        running = new Thread(() -> Program.run(around, "preview", "--content", content.toString(), "--port", "0"));
        running.start();
        address = until(() -> {
            Matcher matcher = ADDRESS.matcher(said.toString());
            return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
        });
    }

    @AfterEach
    void stop() throws InterruptedException {
        running.interrupt();
        running.join(Duration.ofSeconds(20).toMillis());
        assertThat(running.isAlive()).isFalse();
    }

    @Test
    void a_change_is_shown_and_every_page_is_stamped() throws IOException {
        String before = get("__preview/version");
        assertThat(get("index.html"))
                .contains("【草案】", "<strong>草案</strong>", "/__preview/reload.js", "connect-src 'self'");
        assertThat(get("__preview/reload.js")).contains("location.reload()");
        Files.writeString(
                content.resolve("notices/2025-12-03-live.md"), "---\ntitle: 新写的通知\ndate: 2025-12-03\n---\n\n内容\n");
        until(() -> Optional.of(get("__preview/version")).filter(Predicate.not(before::equals)));
        until(() -> Optional.of(get("notices/")).filter(page -> page.contains("新写的通知")));
        try (Stream<Path> children = Files.list(folder)) {
            assertThat(children.map(Path::getFileName).map(Path::toString)).containsExactly("content");
        }
    }

    @Test
    void a_draft_is_shown_and_what_is_wrong_is_told() {
        // Changed after the approval: a build would refuse, the preview shows it as a second draft.
        fixture.change(ContentFixture.FIRST + "/report.md", "。", "！");
        until(() -> Optional.of(said.toString()).filter(text -> text.contains("后被修改")));
        until(() -> Optional.of(said.toString()).filter(text -> text.contains("已更新：2 个地区为草案")));
        // A half-written file may have been seen on the way.
        until(() -> Optional.of(get("index.html")).filter(page -> page.contains("含 2 个地区未经审定、批准的内容")));
        fixture.write("site.yaml", "name: [");
        until(() -> Optional.of(said.toString()).filter(text -> text.contains("site.yaml:1")));
        assertThat(get("index.html")).contains("【草案】");
    }

    private String get(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(address + path)).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private String until(java.util.function.Supplier<Optional<String>> condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < deadline) {
            Optional<String> found = condition.get();
            if (found.isPresent()) {
                return found.get();
            }
            // Asked without a pause, the server would have no processor left to build on.
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new AssertionError("nothing came; told so far:\n" + said);
    }
}
