package org.gongshi.generator.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kill at any point leaves one complete release before the public. */
class KilledPublicationTest {
    private static final int ROUNDS = 6;

    @Test
    void whenever_it_is_killed_one_complete_release_stands(@TempDir Path folder) throws Exception {
        Path output = folder.resolve("public");
        var random = new Random(20251231);
        int last = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int seen = publishUntilKilled(output, random.nextInt(60));
            Head head = Head.read(output.toRealPath());
            assertThat(head.isIntact()).as("round " + round).isTrue();
            // What a run has told is public is public; one more may have come before the kill.
            assertThat(head.manifest().sequence()).isBetween(Math.max(seen, last), seen + 1);
            assertThat(head.chain().links()).hasSize(head.manifest().sequence());
            last = head.manifest().sequence();
        }
        SiteFixture.publish(output, SiteFixture.files("终"), "2025-12-31", java.util.Optional.of(SiteFixture.KEY));
        try (Stream<Path> children = Files.list(folder.resolve("public.releases"))) {
            assertThat(children.map(child -> child.getFileName().toString())
                            .filter(name -> name.startsWith(".staging")))
                    .isEmpty();
        }
    }

    /** Lets another process publish a few releases, and kills it so many milliseconds after the last it told of. */
    private static int publishUntilKilled(Path output, int milliseconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PublishLoop.class.getName(),
                        output.toString())
                .redirectErrorStream(true)
                .start();
        int seen = 0;
        try (BufferedReader lines = process.inputReader()) {
            for (int told = 0; told < 3; told++) {
                String line = lines.readLine();
                assertThat(line).as("a sequence").matches("[0-9]+");
                seen = Integer.parseInt(line);
            }
            process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
            // Through the handle: Process itself would close the pipe with the last lines in it.
            process.toHandle().destroyForcibly();
            process.waitFor();
            for (String line = lines.readLine(); line != null && line.matches("[0-9]+"); line = lines.readLine()) {
                seen = Integer.parseInt(line);
            }
        }
        return seen;
    }
}
