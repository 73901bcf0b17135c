package org.gongshi.survey.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Durable moves, writes and removals of whole files. */
public final class Disk {
    private static final int BLOCK = 1 << 16;

    private Disk() {}

    /** Writes beside, syncs, then swaps: the file is the old one or the new one, never half of it. */
    public static void write(Path file, byte[] bytes) {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(beside);
            createPrivate(beside);
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            move(beside, file);
        } catch (IOException fault) {
            throw new StoreFault("文件无法写入：" + file, fault);
        }
    }

    /** An empty file that its owner alone may read; one that is there stays as it is. */
    public static void createPrivate(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    /** An atomic rename that is durable when it returns. */
    public static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        syncFolder(to.toAbsolutePath().getParent());
    }

    /** Brings a file's bytes to the disk. */
    public static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Brings a folder's entries to the disk. */
    public static void syncFolder(Path folder) throws IOException {
        // Windows cannot open a folder; there the file system orders the entry itself.
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Overwrites every byte in place, syncs and removes; a file that is gone already is fine. */
    public static void destroy(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long size = channel.size();
            for (long at = 0; at < size; at += BLOCK) {
                channel.write(ByteBuffer.allocate((int) Math.min(BLOCK, size - at)), at);
            }
            channel.force(true);
        }
        Files.delete(file);
        syncFolder(file.toAbsolutePath().getParent());
    }
}
