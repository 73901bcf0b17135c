package org.gongshi.generator.seal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Makes sure that what was written has reached the disk, and takes away what is no longer needed. */
final class Durable {
    private Durable() {}

    /**
     * Brings every file and folder below to the disk. One call of {@code sync -f} (syncfs) does it for ten thousand files at the
     * cost of one; where that program is missing, file by file.
     */
    static void flushAll(Path root) throws IOException {
        if (!flushedBySync(root)) {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                        channel.force(true);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException fault) throws IOException {
                    flushFolder(folder);
                    return super.postVisitDirectory(folder, fault);
                }
            });
        }
    }

    /** Brings the names in a folder to the disk: a rename is durable only then. */
    static void flushFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            // Windows opens no folder as a file; NTFS keeps renames in its own journal.
            return;
        }
    }

    /** Deletes a file, a link (never what it points to) or a folder with all in it. */
    static void delete(Path path) throws IOException {
        if (Files.isDirectory(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> children = Files.newDirectoryStream(path)) {
                for (Path child : children) {
                    delete(child);
                }
            }
        }
        Files.deleteIfExists(path);
    }

    private static boolean flushedBySync(Path root) {
        try {
            Process sync = new ProcessBuilder("sync", "-f", root.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return sync.waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
