package org.gongshi.evaluation.picture;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A picture file as it came, read part by part (图片文件): of the parts only those stay that are needed to draw it.
 *
 * @param picture without everything else
 * @param orientation how the camera was held, 1 to 8 as EXIF counts; 1 is upright
 * @param removed what else the file holds, in Chinese: place and time of the photograph, author, text, a small copy; none for a file
 *     that is nothing but a picture
 */
public record PictureFile(Picture picture, int orientation, List<String> removed) {
    /** More than any camera takes; less than a bomb unfolds to. */
    private static final long MOST_PIXELS = 40_000_000;

    public PictureFile {
        Objects.requireNonNull(picture, "picture");
        removed = removed.stream().distinct().toList();
    }

    /**
     * Reads a file of either kind.
     *
     * @throws PictureFault when it is of another kind, damaged, or larger than any picture
     */
    public static PictureFile read(byte[] bytes) throws PictureFault {
        Optional<PictureKind> kind = PictureKind.of(bytes);
        if (kind.isEmpty()) {
            throw new PictureFault("不是 PNG 或 JPEG 图片", "请在图片程序中另存为 PNG（图表、截屏）或 JPEG（照片），只改文件名不行");
        }
        return kind.get() == PictureKind.PNG ? new PngParts(bytes).read() : new JpegParts(bytes).read();
    }

    /** @throws PictureFault before anybody makes room for so many pixels */
    static void requireSize(long width, long height) throws PictureFault {
        if (width < 1 || height < 1) {
            throw PictureFault.damaged("没有宽或高");
        }
        if (width * height > MOST_PIXELS) {
            throw new PictureFault(
                    "图片有 " + width + "×" + height + " 像素，超过 " + MOST_PIXELS / 10_000 + " 万",
                    "请在图片程序中缩小，长边不超过 1600 像素即可");
        }
    }
}
