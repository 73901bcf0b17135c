package org.gongshi.generator.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongshi.generator.picture.Pictures;
import org.junit.jupiter.api.Test;

class FileScanTest {
    @Test
    void a_picture_is_read_part_by_part_so_that_pixels_that_look_like_a_mark_are_none() throws IOException {
        byte[] photograph = Pictures.jpeg(30, 20);
        assertThat(FileScan.of("a/b.jpg", Pictures.photographed(photograph, 6)))
                .isNotEmpty()
                .allMatch(datum -> datum.kind() == DatumKind.IMAGE_METADATA);
        assertThat(FileScan.of("a/b.png", Pictures.inscribed(Pictures.png(30, 20))))
                .isNotEmpty();
        var looking = new ByteArrayOutputStream();
        looking.write(photograph, 0, 2);
        looking.writeBytes(bytes("\u00ff\u00db\0\6tEXt"));
        looking.write(photograph, 2, photograph.length - 2);
        assertThat(FileScan.of("a/b.jpg", looking.toByteArray())).isEmpty();
    }

    @Test
    void finds_what_a_camera_and_a_program_left() throws IOException {
        assertThat(FileScan.of("a/b.jpg", bytes("\u00ff\u00d8..Exif\0\0MM.GPS")))
                .extracting(Datum::kind)
                .containsExactly(DatumKind.IMAGE_METADATA);
        assertThat(FileScan.of("a/b.JPG", bytes("\u00ff\u00d8\u00ff\u00dbpicture")))
                .isEmpty();
        assertThat(FileScan.of("r.pdf", bytes("1 0 obj << /Author (Zhang San) /Title (x) >>")))
                .containsExactly(new Datum(DatumKind.AUTHOR, "Zhang San"));
        assertThat(FileScan.of("r.pdf", bytes("1 0 obj << /Title (x) >>"))).isEmpty();
    }

    @Test
    void looks_into_workbooks() throws IOException {
        byte[] workbook = zip(
                "docProps/core.xml",
                "<cp:coreProperties><dc:creator>张三</dc:creator><cp:lastModifiedBy></cp:lastModifiedBy></cp:coreProperties>",
                "xl/sharedStrings.xml",
                "<t>13800138000</t>");
        assertThat(FileScan.of("data/x.xlsx", workbook))
                .containsExactlyInAnyOrder(
                        new Datum(DatumKind.AUTHOR, "张三"), new Datum(DatumKind.MOBILE, "13800138000"));
    }

    @Test
    void an_archive_that_unfolds_without_end_is_refused_in_time() throws IOException {
        byte[] bomb = zip("xl/a.xml", "0".repeat(FileScan.LARGEST_UNFOLDED + 1));
        assertThat(bomb.length).isLessThan(1_000_000);
        assertThatThrownBy(() -> FileScan.of("x.xlsx", bomb))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("展开");
    }

    @Test
    void a_message_hides_the_middle() {
        assertThat(new Datum(DatumKind.MOBILE, "13800138000").masked()).isEqualTo("138*****000");
        assertThat(new Datum(DatumKind.EMAIL, "a@b.cn").masked()).isEqualTo("a*****");
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }
}
