package org.gongshi.generator.command;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Waits for changes below a folder; what an editor does in several steps is one change. */
final class FolderWatch implements AutoCloseable {
    private static final long STILL_MILLIS = 150;

    private final Path root;
    private final WatchService watch;
    private final Set<Path> watched = new HashSet<>();

    FolderWatch(Path root) throws IOException {
        this.root = root;
        this.watch = root.getFileSystem().newWatchService();
        register();
    }

    /** Returns once something changed and nothing has changed for a moment. */
    void await() throws IOException, InterruptedException {
        WatchKey key = watch.take();
        while (key != null) {
            key.pollEvents();
            if (!key.reset()) {
                watched.remove((Path) key.watchable());
            }
            key = watch.poll(STILL_MILLIS, TimeUnit.MILLISECONDS);
        }
        register();
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }

    private void register() throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (watched.add(folder)) {
                    folder.register(watch, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
