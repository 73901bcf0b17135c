package org.gongshi.generator.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.gongshi.evaluation.picture.Picture;
import org.gongshi.evaluation.picture.PictureFault;
import org.gongshi.evaluation.picture.PictureFile;
import org.gongshi.evaluation.picture.PictureKind;

/**
 * A picture of the office becomes one that may be published (图片入库): whatever is no pixel is taken out, what its author cut away is
 * cut away, it stands upright, and it is no larger than a page needs. A picture that needs none of this keeps its pixels bit by bit.
 */
public final class PictureIntake {
    /** Pixels of the longest edge: twice the width of a page's text, for screens with small pixels. */
    static final int LONGEST_EDGE = 1_600;

    private static final float QUALITY = 0.85f;

    static {
        // Pictures are small enough for memory; a cache on disk would leave copies of them.
        ImageIO.setUseCache(false);
    }

    private PictureIntake() {}

    /**
     * Takes a picture in.
     *
     * @param framing what its author shows of it; where that does not turn it, it is turned as the camera says
     * @throws PictureFault when it cannot be shown
     */
    public static Picture take(byte[] bytes, Framing framing) throws PictureFault {
        PictureFile file = PictureFile.read(bytes);
        Picture picture = file.picture();
        Framing turn = framing.isTurned() ? framing : Framing.upright(file.orientation());
        if (framing.isCropped() && file.orientation() != 1) {
            // Programs do not agree which side is meant then, and what was cut away would come to light.
            throw new PictureFault("横竖由相机记下的照片又裁剪过", "请在图片程序中转正、裁好，再插入文档");
        }
        Rectangle region = region(picture, framing);
        int longest = Math.max(region.width, region.height);
        boolean same = !framing.isCropped() && !turn.isTurned() && longest <= LONGEST_EDGE;
        try {
            BufferedImage pixels = decoded(picture, region);
            boolean tooLarge = picture.kind() == PictureKind.JPEG && picture.size() > Picture.LARGEST;
            Picture taken = same && !tooLarge ? picture : encoded(drawn(pixels, turn, picture.kind()), picture.kind());
            if (taken.size() > Picture.LARGEST) {
                throw new PictureFault(
                        "图片有 " + taken.size() / 1_000 + " KB，超过 " + Picture.LARGEST / 1_000 + " KB",
                        "请在图片程序中另存为 JPEG（照片）或缩小，再插入文档");
            }
            return taken;
        } catch (IOException | RuntimeException unreadable) {
            throw new PictureFault("图片已损坏，无法显示", "请打开原图另存一份，再插入文档");
        }
    }

    private static Rectangle region(Picture picture, Framing framing) {
        int left = part(picture.width(), framing.left());
        int top = part(picture.height(), framing.top());
        return new Rectangle(
                left,
                top,
                Math.max(1, picture.width() - left - part(picture.width(), framing.right())),
                Math.max(1, picture.height() - top - part(picture.height(), framing.bottom())));
    }

    /** Rounded up: nothing that was cut away stays at the edge. */
    private static int part(int length, int share) {
        return (int) Math.min(length - 1L, ((long) length * share + Framing.ALL - 1) / Framing.ALL);
    }

    /** The pixels of a region, of a large picture only every second, third …, so that memory holds no more than is needed. */
    private static BufferedImage decoded(Picture picture, Rectangle region) throws IOException, PictureFault {
        String format = picture.kind() == PictureKind.PNG ? "png" : "jpeg";
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture.bytes()))) {
            reader.setInput(in, true, true);
            if (reader.getWidth(0) != picture.width() || reader.getHeight(0) != picture.height()) {
                throw new PictureFault("图片已损坏：大小前后不一", "请打开原图另存一份，再插入文档");
            }
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(region);
            int step = Math.max(1, Math.max(region.width, region.height) / (2 * LONGEST_EDGE));
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    /** Turned and shrunk; what is transparent stays so in a PNG. */
    private static BufferedImage drawn(BufferedImage pixels, Framing turn, PictureKind kind) {
        boolean across = turn.quarters() % 2 == 1;
        double scale = Math.min(1, (double) LONGEST_EDGE / Math.max(pixels.getWidth(), pixels.getHeight()));
        int width = Math.max(1, (int) Math.round(pixels.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(pixels.getHeight() * scale));
        BufferedImage drawn = new BufferedImage(
                across ? height : width,
                across ? width : height,
                kind == PictureKind.PNG ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        if (kind == PictureKind.JPEG) {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
        }
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform place = new AffineTransform();
        place.translate(drawn.getWidth() / 2.0, drawn.getHeight() / 2.0);
        place.quadrantRotate(turn.quarters());
        place.scale(turn.mirrored() ? -1 : 1, 1);
        place.translate(-width / 2.0, -height / 2.0);
        place.scale((double) width / pixels.getWidth(), (double) height / pixels.getHeight());
        graphics.drawImage(pixels, place, null);
        graphics.dispose();
        return drawn;
    }

    private static Picture encoded(BufferedImage pixels, PictureKind kind) throws IOException, PictureFault {
        var out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(kind == PictureKind.PNG ? "png" : "jpeg")
                .next();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (kind == PictureKind.JPEG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(pixels, null, null), param);
        } finally {
            writer.dispose();
        }
        return PictureFile.read(out.toByteArray()).picture();
    }
}
