package org.gongshi.survey.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.gongshi.evaluation.satisfaction.Audience;
import org.junit.jupiter.api.Test;

/** A stop answers whoever has been taken in, also when the disk is slow at that moment; it ends when they have their answers. */
class GracefulStopTest {
    /** More than the second that Jetty gives to a connection at its own stop. */
    private static final long SLOW = 1_600;

    private static final int ROUNDS = Integer.getInteger("gongshi.rounds", 2);

    @Test
    void a_batch_that_takes_longer_than_a_second_is_still_answered() throws Exception {
        try (House house = House.open()) {
            String code = house.intake.issue(Audience.PARENT, 1);
            var disk = new CompletableFuture<Void>();
            house.intake.answersAfter(disk);
            CompletableFuture<HttpResponse<String>> answer =
                    HttpClient.newHttpClient().sendAsync(json(house, code), HttpResponse.BodyHandlers.ofString());
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (house.intake.given() == 0) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                Thread.onSpinWait();
            }
            CompletableFuture<Void> stop = CompletableFuture.runAsync(house.app::stop);
            disk.completeOnTimeout(null, SLOW, TimeUnit.MILLISECONDS);
            assertThat(answer.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
            stop.get(20, TimeUnit.SECONDS);
        }
    }

    /** Every sheet that was kept has been answered, by whichever of many connections it came. */
    @Test
    void under_load_nobody_whose_sheet_was_kept_is_left_without_an_answer() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            try (House house = House.open()) {
                String address = house.address();
                Queue<String> answered = new ConcurrentLinkedQueue<>();
                List<Thread> clients = new ArrayList<>();
                for (int client = 0; client < 16; client++) {
                    int number = client;
                    clients.add(new Thread(() -> sendUntilStopped(house, address, number, answered)));
                }
                clients.forEach(Thread::start);
                long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
                while (answered.size() < 200) {
                    assertThat(System.nanoTime()).isLessThan(deadline);
                    Thread.onSpinWait();
                }
                house.app.stop();
                for (Thread client : clients) {
                    client.join();
                }
                assertThat(house.intake.kept().stream()
                                .map(sheet -> sheet.nonce().toString()))
                        .hasSameSizeAs(answered);
            }
        }
    }

    private static void sendUntilStopped(House house, String address, int client, Queue<String> answered) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try {
            for (int i = 0; i < 10_000; i++) {
                String nonce = String.format("%016x%016x", client + 1, i);
                HttpResponse<String> answer = http.send(
                        json(house, address, house.intake.issue(Audience.PARENT, client * 10_000 + i), nonce),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 201) {
                    return;
                }
                answered.add(nonce);
            }
        } catch (IOException | InterruptedException stopped) {
            // The server has gone; what it had said before counts.
            return;
        }
    }

    /** Who keeps a connection open without asking for anything, as a proxy does, holds up nobody. */
    @Test
    void an_idle_connection_does_not_hold_up_the_stop() throws Exception {
        try (House house = House.open()) {
            HttpClient client = HttpClient.newHttpClient();
            client.send(
                    HttpRequest.newBuilder(URI.create(house.address() + "/health"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            long begun = System.nanoTime();
            house.app.stop();
            assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.SECONDS.toNanos(5));
        }
    }

    private static HttpRequest json(House house, String code) {
        return json(house, house.address(), code, "0a".repeat(16));
    }

    private static HttpRequest json(House house, String address, String code, String nonce) {
        return request(
                address,
                "/api/v1/responses",
                "application/json",
                "{\"audience\":\"parent\",\"nonce\":\"" + nonce + "\",\"code\":\"" + code
                        + "\",\"questionnaire\":\""
                        + house.questionnaires.get(Audience.PARENT).digest() + "\",\"answers\":{}}");
    }

    private static HttpRequest request(String address, String path, String type, String body) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
