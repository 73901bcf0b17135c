package org.gongshi.survey.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.survey.intake.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every answer of the server, whatever was asked. */
class FramePagesTest {
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
    void says_where_to_turn_where_there_is_no_box_of_clues() {
        Client.Got got = client.get("/clues");
        assertThat(got.text()).contains("<h1>线索与建议箱没有开通</h1>", "000-0000000");
        assertThat(client.get("/").text()).doesNotContain("href=\"/clues\"");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, 200",
        "GET, /survey/public, 200",
        "GET, /survey/teacher, 404",
        "GET, /receipt, 200",
        "GET, /receipt/00, 404",
        "GET, /nowhere, 404",
        "GET, /api/v1/nowhere, 404",
        "GET, /api/v1/responses, 405",
        "POST, /api/v1/clues, 404",
        "GET, /clues, 404",
        "POST, /, 405",
        "DELETE, /survey/public, 405",
        "PUT, /api/v1/responses, 405",
        "PATCH, /health, 405",
        "TRACE, /, 405",
        "BREW, /, 405",
        "POST, /api/v1/responses, 415",
        "POST, /survey/public, 415",
        "GET, /assets/survey/survey.css, 200",
        "GET, /assets/survey/nothing.css, 404",
        "GET, /assets/survey/..%2Fsurvey.css, 404",
        "GET, /%00, 400",
        "GET, /api/v1/receipts/zz, 404"
    })
    void bears_the_security_headers_on_every_answer(String method, String path, int status) {
        Client.Got got = client.send(method, path, new byte[0]);
        assertThat(got.status()).isEqualTo(status);
        assertThat(got.header("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(got.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(got.header("Referrer-Policy")).contains("no-referrer");
        assertThat(got.header("Permissions-Policy")).isPresent();
        assertThat(got.header("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(got.header("Strict-Transport-Security")).isPresent();
        assertThat(got.header("Server")).isEmpty();
        assertThat(got.header("Set-Cookie")).isEmpty();
        assertThat(got.text()).doesNotContain("Exception", "org.eclipse", "io.javalin", "Jetty");
        if (status >= 400) {
            assertThat(got.header("Cache-Control")).contains("no-store");
        }
        if (status == 405) {
            assertThat(got.header("Allow")).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/9.9\r\n\r\n",
                "nonsense\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\nzzzzz",
                "GET /\u0000 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            })
    void answers_what_is_no_http_as_kindly(String bytes) throws IOException {
        String got = raw(bytes);
        assertThat(got).matches("(?s)HTTP/1.1 (400|404|405) .*");
        assertThat(got)
                .contains("Content-Security-Policy", "<!doctype html>", "没有")
                .doesNotContain("Exception", "Jetty", "\tat ");
    }

    @Test
    void refuses_a_header_that_never_ends() throws IOException {
        assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ");
    }

    private String raw(String bytes) throws IOException {
        try (var socket = new Socket("127.0.0.1", HOUSE.app.port())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(bytes.getBytes(StandardCharsets.UTF_8));
            out.flush();
            socket.shutdownOutput();
            try (InputStream in = socket.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/survey/student", "/health", "/api/v1/questionnaires/public", "/assets/survey/survey.js"})
    void answers_head_like_get_without_a_body(String path) {
        Client.Got head = client.send("HEAD", path, new byte[0]);
        Client.Got get = client.get(path);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.response().body()).isEmpty();
        assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
        assertThat(head.header("Cache-Control")).isEqualTo(get.header("Cache-Control"));
    }

    @Test
    void lets_browsers_keep_the_style_and_the_script_by_their_digest() {
        String page = client.get("/").text();
        Matcher address = Pattern.compile("/assets/survey/survey\\.(css|js)\\?v=[0-9a-f]{16}")
                .matcher(page);
        int found = 0;
        while (address.find()) {
            Client.Got file = client.get(address.group());
            assertThat(file.header("Cache-Control").orElse("")).contains("immutable");
            String tag = file.header("ETag").orElseThrow();
            assertThat(client.get(address.group(), "If-None-Match", tag).status())
                    .isEqualTo(304);
            found++;
        }
        assertThat(found).isEqualTo(2);
        assertThat(client.get("/assets/survey/survey.css?v=old").header("Cache-Control"))
                .contains("no-cache");
    }

    @Test
    void speaks_chinese_html_that_no_cache_keeps() {
        Client.Got page = client.get("/survey/student");
        assertThat(page.header("Content-Type").orElse("")).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.text())
                .startsWith("<!doctype html>\n<html lang=\"zh-CN\">")
                .contains("演示数据", "你对下面各方面满意吗")
                .doesNotContain("<script>", " style=", "onclick", "javascript:");
    }

    @Test
    void gives_every_form_a_nonce_of_its_own() {
        Pattern nonce = Pattern.compile("name=\"nonce\" value=\"([0-9a-f]{32})\"");
        Matcher one = nonce.matcher(client.get("/survey/public").text());
        Matcher two = nonce.matcher(client.get("/survey/public").text());
        assertThat(one.find() && two.find()).isTrue();
        assertThat(one.group(1)).isNotEqualTo(two.group(1));
    }

    @Test
    void says_kindly_that_it_is_not_open() {
        HOUSE.turn(SurveyState.NOT_YET_OPEN);
        assertThat(client.get("/").text())
                .contains("调查还没有开始", "2026年5月6日 08:00")
                .doesNotContain("class=\"door\"");
        Client.Got form = client.get("/survey/public");
        assertThat(form.status()).isEqualTo(410);
        assertThat(form.text()).contains("调查还没有开始");
        HOUSE.turn(SurveyState.CLOSED);
        assertThat(client.get("/survey/public").text()).contains("调查已经结束");
        HOUSE.intake.replyWith(new Reply.NotOpen(true));
        assertThat(client.form("public", client.fields()).status()).isEqualTo(410);
        assertThat(client.form("public", client.fields("step", "review")).status())
                .isEqualTo(410);
    }
}
