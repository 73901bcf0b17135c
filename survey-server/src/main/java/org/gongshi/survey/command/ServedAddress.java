package org.gongshi.survey.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The address from outside that a data folder's server was last started with: what is printed later leads there too. */
final class ServedAddress {
    static final URI USUAL = URI.create("http://127.0.0.1:7070");

    private final Path file;

    ServedAddress(Path data) {
        this.file = data.resolve("base-url");
    }

    void remember(URI baseUrl) {
        try {
            Files.writeString(file, baseUrl + "\n");
        } catch (IOException fault) {
            throw new UncheckedIOException("对外网址无法记下：" + file, fault);
        }
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
