package org.gongshi.generator.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.gongshi.evaluation.picture.Picture;
import org.gongshi.evaluation.picture.PictureFault;
import org.gongshi.evaluation.picture.PictureFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureIntakeTest {
    private static final int RED = 0xFE0000;
    private static final int BLUE = 0x0000FE;

    private static String plain(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Which of the two colours a place has, however much a codec changed it. */
    private static int colour(BufferedImage image, double x, double y) {
        int rgb = image.getRGB((int) (x * (image.getWidth() - 1)), (int) (y * (image.getHeight() - 1)));
        return (rgb >> 16 & 0xFF) > (rgb & 0xFF) ? RED : BLUE;
    }

    private static BufferedImage pixels(Picture picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.bytes()));
    }

    @Test
    void a_photograph_loses_everything_but_its_pixels_and_keeps_these_bit_by_bit() throws Exception {
        byte[] jpeg = Pictures.jpeg(320, 200);
        byte[] photographed = Pictures.photographed(jpeg, 1);
        assertThat(plain(photographed)).contains(Pictures.GPS);

        Picture taken = PictureIntake.take(photographed, Framing.WHOLE);

        assertThat(taken.bytes()).isEqualTo(jpeg);
        assertThat(plain(taken.bytes())).doesNotContain("40.8426", "Exif", "xap", "ICC", "Motion");
        assertThat(PictureFile.read(photographed).removed())
                .containsExactly("拍摄信息（EXIF）", "编辑信息（XMP）", "颜色配置文件", "作者和说明（IPTC）", "注释", "图片之后的多余字节");
        assertThat(PictureFile.read(taken.bytes()).removed()).isEmpty();
    }

    @Test
    void a_drawing_loses_its_text_chunks() throws Exception {
        byte[] png = Pictures.png(30, 20);
        assertThat(PictureIntake.take(Pictures.inscribed(png), Framing.WHOLE).bytes())
                .isEqualTo(png);
    }

    @Test
    void whatever_is_taken_gives_the_same_bytes_again() throws Exception {
        byte[] photographed = Pictures.photographed(Pictures.jpeg(2400, 1000), 6);
        Picture first = PictureIntake.take(photographed, Framing.WHOLE);
        assertThat(PictureIntake.take(photographed, Framing.WHOLE)).isEqualTo(first);
        assertThat(PictureIntake.take(first.bytes(), Framing.WHOLE)).isEqualTo(first);
        assertThat(first.height()).isEqualTo(PictureIntake.LONGEST_EDGE);
    }

    /** The left half is red; the numbers say where it must be found. */
    @ParameterizedTest
    @CsvSource({
        "1, 320, 200, 0.2, 0.5", "2, 320, 200, 0.8, 0.5", "3, 320, 200, 0.8, 0.5", "4, 320, 200, 0.2, 0.5",
        "5, 200, 320, 0.5, 0.2", "6, 200, 320, 0.5, 0.2", "7, 200, 320, 0.5, 0.8", "8, 200, 320, 0.5, 0.8"
    })
    void a_photograph_stands_as_the_camera_was_held(int orientation, int width, int height, double x, double y)
            throws Exception {
        Picture taken = PictureIntake.take(Pictures.photographed(Pictures.jpeg(320, 200), orientation), Framing.WHOLE);
        assertThat(taken.width()).isEqualTo(width);
        assertThat(taken.height()).isEqualTo(height);
        assertThat(colour(pixels(taken), x, y)).isEqualTo(RED);
        assertThat(colour(pixels(taken), 1 - x, 1 - y)).isEqualTo(BLUE);
    }

    @Test
    void what_an_author_cut_away_is_gone() throws Exception {
        Framing right = new Framing(50_000, 0, 0, 0, 0, false);
        for (byte[] bytes : new byte[][] {Pictures.png(301, 200), Pictures.jpeg(320, 200)}) {
            Picture taken = PictureIntake.take(bytes, right);
            assertThat(taken.width()).isIn(150, 160);
            assertThat(colour(pixels(taken), 0.1, 0.5)).isEqualTo(BLUE);
        }
    }

    @Test
    void a_cropped_photograph_whose_side_is_uncertain_is_refused() throws Exception {
        byte[] turned = Pictures.photographed(Pictures.jpeg(320, 200), 6);
        assertThatThrownBy(() -> PictureIntake.take(turned, new Framing(10_000, 0, 0, 0, 0, false)))
                .isInstanceOf(PictureFault.class)
                .hasMessageContaining("裁剪过");
    }

    @Test
    void a_head_that_promises_more_pixels_than_any_camera_takes_is_refused_before_anything_is_unfolded() {
        assertThatThrownBy(() -> PictureFile.read(Pictures.promised(50_000, 50_000)))
                .isInstanceOf(PictureFault.class)
                .hasMessageContaining("50000×50000");
        assertThatThrownBy(() -> PictureFile.read(Pictures.promised(-1, -1))).isInstanceOf(PictureFault.class);
        assertThatThrownBy(() -> PictureFile.read(Pictures.promised(3_000, 3_000)))
                .isInstanceOf(PictureFault.class)
                .hasMessageContaining("像素不全");
    }

    @Test
    void other_kinds_are_told_by_their_bytes() {
        for (String other : new String[] {"<svg xmlns='http://www.w3.org/2000/svg'/>", "<html>", "GIF89a", "", "BM"}) {
            assertThatThrownBy(() -> PictureFile.read(other.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(PictureFault.class)
                    .hasMessage("不是 PNG 或 JPEG 图片");
        }
    }

    /** Whatever is torn is refused or read as the picture that it still is; nothing else is thrown. */
    @Test
    void a_torn_picture_is_refused() throws Exception {
        for (byte[] whole : new byte[][] {Pictures.png(40, 30), Pictures.photographed(Pictures.jpeg(40, 30), 6)}) {
            int end = whole[0] == (byte) 0xFF ? whole.length - 30 : whole.length;
            for (int length = 0; length < end; length += 7) {
                byte[] torn = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> PictureFile.read(torn)).isInstanceOf(PictureFault.class);
            }
            for (int at = 0; at < whole.length; at += 5) {
                byte[] flipped = whole.clone();
                flipped[at] ^= 0x55;
                try {
                    PictureIntake.take(flipped, Framing.WHOLE);
                } catch (PictureFault refused) {
                    assertThat(refused.mend()).isNotBlank();
                }
            }
        }
    }
}
