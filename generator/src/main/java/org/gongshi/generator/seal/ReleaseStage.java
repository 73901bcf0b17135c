package org.gongshi.generator.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.gongshi.evaluation.Require;

/**
 * A release while it is written, beside the public folder. Files are listed as they come, so that none is read twice.
 * Thread-safe: files may be added side by side.
 */
public final class ReleaseStage {
    private static final int PIECE = 1 << 20;

    private final Path folder;
    private final Queue<FileEntry> entries = new ConcurrentLinkedQueue<>();
    private final Set<Path> made = ConcurrentHashMap.newKeySet();
    private final Map<String, Written> written = new ConcurrentHashMap<>();

    ReleaseStage(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /**
     * Writes one file of the site.
     *
     * @throws IllegalArgumentException when the path is unsafe or belongs to the seal
     */
    public FileEntry add(String path, byte[] bytes) throws IOException {
        Require.that(SealPaths.isSafe(path), "no path of a site: ", path);
        Require.that(!SealPaths.belongsToSeal(path), "the path belongs to the seal: ", path);
        write(path, bytes);
        FileEntry entry = FileEntry.of(path, bytes);
        entries.add(entry);
        return entry;
    }

    /**
     * Takes a file over from a former release: as a second name of the same bytes, or as a copy where there are no such links.
     *
     * @param file what it was listed as then
     * @param modified when its bytes were last changed, in nanoseconds
     * @throws IllegalArgumentException when the path belongs to the seal
     */
    public void take(FileEntry file, Path source, long modified) throws IOException {
        Require.that(!SealPaths.belongsToSeal(file.path()), "the path belongs to the seal: ", file.path());
        Path target = placeFor(file.path());
        try {
            Files.createLink(target, source);
            written.put(file.path(), new Written(file.size(), modified));
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES);
            written.put(file.path(), new Written(file.size(), modified(target)));
        }
        entries.add(file);
    }

    /** When the bytes of a staged file were last changed, in nanoseconds. */
    public long modified(FileEntry file) {
        return written.get(file.path()).modified();
    }

    /** Every file that was written, those of the seal among them, by path. */
    public Map<String, Written> written() {
        return Map.copyOf(written);
    }

    /**
     * What the file system says of a file.
     *
     * @param size bytes
     * @param modified nanoseconds of the last change of the bytes
     */
    public record Written(long size, long modified) {}

    /** What is staged by now. */
    public List<FileEntry> entries() {
        return List.copyOf(entries);
    }

    /** Where the files are staged. */
    public Path folder() {
        return folder;
    }

    void write(String path, byte[] bytes) throws IOException {
        Path place = placeFor(path);
        // In large pieces: streams of java.nio.file write eight thousand bytes at a time.
        try (FileChannel file = FileChannel.open(place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int at = 0; at < bytes.length; ) {
                at += file.write(ByteBuffer.wrap(bytes, at, Math.min(PIECE, bytes.length - at)));
            }
        }
        written.put(path, new Written(bytes.length, modified(place)));
    }

    private static long modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
    }

    private Path placeFor(String path) throws IOException {
        Path file = folder.resolve(path);
        if (!made.contains(file.getParent())) {
            Files.createDirectories(file.getParent());
            made.add(file.getParent());
        }
        return file;
    }
}
