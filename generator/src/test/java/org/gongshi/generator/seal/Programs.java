package org.gongshi.generator.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The programs that a citizen has: openssl, sha256sum, sort. */
public final class Programs {
    private Programs() {}

    public static boolean has(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Runs a program that must succeed; gives back what it printed. */
    public static String run(Path folder, String... command) throws IOException, InterruptedException {
        Result result = tryToRun(folder, command);
        assertThat(result.exit()).as(result.output()).isZero();
        return result.output();
    }

    public static Result tryToRun(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    /** Exit code and what was printed. */
    public record Result(int exit, String output) {}
}
