package org.gongshi.evaluation.picture;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of pictures that a site shows (图片格式), told by their first bytes and never by a name. */
public enum PictureKind {
    /** ISO/IEC 15948: charts, maps, pictures of a screen. */
    PNG("png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}),
    /** ISO/IEC 10918: photographs. */
    JPEG("jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});

    private final String ending;
    private final byte[] first;

    PictureKind(String ending, byte[] first) {
        this.ending = ending;
        this.first = first;
    }

    /** The ending of its files' names, without the dot. */
    public String ending() {
        return ending;
    }

    /** The media type under which a server sends it. */
    public String mediaType() {
        return this == PNG ? "image/png" : "image/jpeg";
    }

    int signature() {
        return first.length;
    }

    /** The kind of a file by its first bytes; empty for any other kind. */
    public static Optional<PictureKind> of(byte[] bytes) {
        return Arrays.stream(values())
                .filter(kind -> bytes.length >= kind.first.length
                        && Arrays.equals(bytes, 0, kind.first.length, kind.first, 0, kind.first.length))
                .findFirst();
    }
}
