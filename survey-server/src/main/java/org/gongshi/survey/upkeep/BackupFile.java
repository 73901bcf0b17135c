package org.gongshi.survey.upkeep;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.access.SealedInput;
import org.gongshi.survey.access.SealedOutput;
import org.gongshi.survey.access.SecretFault;
import org.gongshi.survey.store.Disk;
import org.gongshi.survey.store.StoreFault;

/**
 * The form of a backup (备份文件): the files of a survey one after the other, each with name and length, encrypted and bound
 * together under a key that is derived from the row key. Nobody reads, changes, cuts or exchanges anything in it unseen.
 */
final class BackupFile {
    private static final int BUFFER = 1 << 16;
    private static final int MOST_FILES = 16;

    private final Path file;
    private final RowKey key;

    BackupFile(Path file, RowKey key) {
        this.file = file;
        this.key = key;
    }

    /** Writes the plain files of a folder; durable when it returns. */
    void write(List<Path> parts, SecureRandom random) throws IOException {
        Files.deleteIfExists(file);
        Disk.createPrivate(file);
        try (var out = new DataOutputStream(
                new SealedOutput(new BufferedOutputStream(Files.newOutputStream(file)), key, random))) {
            out.writeInt(parts.size());
            for (Path part : parts) {
                out.writeUTF(part.getFileName().toString());
                out.writeLong(Files.size(part));
                Files.copy(part, out);
            }
        }
        Disk.sync(file);
    }

    /**
     * Takes every file out into a folder; names are plain names, so nothing lands elsewhere.
     *
     * @throws SecretFault when the backup is cut, changed or another survey's
     */
    List<Path> readInto(Path folder) throws IOException {
        List<Path> parts = new ArrayList<>();
        try (var in = open()) {
            int count = count(in);
            for (int i = 0; i < count; i++) {
                Path part = folder.resolve(plainName(in.readUTF()));
                Disk.createPrivate(part);
                try (OutputStream out = Files.newOutputStream(part)) {
                    copy(in, out, in.readLong());
                }
                Disk.sync(part);
                parts.add(part);
            }
            requireEnd(in);
        }
        return parts;
    }

    /** Reads it from the first byte to the last; what was written must open again. */
    void verify() throws IOException {
        try (var in = open()) {
            int count = count(in);
            for (int i = 0; i < count; i++) {
                plainName(in.readUTF());
                copy(in, OutputStream.nullOutputStream(), in.readLong());
            }
            requireEnd(in);
        }
    }

    private DataInputStream open() throws IOException {
        InputStream bytes;
        try {
            bytes = new BufferedInputStream(Files.newInputStream(file));
        } catch (IOException absent) {
            throw new StoreFault("备份文件无法读取：" + file, absent);
        }
        try {
            return new DataInputStream(new SealedInput(bytes, key));
        } catch (SecretFault foreign) {
            bytes.close();
            throw foreign;
        }
    }

    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 1 || count > MOST_FILES) {
            throw new SecretFault("备份由另一版本的程序写成，无法读取");
        }
        return count;
    }

    private static String plainName(String name) {
        if (!name.matches("[a-z][a-z0-9-]*\\.[a-z]+")) {
            throw new SecretFault("备份中的文件名不合规");
        }
        return name;
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = length;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new SecretFault("备份文件不完整：末尾缺失");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    private static void requireEnd(InputStream in) throws IOException {
        if (in.read() >= 0) {
            throw new SecretFault("备份文件末尾有多余的内容");
        }
    }
}
