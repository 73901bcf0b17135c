package org.gongshi.generator.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gongshi.generator.seal.SealPaths;

/** A site in a folder. No link inside it is followed, and only plain files are opened. */
public final class FolderSource implements SiteSource {
    private final Map<String, Path> files = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();

    /** @param folder may itself be a link, as the public folder is */
    public FolderSource(Path folder) throws IOException {
        Path root = folder.toRealPath();
        Files.walkFileTree(root, new Walk(root));
    }

    /** Knows of certain files alone, and looks at no other: those of the paths that lie there. */
    public FolderSource(Path folder, Collection<String> paths) throws IOException {
        Path root = folder.toRealPath();
        for (String path : paths) {
            Path file = root.resolve(path);
            if (SealPaths.isSafe(path) && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                take(path, file, Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
            }
        }
    }

    /** Takes every file; a folder in which nothing lies was made by nobody who publishes. */
    private final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        /** Whether something was met since the last folder was entered. */
        private boolean met;

        Walk(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            met = folder.equals(root);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            met = true;
            take(path(file), file, attributes);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException fault) {
            met = true;
            faults.add(new Fault(FaultKind.MISSING, path(file), "无法读取"));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException fault) {
            if (fault != null) {
                faults.add(new Fault(FaultKind.MISSING, path(folder), "无法读取"));
            } else if (!met) {
                faults.add(new Fault(FaultKind.EXTRA, path(folder), "空文件夹"));
            }
            met = true;
            return FileVisitResult.CONTINUE;
        }

        private String path(Path file) {
            return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        }
    }

    private void take(String path, Path file, BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            faults.add(new Fault(FaultKind.EXTRA, path, "符号链接，未跟随"));
        } else if (!attributes.isRegularFile()) {
            faults.add(new Fault(FaultKind.EXTRA, path, "不是普通文件"));
        } else if (!SealPaths.isSafe(path)) {
            faults.add(new Fault(FaultKind.EXTRA, path, "不允许的文件名"));
        } else {
            files.put(path, file);
        }
    }

    @Override
    public Listing listing() {
        return new Listing.Known(new TreeSet<>(files.keySet()), faults);
    }

    @Override
    public Optional<InputStream> open(String path) throws IOException {
        Path file = files.get(path);
        return file == null ? Optional.empty() : Optional.of(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS));
    }

    @Override
    public void close() {
        files.clear();
    }
}
