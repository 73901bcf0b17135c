package org.gongshi.generator.incremental;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.generator.seal.ReleaseStage;

/** Whether a release was touched since it was written: names, sizes and times of change of all its files. */
final class ReleaseState {
    private ReleaseState() {}

    /** Digest over all files below, following no link. */
    static Digest of(Path release) throws IOException {
        var files = new TreeMap<String, String>();
        Files.walkFileTree(release, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.put(
                        release.relativize(file).toString().replace('\\', '/'),
                        attributes.isRegularFile() ? state(attributes.size(), modified(attributes)) : "other");
                return FileVisitResult.CONTINUE;
            }
        });
        return digest(files);
    }

    /** The same of a release that was just written, without looking at it again. */
    static Digest of(Map<String, ReleaseStage.Written> written) {
        var files = new TreeMap<String, String>();
        written.forEach((path, one) -> files.put(path, state(one.size(), one.modified())));
        return digest(files);
    }

    private static String state(long size, long modified) {
        return size + " " + modified;
    }

    private static Digest digest(SortedMap<String, String> files) {
        var text = new StringBuilder();
        files.forEach(
                (path, state) -> text.append(path).append(' ').append(state).append('\n'));
        return Digest.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Nanoseconds of the last change of the bytes. */
    static long modified(BasicFileAttributes attributes) {
        return attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    }
}
