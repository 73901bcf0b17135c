package org.gongshi.survey.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongshi.evaluation.digest.Digest;

/**
 * The site's generator, which the console starts as a process (生成程序), and where its work goes.
 *
 * @param runner empty when the program is not there
 * @param output the public folder
 * @param key private key that signs
 */
public record SiteProgram(Optional<Runner> runner, Path output, Path key) {
    public SiteProgram {
        Objects.requireNonNull(runner, "runner");
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(key, "key");
    }

    boolean hasKey() {
        return Files.exists(key);
    }

    /** Where the public key lies. */
    Path publicKey() {
        return key.resolveSibling(key.getFileName() + ".pub");
    }

    /** SHA-256 of the public key, as {@code keys show} tells it; empty where it is not there. */
    String fingerprint() {
        try {
            String body = Files.readString(publicKey()).replaceAll("-----[A-Z ]+-----|\\s", "");
            return Digest.of(Base64.getDecoder().decode(body)).hex();
        } catch (IOException | IllegalArgumentException absent) {
            return "";
        }
    }

    /** Runs a command of the generator to its end. */
    @FunctionalInterface
    public interface Runner {
        /**
         * Runs it.
         *
         * @param line is told every line it prints
         * @return its exit code
         */
        int run(Consumer<String> line, String... arguments) throws IOException, InterruptedException;
    }
}
