package org.gongshi.generator.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures made for tests: left half red, right half blue, and what cameras and programs write beside them. */
public final class Pictures {
    public static final String GPS = "40.8426N 111.7492E";

    private Pictures() {}

    public static byte[] png(int width, int height) throws IOException {
        return png(width, height, 0);
    }

    /** @param shift by how many pixels the middle lies beside it */
    public static byte[] png(int width, int height, int shift) throws IOException {
        return encoded(width, height, shift, "png");
    }

    public static byte[] jpeg(int width, int height) throws IOException {
        return encoded(width, height, 0, "jpeg");
    }

    private static byte[] encoded(int width, int height, int shift, String format) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        int middle = width / 2 + shift;
        graphics.fillRect(0, 0, middle, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(middle, 0, width, height);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** With a position, a remark, a small copy and something behind the end, as telephones write them. */
    public static byte[] photographed(byte[] jpeg, int orientation) {
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        segment(out, 0xE1, exif(orientation));
        segment(
                out,
                0xE1,
                ("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + GPS + "</x:xmpmeta>").getBytes(StandardCharsets.UTF_8));
        segment(out, 0xE2, ("ICC_PROFILE\0" + GPS).getBytes(StandardCharsets.UTF_8));
        segment(out, 0xED, ("Photoshop 3.0\0" + GPS).getBytes(StandardCharsets.UTF_8));
        segment(out, 0xFE, ("张三 " + GPS).getBytes(StandardCharsets.UTF_8));
        out.write(jpeg, 2, jpeg.length - 2);
        out.writeBytes(("MotionPhoto" + GPS).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static byte[] exif(int orientation) {
        byte[] place = GPS.getBytes(StandardCharsets.UTF_8);
        ByteBuffer tiff = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + place.length);
        tiff.put("Exif\0\0".getBytes(StandardCharsets.UTF_8));
        tiff.put("MM\0*".getBytes(StandardCharsets.UTF_8)).putInt(8);
        tiff.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        tiff.putShort((short) orientation).putShort((short) 0).putInt(0).put(place);
        return tiff.array();
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
        out.write(0xFF);
        out.write(marker);
        out.write((content.length + 2) >> 8);
        out.write(content.length + 2);
        out.writeBytes(content);
    }

    /** With a text before its pixels. */
    public static byte[] inscribed(byte[] png) {
        int head = 8 + 25;
        var out = new ByteArrayOutputStream();
        out.write(png, 0, head);
        out.writeBytes(chunk("tEXt", ("Comment\0" + GPS).getBytes(StandardCharsets.UTF_8)));
        out.writeBytes(chunk("eXIf", exif(1)));
        out.write(png, head, png.length - head);
        return out.toByteArray();
    }

    /** Nothing but a head that promises so many pixels, and an end. */
    public static byte[] promised(int width, int height) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        out.writeBytes(chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) 8)
                        .array()));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte[] content) {
        byte[] named = ByteBuffer.allocate(4 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
        var sum = new CRC32();
        sum.update(named);
        return ByteBuffer.allocate(8 + named.length)
                .putInt(content.length)
                .put(named)
                .putInt((int) sum.getValue())
                .array();
    }
}
