package org.gongshi.evaluation.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A JPEG file segment by segment (ISO/IEC 10918-1): tables, frame and scans stay byte by byte; everything that cameras and programs
 * write beside them goes.
 */
final class JpegParts {
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;
    /** Tables of Huffman and quantization, the restart interval. */
    private static final Set<Integer> TABLES = Set.of(0xC4, 0xDB, 0xDD);
    /** Frames that every browser draws: baseline, extended, progressive. */
    private static final Set<Integer> FRAMES = Set.of(0xC0, 0xC1, 0xC2);

    private static final String JFIF = "JFIF\0";
    private static final String ADOBE = "Adobe";
    private static final String EXIF = "Exif\0\0";
    private static final int JFIF_LENGTH = 16;
    private static final int ADOBE_LENGTH = 14;

    private final byte[] bytes;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<String> removed = new ArrayList<>();

    JpegParts(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * What was seen so far.
     *
     * @param width 0 before the frame
     */
    private record Seen(int width, int height, int orientation, boolean scan) {}

    PictureFile read() throws PictureFault {
        marker(SOI);
        Seen seen = new Seen(0, 0, 1, false);
        int at = 2;
        while (true) {
            int start = at;
            at = pastFill(at);
            if (at - start > 1) {
                removed.add("填充字节");
            }
            int marker = at < bytes.length ? unsigned(at) : -1;
            at++;
            if (marker == EOI) {
                break;
            }
            int length = marker < 0 || at + 2 > bytes.length ? 0 : word(at);
            if (length < 2 || at + length > bytes.length) {
                throw PictureFault.damaged("文件不全");
            }
            seen = segment(marker, at, length, seen);
            at += length;
            if (marker == SOS) {
                int end = scanEnd(at);
                out.write(bytes, at, end - at);
                at = end;
            }
        }
        if (!seen.scan()) {
            throw PictureFault.damaged("没有像素");
        }
        marker(EOI);
        if (at < bytes.length) {
            removed.add("图片之后的多余字节");
        }
        return new PictureFile(
                new Picture(PictureKind.JPEG, seen.width(), seen.height(), out.toByteArray()),
                seen.orientation(),
                removed);
    }

    /** Past the byte, repeated or not, that begins a marker. */
    private int pastFill(int at) throws PictureFault {
        int next = at;
        while (next < bytes.length && unsigned(next) == 0xFF) {
            next++;
        }
        if (next == at) {
            throw PictureFault.damaged("各部分之间有多余的字节");
        }
        return next;
    }

    private Seen segment(int marker, int at, int length, Seen seen) throws PictureFault {
        if (FRAMES.contains(marker)) {
            keep(marker, at, length);
            return frame(at, length, seen);
        }
        if (marker == SOS) {
            if (seen.width() == 0) {
                throw PictureFault.damaged("没有宽或高");
            }
            keep(marker, at, length);
            return new Seen(seen.width(), seen.height(), seen.orientation(), true);
        }
        if (TABLES.contains(marker)) {
            keep(marker, at, length);
            return seen;
        }
        if (marker >= APP0 && marker <= APP15 || marker == COMMENT) {
            return beside(marker, at, length, seen);
        }
        throw new PictureFault("不常见的 JPEG 编码", "请在图片程序中另存为普通的 JPEG");
    }

    private Seen frame(int at, int length, Seen seen) throws PictureFault {
        if (length < 8 || seen.width() != 0) {
            throw PictureFault.damaged("文件头不合规范");
        }
        int height = word(at + 3);
        int width = word(at + 5);
        PictureFile.requireSize(width, height);
        int components = unsigned(at + 7);
        if (unsigned(at + 2) != 8 || components != 1 && components != 3) {
            throw new PictureFault("不是 8 位的灰度或 RGB 图片（印刷用的 CMYK 网页不能显示）", "请在图片程序中转为 RGB，另存为 JPEG");
        }
        return new Seen(width, height, seen.orientation(), false);
    }

    /** What programs write beside the picture; two of these segments say how its colours are meant. */
    private Seen beside(int marker, int at, int length, Seen seen) {
        if (marker == APP14 && length == ADOBE_LENGTH && begins(at, ADOBE)) {
            keep(marker, at, length);
            return seen;
        }
        if (marker == APP0 && length >= JFIF_LENGTH && begins(at, JFIF)) {
            jfif(at, length);
            return seen;
        }
        if (marker == APP1 && begins(at, EXIF)) {
            removed.add("拍摄信息（EXIF）");
            int turned = new ExifOrientation(bytes, at + 2 + EXIF.length(), at + length).read();
            return new Seen(seen.width(), seen.height(), turned, seen.scan());
        }
        removed.add(
                switch (marker) {
                    case COMMENT -> "注释";
                    case APP1 -> "编辑信息（XMP）";
                    case 0xE2 -> "颜色配置文件";
                    case 0xED -> "作者和说明（IPTC）";
                    default -> "附加数据 APP" + (marker - APP0);
                });
        return seen;
    }

    /** Its head alone, without the small copy that may follow. */
    private void jfif(int at, int length) {
        if (length == JFIF_LENGTH) {
            keep(APP0, at, length);
            return;
        }
        removed.add("缩略图");
        marker(APP0);
        out.write(0);
        out.write(JFIF_LENGTH);
        out.write(bytes, at + 2, JFIF_LENGTH - 4);
        out.write(0);
        out.write(0);
    }

    /** A scan goes on to the next marker; a byte of ones is followed by zero in it, or by the number of a restart. */
    private int scanEnd(int from) throws PictureFault {
        for (int at = from; at + 1 < bytes.length; at++) {
            int next = unsigned(at + 1);
            if (unsigned(at) == 0xFF && next != 0 && (next < 0xD0 || next > 0xD7)) {
                return at;
            }
        }
        throw PictureFault.damaged("文件不全");
    }

    private void keep(int marker, int at, int length) {
        marker(marker);
        out.write(bytes, at, length);
    }

    private void marker(int marker) {
        out.write(0xFF);
        out.write(marker);
    }

    private boolean begins(int at, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        return at + 2 + wanted.length <= bytes.length
                && new String(bytes, at + 2, wanted.length, StandardCharsets.ISO_8859_1).equals(text);
    }

    private int unsigned(int at) {
        return bytes[at] & 0xFF;
    }

    private int word(int at) {
        return unsigned(at) << 8 | unsigned(at + 1);
    }
}
