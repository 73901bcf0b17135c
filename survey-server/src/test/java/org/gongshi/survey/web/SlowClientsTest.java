package org.gongshi.survey.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.Test;

/** Senders who never come to an end hold no thread: honest ones are answered meanwhile. */
class SlowClientsTest {
    // More than the largest pool of threads that the server may have.
    private static final int SLOW = 400;
    private static final String HALF_BODY = "POST /api/v1/responses HTTP/1.1\r\nHost: a\r\n"
            + "Content-Type: application/json\r\nContent-Length: 5000\r\n\r\n{";
    private static final String HALF_HEADER = "GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ";

    @Test
    void slow_bodies_and_slow_headers_starve_nobody() throws IOException {
        try (House house = House.open()) {
            List<Socket> slow = new ArrayList<>();
            try {
                for (int i = 0; i < SLOW; i++) {
                    slow.add(send(house.app.port(), HALF_BODY));
                    slow.add(send(house.app.port(), HALF_HEADER));
                }
                assertThat(honest(house.app.port())).startsWith("HTTP/1.1 200 ");
            } finally {
                close(slow);
            }
        }
    }

    /** The same harness must catch a server that reads bodies on its threads. */
    @Test
    void the_same_senders_starve_a_server_without_the_guard() throws IOException {
        int threads = 16;
        Javalin bare = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.jetty.threadPool = new QueuedThreadPool(threads, threads);
                    config.routes.post("/api/v1/responses", ctx -> ctx.result(ctx.body()));
                    config.routes.get("/health", ctx -> ctx.result("up"));
                    config.routes.exception(IOException.class, (cut, ctx) -> ctx.status(400));
                })
                .start("127.0.0.1", 0);
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW; i++) {
                slow.add(send(bare.port(), HALF_BODY));
            }
            assertThat(honest(bare.port())).isEqualTo("nothing");
        } finally {
            close(slow);
            bare.stop();
        }
    }

    private static Socket send(int port, String bytes) throws IOException {
        var socket = new Socket("127.0.0.1", port);
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String honest(int port) throws IOException {
        try (var socket = send(port, "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")) {
            socket.setSoTimeout(3_000);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketTimeoutException starved) {
            return "nothing";
        }
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
