package org.gongshi.survey.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A page that is the same for everybody but for the number of its form (预制页面): rendered once, and compressed once. Each
 * time the fresh number is put into its places; in the compressed form they are blocks of their own that are stored
 * (RFC 1951, 3.2.4), so that nothing around them refers to what they hold. Immutable.
 */
final class PreparedPage {
    private static final byte[] GZIP_HEAD = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    /** The last block: empty, with fixed codes. */
    private static final byte[] LAST_BLOCK = {3, 0};

    private static final int CHUNK = 8192;

    private final List<byte[]> plain = new ArrayList<>();
    private final List<byte[]> packed = new ArrayList<>();

    /**
     * @param page with the mark in every place of the number
     * @param mark ASCII characters that stand nowhere else on the page
     */
    PreparedPage(byte[] page, String mark) {
        byte[] wanted = mark.getBytes(StandardCharsets.US_ASCII);
        int from = 0;
        for (int at = indexOf(page, wanted, 0); at >= 0; at = indexOf(page, wanted, from)) {
            add(page, from, at);
            from = at + wanted.length;
        }
        add(page, from, page.length);
    }

    private void add(byte[] page, int from, int to) {
        byte[] part = Arrays.copyOfRange(page, from, to);
        plain.add(part);
        packed.add(pack(part));
    }

    /** The page with this number. */
    byte[] plain(String number) {
        byte[] digits = number.getBytes(StandardCharsets.US_ASCII);
        var bytes = new ByteArrayOutputStream(length(plain, digits.length));
        for (int part = 0; part < plain.size(); part++) {
            if (part > 0) {
                bytes.writeBytes(digits);
            }
            bytes.writeBytes(plain.get(part));
        }
        return bytes.toByteArray();
    }

    /** The same as a gzip file (RFC 1952). */
    byte[] gzip(String number) {
        byte[] digits = number.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        int length = 0;
        var bytes = new ByteArrayOutputStream(length(packed, digits.length + CHUNK / 256));
        bytes.writeBytes(GZIP_HEAD);
        for (int part = 0; part < plain.size(); part++) {
            if (part > 0) {
                bytes.write(0);
                little(bytes, digits.length, 2);
                little(bytes, ~digits.length, 2);
                bytes.writeBytes(digits);
                sum.update(digits);
                length += digits.length;
            }
            bytes.writeBytes(packed.get(part));
            sum.update(plain.get(part));
            length += plain.get(part).length;
        }
        bytes.writeBytes(LAST_BLOCK);
        little(bytes, sum.getValue(), 4);
        little(bytes, length, 4);
        return bytes.toByteArray();
    }

    private static int length(List<byte[]> parts, int between) {
        return GZIP_HEAD.length
                + parts.stream().mapToInt(part -> part.length + between).sum();
    }

    /** Blocks that end on a whole byte and are not the last. */
    private static byte[] pack(byte[] part) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(part);
        var packed = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int filled = chunk.length; filled == chunk.length; ) {
            filled = deflater.deflate(chunk, 0, chunk.length, Deflater.SYNC_FLUSH);
            packed.write(chunk, 0, filled);
        }
        deflater.end();
        return packed.toByteArray();
    }

    private static void little(ByteArrayOutputStream bytes, long number, int count) {
        for (int at = 0; at < count; at++) {
            bytes.write((int) (number >>> 8 * at));
        }
    }

    private static int indexOf(byte[] page, byte[] wanted, int from) {
        for (int at = from; at <= page.length - wanted.length; at++) {
            if (Arrays.equals(page, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}
