package org.gongshi.survey.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gongshi.survey.release.WholeFile;
import org.gongshi.survey.store.StoreFault;

/**
 * Puts an accepted change into the content (写入改动), each file whole: first what no other file speaks of yet, such as the pictures of a
 * report, then the texts, and in the end what is no longer spoken of goes.
 */
final class ChangeWriter {
    private final Path root;

    ChangeWriter(Path root) {
        this.root = Objects.requireNonNull(root, "root");
    }

    void write(Map<String, ChangeJob.Change> changes) {
        Map<String, ChangeJob.Change> texts = new TreeMap<>();
        changes.forEach((name, change) -> {
            if (change.picture().isPresent()) {
                write(name, change);
            } else {
                texts.put(name, change);
            }
        });
        texts.forEach(this::write);
        changes.forEach((name, change) -> {
            if (change.after().isEmpty()) {
                remove(name);
            }
        });
    }

    private void write(String name, ChangeJob.Change change) {
        Path live = root.resolve(name);
        try {
            Files.createDirectories(live.getParent());
        } catch (IOException fault) {
            throw new StoreFault("目录无法建立：" + live.getParent(), fault);
        }
        change.after().ifPresent(bytes -> WholeFile.write(live, bytes));
    }

    private void remove(String name) {
        try {
            Files.deleteIfExists(root.resolve(name));
        } catch (IOException fault) {
            throw new StoreFault("文件无法删除：" + name, fault);
        }
    }
}
