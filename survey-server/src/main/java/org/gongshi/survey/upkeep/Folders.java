package org.gongshi.survey.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.gongshi.survey.store.Disk;

/** Folders with plain copies of answers: for their owner alone, and overwritten before they are removed. */
final class Folders {
    private Folders() {}

    static void createPrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** The plain files of a folder, in the order of their names. */
    static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static void destroy(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            for (Path file : list(folder)) {
                Disk.destroy(file);
            }
            Files.deleteIfExists(folder);
        }
    }

    /** The way out after a failure; what could not be removed is removed by the next run, and {@code doctor} tells it. */
    static void destroyQuietly(Path folder) {
        try {
            destroy(folder);
        } catch (IOException left) {
            return;
        }
    }
}
