package org.gongshi.survey.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples of docs/proxy, as they stand there but for ports and places, in front of a real server. */
class ProxyTest {
    private static final Path SAMPLES = Path.of("../docs/proxy");

    @TempDir
    Path folder;

    private Process proxy;

    @Test
    void nginx_ends_tls_and_tells_the_true_address() throws Exception {
        assumeTrue(run("nginx", "-v"), "skipped: nginx is not installed");
        int port = freePort();
        try (House house = House.open(House.QUICK.behind(Optional.of("127.0.0.1")))) {
            String sample = Files.readString(SAMPLES.resolve("nginx.conf"))
                    .replace("listen 80;", "listen 127.0.0.1:" + freePort() + ";")
                    .replace("allow 127.0.0.1;", "")
                    .replace("listen 443 ssl", "listen 127.0.0.1:" + port + " ssl")
                    .replace(
                            "/var/log/nginx/survey-error.log",
                            folder.resolve("error.log").toString());
            Path config = Files.writeString(
                    folder.resolve("nginx.conf"),
                    "daemon off; pid " + folder.resolve("pid") + "; error_log stderr; events {}\nhttp {\n"
                            + places(sample, house)
                            + "}\n");
            try {
                start("nginx", "-p", folder.toString(), "-c", config.toString());
                tryOut(port);
            } finally {
                stop();
            }
        }
    }

    @Test
    void caddy_ends_tls_and_tells_the_true_address() throws Exception {
        assumeTrue(run("caddy", "version"), "skipped: Caddy is not installed");
        int port = freePort();
        try (House house = House.open(House.QUICK.behind(Optional.of("127.0.0.1")))) {
            String sample = Files.readString(SAMPLES.resolve("Caddyfile"))
                    .replace("admin off", "admin off\n\tauto_https disable_redirects")
                    .replace("not remote_ip 127.0.0.1 ", "not remote_ip ")
                    .replace("survey.example.cn:443", "https://127.0.0.1:" + port);
            Path config = Files.writeString(folder.resolve("Caddyfile"), places(sample, house));
            try {
                start("caddy", "run", "--adapter", "caddyfile", "--config", config.toString());
                tryOut(port);
            } finally {
                stop();
            }
        }
    }

    /** What the samples prevent: who may name an address of his own is never slowed. */
    @Test
    void a_believed_header_of_the_client_would_open_the_way_to_guess() throws Exception {
        try (House house = House.open(House.QUICK.behind(Optional.of("127.0.0.1")))) {
            assertThat(slowed(HttpClient.newHttpClient(), "http://127.0.0.1:" + house.app.port()))
                    .isFalse();
        }
    }

    private void tryOut(int port) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(anyCertificate())
                .build();
        String address = "https://127.0.0.1:" + port;
        HttpResponse<String> home = patiently(client, address + "/");
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(get(client, address + "/metrics").statusCode()).isEqualTo(404);
        assertThat(get(client, address + "/ready").statusCode()).isEqualTo(404);
        // Not from the office's network, whatever the header says.
        for (String console : List.of("/office", "/office/sign-in", "/office/audit")) {
            assertThat(get(client, address + console).statusCode()).as(console).isEqualTo(403);
        }
        assertThat(get(client, address + "/officer").statusCode()).isEqualTo(404);
        assertThat(post(client, address, "x".repeat(65_536), "1.1.1.1").statusCode())
                .isEqualTo(400);
        assertThat(post(client, address, "x".repeat(65_537), "1.1.1.1").statusCode())
                .isEqualTo(413);
        assertThat(slowed(client, address)).isTrue();
    }

    /** More wrong codes than one address may send, each with another address in the header. */
    private static boolean slowed(HttpClient client, String address) throws Exception {
        HttpResponse<String> form = get(client, address + "/api/v1/questionnaires/public");
        String digest = ((Json.Str)
                        ((Json.Obj) JsonText.parse(form.body())).field("digest").orElseThrow())
                .value();
        for (int i = 0; i <= House.QUICK.wrongCodes(); i++) {
            String body = "{\"audience\":\"public\",\"nonce\":\"" + "0".repeat(32)
                    + "\",\"code\":\"WRONG\",\"questionnaire\":\"" + digest + "\",\"answers\":{}}";
            if (post(client, address, body, "10.0.0." + i).statusCode() == 429) {
                return true;
            }
        }
        return false;
    }

    private String places(String sample, House house) throws Exception {
        Path key = folder.resolve("survey.key");
        Path certificate = folder.resolve("survey.crt");
        assumeTrue(
                run(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:P-256",
                        "-nodes",
                        "-subj",
                        "/CN=127.0.0.1",
                        "-addext",
                        "subjectAltName=IP:127.0.0.1",
                        "-days",
                        "2",
                        "-keyout",
                        key.toString(),
                        "-out",
                        certificate.toString()),
                "skipped: openssl is not installed");
        return sample.replace("/etc/ssl/private/survey.key", key.toString())
                .replace("/etc/ssl/survey.crt", certificate.toString())
                .replace("127.0.0.1:7070", "127.0.0.1:" + house.app.port());
    }

    private void start(String... command) throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("proxy.log").toFile());
        builder.environment().put("HOME", folder.toString());
        proxy = builder.start();
    }

    private void stop() throws InterruptedException {
        if (proxy != null) {
            proxy.destroy();
            assertThat(proxy.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** The proxy needs a moment to listen. */
    private HttpResponse<String> patiently(HttpClient client, String address) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            try {
                return get(client, address);
            } catch (IOException notYet) {
                assertThat(proxy.isAlive() && System.nanoTime() < deadline)
                        .as(Files.readString(folder.resolve("proxy.log")) + notYet)
                        .isTrue();
                Thread.onSpinWait();
            }
        }
    }

    private static HttpResponse<String> get(HttpClient client, String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(20))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(HttpClient client, String address, String body, String forwarded)
            throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api/v1/responses"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", forwarded)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static SSLContext anyCertificate() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Trusting()}, new SecureRandom());
        return context;
    }

    /** The certificate was made a moment ago, for this test. */
    private static final class Trusting extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
