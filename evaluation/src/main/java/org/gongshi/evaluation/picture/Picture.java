package org.gongshi.evaluation.picture;

import java.util.Arrays;
import java.util.Objects;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.digest.Digest;

/**
 * A picture (图片) that holds its pixels and what is needed to draw them, and nothing else.
 *
 * @param width in pixels, 1 or more
 * @param height in pixels, 1 or more
 * @param bytes the whole file
 */
public record Picture(PictureKind kind, int width, int height, byte[] bytes) {
    /** Bytes of the largest picture of a report: what a phone loads in passing. */
    public static final int LARGEST = 1_000_000;
    /** Pixels of the longest edge of a picture of a report. */
    public static final int LONGEST_EDGE = 4_000;

    /** Hexadecimal digits of the digest in the name that the program gives. */
    private static final int NAMED = 16;

    public Picture {
        Objects.requireNonNull(kind, "kind");
        Require.that(width >= 1 && height >= 1, "a picture has pixels: ", width + "x" + height);
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Bytes of the file. */
    public int size() {
        return bytes.length;
    }

    /** The name that its content gives it: the beginning of its digest, and the ending of its kind. */
    public String name() {
        return Digest.of(bytes).hex().substring(0, NAMED) + "." + kind.ending();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture that && kind == that.kind && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return kind + " " + width + "×" + height;
    }
}
