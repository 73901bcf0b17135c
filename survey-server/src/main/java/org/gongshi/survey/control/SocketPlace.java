package org.gongshi.survey.control;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gongshi.survey.store.DataFolder;

/**
 * Where the control socket is: in the data folder, or, because systems allow about 107 bytes for its path, in a short
 * folder of its own that a file in the data folder names.
 */
final class SocketPlace {
    private static final int LONGEST_PATH = 100;

    private final DataFolder folder;

    SocketPlace(DataFolder folder) {
        this.folder = folder;
    }

    /** A fresh place; what a dead server left is removed. Only the holder of the folder's lock may ask. */
    Path prepare() throws IOException {
        remove();
        Path usual = folder.socket();
        if (usual.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH) {
            return usual;
        }
        Path elsewhere = Files.createTempDirectory("survey").resolve("s");
        Files.writeString(pointer(), elsewhere.toString());
        return elsewhere;
    }

    /** Where a server may be listening. */
    Optional<UnixDomainSocketAddress> find() throws IOException {
        if (Files.exists(pointer())) {
            return Optional.of(UnixDomainSocketAddress.of(Files.readString(pointer())));
        }
        return Files.exists(folder.socket())
                ? Optional.of(UnixDomainSocketAddress.of(folder.socket()))
                : Optional.empty();
    }

    void remove() throws IOException {
        if (Files.exists(pointer())) {
            Path elsewhere = Path.of(Files.readString(pointer()));
            Files.deleteIfExists(elsewhere);
            Files.deleteIfExists(elsewhere.getParent());
            Files.delete(pointer());
        }
        Files.deleteIfExists(folder.socket());
    }

    private Path pointer() {
        return folder.root().resolve("control.path");
    }
}
