package org.gongshi.generator.document;

import com.jcraft.jzlib.Deflater;
import com.jcraft.jzlib.DeflaterOutputStream;
import com.jcraft.jzlib.GZIPException;
import com.jcraft.jzlib.JZlib;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Compression that gives the same bytes everywhere (固定压缩). The JDK's own leaves it to whichever zlib the system has, and their
 * results differ; this one is zlib's algorithm in Java (RFC 1951).
 */
final class Packing {
    private static final int LEVEL = 9;

    private Packing() {}

    /** With zlib's head and check sum (RFC 1950), as PDF files want it. */
    static byte[] zlib(byte[] bytes) {
        return packed(bytes, false);
    }

    /** Bare, as archives want it. */
    static byte[] raw(byte[] bytes) {
        return packed(bytes, true);
    }

    private static byte[] packed(byte[] bytes, boolean bare) {
        var out = new ByteArrayOutputStream(bytes.length / 2 + 64);
        try (var packing = new DeflaterOutputStream(out, deflater(bare))) {
            packing.write(bytes);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toByteArray();
    }

    private static Deflater deflater(boolean bare) throws GZIPException {
        return new Deflater(LEVEL, JZlib.MAX_WBITS, bare);
    }
}
