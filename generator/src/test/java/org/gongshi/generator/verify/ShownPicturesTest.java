package org.gongshi.generator.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gongshi.evaluation.picture.PictureFile;
import org.gongshi.generator.picture.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody with the office's own key may do to pictures, every digest in order, gives itself away. */
class ShownPicturesTest {
    private static final String FOLDER = "2025/qingzhou/report/";

    @TempDir
    private Path site;

    private String name;

    @BeforeEach
    void write() throws Exception {
        byte[] picture = Pictures.png(30, 20);
        name = PictureFile.read(picture).picture().name();
        Files.createDirectories(site.resolve(FOLDER));
        Files.write(site.resolve(FOLDER + name), picture);
        page("<img src=\"" + name + "\" width=\"30\" height=\"20\" alt=\"图\" loading=\"lazy\" />");
    }

    private void page(String image) throws IOException {
        Files.writeString(site.resolve(FOLDER + "index.html"), "<!DOCTYPE html><p>文 " + image + "</p>");
    }

    private List<String> faults() throws IOException {
        Set<String> paths = new TreeSet<>();
        try (Stream<Path> files = Files.walk(site)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> paths.add(site.relativize(file).toString()));
        }
        var recount = new Recount();
        try (SiteSource source = new FolderSource(site)) {
            new ShownPictures(source, recount).check(paths);
        }
        return recount.faults().stream().map(Fault::toString).toList();
    }

    @Test
    void pictures_as_they_were_published_are_in_order() throws Exception {
        assertThat(faults()).isEmpty();
    }

    @Test
    void another_picture_under_the_old_name_is_found() throws Exception {
        Files.write(site.resolve(FOLDER + name), Pictures.png(30, 20, 1));
        assertThat(faults()).singleElement().asString().contains("文件名应为 ");
    }

    @Test
    void a_picture_that_nobody_shows_is_found() throws Exception {
        byte[] other = Pictures.jpeg(9, 9);
        String path = "2025/" + PictureFile.read(other).picture().name();
        Files.write(site.resolve(path), other);
        assertThat(faults()).singleElement().asString().contains("没有报告显示这张图片");
    }

    @Test
    void what_is_hidden_in_a_picture_or_no_picture_at_all_is_found() throws Exception {
        Files.write(site.resolve(FOLDER + name), Pictures.inscribed(Pictures.png(30, 20)));
        assertThat(faults()).singleElement().asString().contains("除了图像还有");
        Files.writeString(site.resolve(FOLDER + name), "<svg onload='alert(1)'/>");
        assertThat(faults()).anyMatch(fault -> fault.contains("不是 PNG 或 JPEG"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "src='gone.png' width='30' height='20' alt='图' | 显示的图片不在网站上",
                "src='https://a.example/x.png' width='30' height='20' alt='图' | 显示的图片不在网站上",
                "src='data:image/png;base64,AAAA' width='30' height='20' alt='图' | 显示的图片不在网站上",
                "src='NAME' width='300' height='20' alt='图' | 公布的是 300，重算为 30",
                "src='NAME' width='30' height='20' alt='' | 没有替代文字",
                "src='NAME' width='30' height='20' | 没有替代文字"
            })
    void a_page_that_shows_a_picture_otherwise_is_found(String attributes, String told) throws Exception {
        page("<img " + attributes.replace('\'', '"').replace("NAME", name) + " />");
        assertThat(faults()).anyMatch(fault -> fault.contains(told));
    }
}
