package org.gongshi.generator.incremental;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.gongshi.evaluation.content.ContentPaths;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.digest.RunningDigest;

/**
 * The state of everything that a build may look at (输入状态): two builds of the same state give the same bytes.
 *
 * @param files what stands at every path of the content folder: a file's digest (of the archived reports, size and times of
 *     change), or that it is a folder, a link or something else
 * @param settings what else enters: the program, the as-of date, the key
 */
public record InputState(Map<String, String> files, String settings) {
    /** Of a folder that could not be read. */
    public static final InputState UNKNOWN = new InputState(Map.of(), "");

    private static final int BUFFER = 1 << 16;

    public InputState {
        files = java.util.Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /**
     * Looks at a folder; files are read side by side.
     *
     * @throws IOException when something cannot be read: nothing can be said of the state then
     */
    public static InputState of(Path content, String settings, int processors) throws IOException {
        Map<String, String> files = new ConcurrentSkipListMap<>();
        try (Workers workers = new Workers(processors)) {
            Files.walkFileTree(content, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    files.put(name(content, folder), "folder");
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = name(content, file);
                    workers.take(() -> files.put(name, look(name, file, attributes)));
                    return FileVisitResult.CONTINUE;
                }
            });
            workers.finish();
        }
        return new InputState(files, settings);
    }

    /** Digest of everything. */
    public Digest digest() {
        return digest(true);
    }

    /** Digest of everything but the archived reports, on which every archived page depends besides its own line. */
    Digest context() {
        return digest(false);
    }

    private Digest digest(boolean whole) {
        var text = new StringBuilder(settings).append('\n');
        files.forEach((path, what) -> {
            boolean archive = path.equals(ContentPaths.ARCHIVE_REPORTS) || path.equals(ContentPaths.ARCHIVE);
            if (whole || !archive) {
                text.append(path.length())
                        .append(' ')
                        .append(path)
                        .append(' ')
                        .append(what)
                        .append('\n');
            }
        });
        return Digest.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static String look(String name, Path file, BasicFileAttributes attributes) throws IOException {
        if (name.equals(ContentPaths.ARCHIVE_REPORTS) && attributes.isRegularFile()) {
            // Too large to be read for nothing: a build that works on it digests every byte.
            return "seen " + attributes.size() + " " + attributes.lastModifiedTime() + " " + changed(file);
        }
        if (attributes.isSymbolicLink()) {
            // A link within the folder is followed by the reader: what it leads to is a part of the state.
            return "link " + Files.readSymbolicLink(file) + " " + (Files.isRegularFile(file) ? digest(file) : "");
        }
        return attributes.isRegularFile() ? digest(file) : "other";
    }

    /** The file system's own time of the last change, which no program can set; empty where there is none. */
    private static String changed(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? Files.getAttribute(file, "unix:ctime").toString()
                : "";
    }

    private static String digest(Path file) throws IOException {
        var digest = new RunningDigest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.add(buffer, 0, count);
            }
        }
        return digest.digest().hex();
    }
}
