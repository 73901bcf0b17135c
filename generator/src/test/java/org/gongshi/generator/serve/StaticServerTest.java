package org.gongshi.generator.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaticServerTest {
    @TempDir
    Path folder;

    private StaticServer server;

    @BeforeEach
    void start() throws IOException {
        Path site = Files.createDirectories(folder.resolve("site"));
        Files.createDirectories(site.resolve("2025/a"));
        Files.writeString(site.resolve("index.html"), "首页");
        Files.writeString(site.resolve("404.html"), "没有这一页");
        Files.writeString(site.resolve("2025/index.html"), "年度");
        Files.writeString(site.resolve("2025/scores.csv"), "a,b");
        Files.writeString(site.resolve("SHA256SUMS"), "x");
        Files.writeString(site.resolve("empty.txt"), "");
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(site.resolve("leak.txt"), folder.resolve("secret.txt"));
        Files.createSymbolicLink(folder.resolve("public"), Path.of("site"));
        server = StaticServer.start(
                folder.resolve("public"), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/, 200, text/html; charset=utf-8, 首页",
        "/index.html?x=1, 200, text/html; charset=utf-8, 首页",
        "/2025/, 200, text/html; charset=utf-8, 年度",
        "/2025/scores.csv, 200, text/csv; charset=utf-8, 'a,b'",
        "/SHA256SUMS, 200, text/plain; charset=utf-8, x",
        "/empty.txt, 200, text/plain; charset=utf-8, ''",
        "/2025/a/, 404, text/html; charset=utf-8, 没有这一页",
        "/nothing, 404, text/html; charset=utf-8, 没有这一页",
        "/leak.txt, 404, text/html; charset=utf-8, 没有这一页",
    })
    void answers_with_the_file_and_its_type(String path, int status, String type, String body) throws Exception {
        HttpResponse<String> answer = get("GET", path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains(type);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'self'");
    }

    @Test
    void head_tells_the_length_and_sends_no_body() throws Exception {
        HttpResponse<String> answer = get("HEAD", "/2025/");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Length")).contains("6");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'gzip, deflate, br', gzip",
        "'br;q=1.0, gzip;q=0.5', gzip",
        "'br, gzip;q=0', ''",
        "identity, ''",
    })
    void long_texts_are_packed_for_those_who_unpack_them(String accepted, String encoding) throws Exception {
        String text = "教育职责".repeat(1000);
        Files.writeString(folder.resolve("site/long.html"), text);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/long.html"))
                .header("Accept-Encoding", accepted)
                .build();
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Encoding").orElse("")).isEqualTo(encoding);
        assertThat(answer.headers().firstValue("Vary")).contains("Accept-Encoding");
        byte[] body = answer.body();
        if (encoding.equals("gzip")) {
            assertThat(body).hasSizeLessThan(1000);
            body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
        }
        assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo(text);
    }

    @Test
    void other_methods_are_not_allowed() throws Exception {
        HttpResponse<String> answer = get("POST", "/");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void a_folder_without_its_slash_is_sent_to_it_on_the_same_host() throws Exception {
        HttpResponse<String> answer = get("GET", "/2025");
        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).contains("/2025/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/%2e%2e/secret.txt",
                "/2025/%2e%2e/%2e%2e/secret.txt",
                "/..%2fsecret.txt",
                "/..%5csecret.txt",
                "//2025",
                "//example.org/..",
                "/%00",
                "/a%0d%0aX-Evil:1",
                "/%c0%ae%c0%ae/secret.txt",
            })
    void nothing_outside_is_ever_shown(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*").doesNotContain("secret\n", "X-Evil", "Location:");
        assertThat(answer.endsWith("secret")).isFalse();
    }

    @Test
    void another_release_behind_the_link_is_seen_at_once() throws Exception {
        Path next = Files.createDirectories(folder.resolve("next"));
        Files.writeString(next.resolve("index.html"), "新版");
        Files.delete(folder.resolve("public"));
        Files.createSymbolicLink(folder.resolve("public"), Path.of("next"));
        assertThat(get("GET", "/").body()).isEqualTo("新版");
    }

    private HttpResponse<String> get(String method, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
