package org.gongshi.generator.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** One attempt to read a whole file of a source into memory. */
sealed interface Reading {
    /** No file of the seal or of the data grows beyond this: a manifest of 100,000 pages has 20 million bytes. */
    int LONGEST = 64_000_000;

    /** The bytes. */
    record Bytes(byte[] bytes) implements Reading {}

    /** No such file. */
    record Absent() implements Reading {}

    /** There, but too long or unreadable. */
    record Unreadable(String why) implements Reading {}

    static Reading of(SiteSource source, String path) {
        try {
            Optional<InputStream> opened = source.open(path);
            if (opened.isEmpty()) {
                return new Absent();
            }
            try (InputStream in = opened.get()) {
                byte[] bytes = in.readNBytes(LONGEST + 1);
                return bytes.length > LONGEST ? new Unreadable("超过 " + LONGEST + " 字节") : new Bytes(bytes);
            }
        } catch (IOException fault) {
            return new Unreadable("无法读取：" + Reasons.of(fault));
        }
    }
}
