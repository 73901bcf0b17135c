package org.gongshi.survey.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/** A file of 32 random bytes that only its owner may read. */
final class SecretFile {
    static final int BYTES = 32;
    private static final String MEND = "（把另存的副本拷回此处，仅本人可读；没有副本见 docs/survey-server.md“Keys”）";

    private SecretFile() {}

    /**
     * Reads the secret.
     *
     * @param what which key it is, in Chinese, for the message
     * @throws SecretFault when the file is absent or has another length
     */
    static byte[] read(Path file, String what) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length != BYTES) {
                throw new SecretFault(what + "的文件长度不对（应为 32 字节，现为 " + bytes.length + "）：" + file + MEND);
            }
            return bytes;
        } catch (NoSuchFileException missing) {
            throw new SecretFault("缺少" + what + "：" + file + MEND);
        } catch (IOException fault) {
            throw new SecretFault(what + "无法读取：" + file + "（检查运行程序的用户能否读它）");
        }
    }

    /** Makes the file, durable before it is used, and never over an existing one. */
    static byte[] create(Path file, SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (FileChannel channel = FileChannel.open(file, options, ownerOnly(folder))) {
                write(channel, ByteBuffer.wrap(bytes));
            }
            syncFolder(folder);
            return bytes;
        } catch (IOException fault) {
            throw new SecretFault("密钥文件无法写入：" + file);
        }
    }

    /** Overwrites the bytes, then removes the file; a file that is gone already is fine. */
    static void destroy(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                write(channel, ByteBuffer.allocate((int) channel.size()));
            }
            Files.delete(file);
            syncFolder(file.toAbsolutePath().getParent());
        } catch (IOException fault) {
            throw new UncheckedIOException("密钥文件无法销毁：" + file, fault);
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static void syncFolder(Path folder) throws IOException {
        // Windows cannot open a folder; there the file system orders the entry itself.
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
