package org.gongshi.generator.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * An archive whose bytes depend on its content alone (可复现的 ZIP 文件): entries in the order of their names, one fixed time, pinned
 * compression. (APPNOTE.TXT 4.3; no entry reaches 4 GB.)
 */
final class PackedArchive {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final short VERSION = 20;
    private static final short UTF8_NAMES = 0x0800;
    private static final short DEFLATED = 8;
    /** 1 January 1980, the first day that the format knows. */
    private static final int FIRST_DAY = 0x00210000;

    private final ByteArrayOutputStream entries = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int count;

    private PackedArchive() {}

    /** The archive of these files. */
    static byte[] of(SortedMap<String, byte[]> files) {
        PackedArchive archive = new PackedArchive();
        files.forEach(archive::add);
        return archive.end();
    }

    /** What an archive holds. The list at its end is read, since not every program writes sizes in front of its entries. */
    static SortedMap<String, byte[]> unpacked(byte[] archive) throws IOException {
        Path file = Files.createTempFile("gongshi", ".zip");
        try {
            Files.write(file, archive);
            SortedMap<String, byte[]> files = new TreeMap<>();
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        files.put(entry.getName(), in.readAllBytes());
                    }
                }
            }
            return files;
        } finally {
            Files.delete(file);
        }
    }

    private void add(String name, byte[] bytes) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        byte[] packed = Packing.raw(bytes);
        int offset = entries.size();
        ByteBuffer common = block(26)
                .putShort(VERSION)
                .putShort(UTF8_NAMES)
                .putShort(DEFLATED)
                .putInt(FIRST_DAY)
                .putInt((int) crc(bytes))
                .putInt(packed.length)
                .putInt(bytes.length)
                .putShort((short) utf8.length)
                .putShort((short) 0);
        write(entries, block(4).putInt(LOCAL), common);
        entries.writeBytes(utf8);
        entries.writeBytes(packed);
        write(
                directory,
                block(6).putInt(CENTRAL).putShort(VERSION),
                common,
                block(14)
                        .putShort((short) 0)
                        .putShort((short) 0)
                        .putShort((short) 0)
                        .putInt(0)
                        .putInt(offset));
        directory.writeBytes(utf8);
        count++;
    }

    private byte[] end() {
        int offset = entries.size();
        entries.writeBytes(directory.toByteArray());
        write(
                entries,
                block(22)
                        .putInt(END)
                        .putInt(0)
                        .putShort((short) count)
                        .putShort((short) count)
                        .putInt(directory.size())
                        .putInt(offset)
                        .putShort((short) 0));
        return entries.toByteArray();
    }

    private static long crc(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private static ByteBuffer block(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void write(ByteArrayOutputStream out, ByteBuffer... blocks) {
        for (ByteBuffer block : blocks) {
            out.writeBytes(block.array());
        }
    }
}
