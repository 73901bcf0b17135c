package org.gongshi.generator.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.gongshi.evaluation.Require;

/**
 * A release while it is written, beside the public folder. Files are listed as they come, so that none is read twice.
 * Thread-safe: files may be added side by side.
 */
public final class ReleaseStage {
    private final Path folder;
    private final Queue<FileEntry> entries = new ConcurrentLinkedQueue<>();
    private final Set<Path> made = ConcurrentHashMap.newKeySet();

    ReleaseStage(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /**
     * Writes one file of the site.
     *
     * @throws IllegalArgumentException when the path is unsafe or belongs to the seal
     */
    public void add(String path, byte[] bytes) throws IOException {
        Require.that(SealPaths.isSafe(path), "no path of a site: " + path);
        Require.that(!SealPaths.belongsToSeal(path), "the path belongs to the seal: " + path);
        write(path, bytes);
        entries.add(FileEntry.of(path, bytes));
    }

    List<FileEntry> entries() {
        return List.copyOf(entries);
    }

    Path folder() {
        return folder;
    }

    void write(String path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path);
        if (!made.contains(file.getParent())) {
            Files.createDirectories(file.getParent());
            made.add(file.getParent());
        }
        Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }
}
