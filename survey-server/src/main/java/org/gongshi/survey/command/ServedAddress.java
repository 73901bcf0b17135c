package org.gongshi.survey.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gongshi.survey.store.Disk;

/** The address from outside that a data folder's server was last started with: what is printed later leads there too. */
final class ServedAddress {
    static final URI USUAL = URI.create("http://127.0.0.1:7070");

    private final Path file;

    ServedAddress(Path data) {
        this.file = data.resolve("base-url");
    }

    void remember(URI baseUrl) {
        // For its owner alone, as everything in the folder: doctor would report it.
        Disk.write(file, (baseUrl + "\n").getBytes(StandardCharsets.UTF_8));
    }

    Optional<URI> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(URI.create(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException fault) {
            throw new UncheckedIOException("对外网址无法读取：" + file, fault);
        }
    }
}
