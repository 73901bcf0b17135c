package org.gongshi.evaluation.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A PNG file chunk by chunk (ISO/IEC 15948): every checksum holds, and the pixels unfold to exactly as many bytes as its head says. */
final class PngParts {
    private static final int FRAME = 12;
    private static final int HEAD = 13;
    private static final int BUFFER = 1 << 16;
    /** Chunks that change how the pixels look and can hold nothing else, with their largest length. */
    private static final Map<String, Integer> KEPT =
            Map.of("PLTE", 768, "tRNS", 256, "gAMA", 4, "cHRM", 32, "sRGB", 1, "sBIT", 4, "bKGD", 6, "pHYs", 9);

    private static final Map<String, String> KNOWN = Map.of(
            "eXIf", "拍摄信息（EXIF）",
            "tEXt", "文字说明",
            "zTXt", "文字说明",
            "iTXt", "文字说明（XMP）",
            "tIME", "修改时间",
            "iCCP", "颜色配置文件");

    /** Width and height of Adam7's passes: first column, first row, step across, step down. */
    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private final byte[] bytes;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<String> removed = new ArrayList<>();

    PngParts(byte[] bytes) {
        this.bytes = bytes;
    }

    /** One chunk: where its content lies. */
    private record Chunk(String type, int from, int length) {
        int end() {
            return from + length + 4;
        }
    }

    /** The first chunk. */
    private record Head(int width, int height, int bits, int colour, boolean interlaced) {
        int bitsPerPixel() {
            return bits * (colour == 2 ? 3 : colour == 4 ? 2 : colour == 6 ? 4 : 1);
        }

        /** Bytes of all rows, each with the byte that says how it is filtered. */
        long unfolded() {
            if (!interlaced) {
                return rows(width, height);
            }
            long all = 0;
            for (int[] pass : PASSES) {
                all += rows((width - pass[0] + pass[2] - 1) / pass[2], (height - pass[1] + pass[3] - 1) / pass[3]);
            }
            return all;
        }

        private long rows(long across, long down) {
            return across <= 0 || down <= 0 ? 0 : down * (1 + (across * bitsPerPixel() + 7) / 8);
        }
    }

    PictureFile read() throws PictureFault {
        int at = PictureKind.PNG.signature();
        out.write(bytes, 0, at);
        Chunk first = chunk(at);
        Head head = head(first);
        keep(first);
        at = first.end();
        var inflater = new Inflater();
        try {
            long unfolded = 0;
            Chunk chunk = first;
            while (!chunk.type().equals("IEND")) {
                chunk = chunk(at);
                at = chunk.end();
                if (chunk.type().equals("IDAT")) {
                    unfolded += pixels(chunk, inflater, head.unfolded() - unfolded);
                } else if (!chunk.type().equals("IEND")) {
                    other(chunk);
                }
            }
            if (!inflater.finished() || unfolded != head.unfolded()) {
                throw PictureFault.damaged("像素不全");
            }
            keep(chunk);
        } finally {
            inflater.end();
        }
        if (at < bytes.length) {
            removed.add("图片之后的多余字节");
        }
        return new PictureFile(
                new Picture(PictureKind.PNG, head.width(), head.height(), out.toByteArray()), 1, removed);
    }

    private Chunk chunk(int at) throws PictureFault {
        if (at < 0 || bytes.length - at < FRAME) {
            throw PictureFault.damaged("文件不全");
        }
        int length = ByteBuffer.wrap(bytes).getInt(at);
        if (length < 0 || length > bytes.length - at - FRAME) {
            throw PictureFault.damaged("文件不全");
        }
        var sum = new CRC32();
        sum.update(bytes, at + 4, length + 4);
        if ((int) sum.getValue() != ByteBuffer.wrap(bytes).getInt(at + 8 + length)) {
            throw PictureFault.damaged("校验和不符");
        }
        return new Chunk(new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1), at + 8, length);
    }

    private Head head(Chunk chunk) throws PictureFault {
        if (!chunk.type().equals("IHDR") || chunk.length() != HEAD) {
            throw PictureFault.damaged("缺少文件头");
        }
        ByteBuffer head = ByteBuffer.wrap(bytes, chunk.from(), HEAD);
        long width = Integer.toUnsignedLong(head.getInt());
        long height = Integer.toUnsignedLong(head.getInt());
        PictureFile.requireSize(width, height);
        int bits = head.get();
        int colour = head.get();
        boolean known = switch (colour) {
            case 0 -> Set.of(1, 2, 4, 8, 16).contains(bits);
            case 3 -> Set.of(1, 2, 4, 8).contains(bits);
            case 2, 4, 6 -> bits == 8 || bits == 16;
            default -> false;
        };
        int packing = head.get();
        int filter = head.get();
        int interlace = head.get();
        if (!known || packing != 0 || filter != 0 || interlace < 0 || interlace > 1) {
            throw PictureFault.damaged("文件头不合规范");
        }
        return new Head((int) width, (int) height, bits, colour, interlace == 1);
    }

    /** @return how many bytes the chunk unfolds to */
    private long pixels(Chunk chunk, Inflater inflater, long most) throws PictureFault {
        inflater.setInput(bytes, chunk.from(), chunk.length());
        byte[] buffer = new byte[BUFFER];
        long unfolded = 0;
        try {
            for (int count = inflater.inflate(buffer); count > 0; count = inflater.inflate(buffer)) {
                unfolded += count;
                if (unfolded > most) {
                    throw PictureFault.damaged("像素比文件头所说的多");
                }
            }
        } catch (DataFormatException fault) {
            throw PictureFault.damaged("像素无法展开");
        }
        int used = chunk.length() - (inflater.finished() ? inflater.getRemaining() : 0);
        if (used == chunk.length()) {
            keep(chunk);
        } else {
            removed.add("像素之后的多余字节");
            if (used > 0) {
                write("IDAT", chunk.from(), used);
            }
        }
        return unfolded;
    }

    private void other(Chunk chunk) throws PictureFault {
        Integer longest = KEPT.get(chunk.type());
        if (longest != null && chunk.length() <= longest) {
            keep(chunk);
        } else if (longest != null || Character.isUpperCase(chunk.type().charAt(0))) {
            throw PictureFault.damaged("不认识的部分");
        } else {
            removed.add(KNOWN.getOrDefault(chunk.type(), "附加数据 " + chunk.type().replaceAll("[^A-Za-z]", "?")));
        }
    }

    private void keep(Chunk chunk) {
        out.write(bytes, chunk.from() - 8, chunk.length() + FRAME);
    }

    private void write(String type, int from, int length) {
        byte[] named = new byte[length + 4];
        System.arraycopy(type.getBytes(StandardCharsets.ISO_8859_1), 0, named, 0, 4);
        System.arraycopy(bytes, from, named, 4, length);
        var sum = new CRC32();
        sum.update(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
        out.writeBytes(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
