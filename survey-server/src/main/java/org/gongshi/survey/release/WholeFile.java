package org.gongshi.survey.release;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.gongshi.survey.store.StoreFault;

/** Writes a content file beside, syncs, then swaps it in: readers see the old one or the new one, never half of either. */
public final class WholeFile {
    private WholeFile() {}

    /** Permissions of a file that is there already stay as they are; content is no secret. */
    public static void write(Path file, byte[] bytes) {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(beside, bytes);
            if (Files.exists(file) && Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(file));
            }
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException fault) {
            throw new StoreFault("文件无法写入：" + file, fault);
        }
    }

    /** Keeps a file under another name; what is there under that name already is never replaced. */
    static void copy(Path file, Path other) {
        try {
            Files.copy(file, other);
        } catch (IOException fault) {
            throw new StoreFault("文件无法写入：" + other, fault);
        }
    }
}
