package org.gongshi.survey.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise 8 with the tool of those who attack: slowhttptest holds a thousand connections with slow headers and a thousand with
 * slow bodies, while honest clients open the page and send.
 */
@EnabledIfSystemProperty(named = "gongshi.harness", matches = "true")
class SlowHttpHarnessTest {
    private static final String TOOL = "slowhttptest";
    private static final int CONNECTIONS = 1000;
    private static final int SECONDS = 25;
    private static final long MOST_MILLIS = 1000;

    @TempDir
    Path folder;

    @Test
    void two_thousand_slow_connections_do_not_keep_honest_ones_from_an_answer_within_a_second() throws Exception {
        assumeTrue(isInstalled(), "skipped: slowhttptest is not installed");
        try (House house = House.open()) {
            var client = new Client(house);
            assertThat(client.get("/survey/parent").status()).isEqualTo(200);
            Process headers = attack(house, "headers", "-H", "-u", house.address() + "/");
            Process bodies = attack(
                    house, "bodies", "-B", "-s", "8192", "-t", "POST", "-u", house.address() + "/api/v1/responses");
            List<Long> millis = new ArrayList<>();
            try {
                while (headers.isAlive() || bodies.isAlive()) {
                    long begun = System.nanoTime();
                    assertThat(client.get("/survey/parent").status()).isEqualTo(200);
                    assertThat(client.json("{}").status()).isEqualTo(422);
                    millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun) / 2);
                }
            } finally {
                headers.destroyForcibly();
                bodies.destroyForcibly();
            }
            assertThat(held("headers")).as("slow headers held").isGreaterThan(CONNECTIONS / 2);
            assertThat(held("bodies")).as("slow bodies held").isGreaterThan(CONNECTIONS / 2);
            millis.sort(Long::compare);
            long p99 = millis.get(millis.size() * 99 / 100);
            System.out.println(millis.size() + " honest pairs of requests, p50 " + millis.get(millis.size() / 2)
                    + " ms, p99 " + p99 + " ms, slowest " + millis.get(millis.size() - 1) + " ms");
            assertThat(p99).isLessThan(MOST_MILLIS);
        }
    }

    private Process attack(House house, String name, String... how) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                TOOL,
                "-c",
                String.valueOf(CONNECTIONS),
                "-r",
                "400",
                "-i",
                "5",
                "-l",
                String.valueOf(SECONDS),
                "-p",
                "5",
                "-g",
                "-o",
                folder.resolve(name).toString()));
        command.addAll(List.of(how));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
    }

    /** The most connections that were open at once, by the tool's own table. */
    private int held(String name) throws IOException {
        try (Stream<String> rows = Files.lines(folder.resolve(name + ".csv"))) {
            return rows.skip(1)
                    .map(row -> row.split(","))
                    .filter(cells -> cells.length >= 4)
                    .mapToInt(cells -> Integer.parseInt(cells[3].strip()))
                    .max()
                    .orElse(0);
        }
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder(TOOL, "-h")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    >= 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
