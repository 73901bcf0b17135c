package org.gongshi.generator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.gongshi.evaluation.picture.Picture;
import org.gongshi.evaluation.picture.PictureFile;
import org.gongshi.generator.picture.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A report's pictures on their way to the public: bound by the decisions, shown where the report shows them, and nothing else. */
class ReportPicturesTest {
    private static final String REPORT = ContentFixture.FIRST + "/report.md";
    private static final String FOLDER = ContentFixture.FIRST + "/pictures/";

    @TempDir
    private Path folder;

    private ContentFixture content;
    private Terminal terminal;

    @BeforeEach
    void write() {
        content = ContentFixture.undecided(folder.resolve("content"));
        terminal = new Terminal(folder, "2025-12-31");
    }

    private void show(String markdown) {
        content.write(REPORT, content.read(REPORT) + "\n" + markdown + "\n");
    }

    private int check() {
        return terminal.run("check", "--content", folder.resolve("content"));
    }

    private int build() {
        return terminal.run("build", "--content", folder.resolve("content"), "--output", folder.resolve("site"));
    }

    /** Every file of the site whose bytes are these. */
    private List<String> published(byte[] bytes) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("site").toRealPath())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> {
                        try {
                            return java.util.Arrays.equals(Files.readAllBytes(file), bytes);
                        } catch (IOException fault) {
                            throw new java.io.UncheckedIOException(fault);
                        }
                    })
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private String page() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("site").toRealPath())) {
            for (Path file :
                    files.filter(one -> one.endsWith("report/index.html")).toList()) {
                String html = Files.readString(file);
                if (html.contains("<img")) {
                    return html;
                }
            }
        }
        return "";
    }

    @Test
    void a_picture_is_published_under_its_digest_where_the_report_shows_it_and_nowhere_else() throws Exception {
        byte[] shown = Pictures.png(30, 20);
        byte[] kept = Pictures.png(31, 20);
        byte[] draft = Pictures.png(32, 20);
        content.write(FOLDER + "chart.png", shown);
        content.write(FOLDER + "unused.png", kept);
        content.write(ContentFixture.DRAFT + "/pictures/draft.png", draft);
        String report = ContentFixture.DRAFT + "/report.md";
        content.write(report, content.read(report) + "\n![草案](pictures/draft.png)\n");
        show("![得分 \"<图>\" {{加权分数}}](pictures/chart.png)\n\n图1 得分\n\n文中 ![小图](pictures/chart.png) 也行"
                + "\n\n![又一次](pictures/chart.png)\n\n- ![列表里](pictures/chart.png)\n\n  图2 列表\n");
        content.decide();

        assertThat(build()).as(terminal.out()).isZero();

        Picture picture = PictureFile.read(shown).picture();
        assertThat(published(shown)).containsExactly(picture.name());
        assertThat(published(kept)).isEmpty();
        assertThat(published(draft)).isEmpty();
        String alternative = "alt=\"得分 &quot;&lt;图&gt;&quot; [0-9.]+\"";
        assertThat(page())
                .containsPattern("<figure class=\"picture\"><img src=\"" + picture.name()
                        + "\" width=\"30\" height=\"20\" " + alternative
                        + " loading=\"lazy\" decoding=\"async\">\n<figcaption>图1 得分</figcaption>\n</figure>")
                .containsPattern("<figure class=\"picture\"><img [^>]*alt=\"又一次\"[^>]*>\\s*</figure>")
                .containsPattern("<img [^>]*alt=\"列表里\"[^>]*>\\s*<figcaption>图2 列表</figcaption>")
                .containsPattern("<p>文中 <img src=\"" + picture.name() + "\"[^>]*> 也行</p>");
        assertThat(Files.readString(folder.resolve("site/manifest.json"))).contains(picture.name());
        assertThat(terminal.run("verify", folder.resolve("site")))
                .as(terminal.out())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"changed", "added", "removed"})
    void whatever_happens_to_pictures_after_the_approval_sets_it_aside(String what) throws Exception {
        content.write(FOLDER + "a.png", Pictures.png(30, 20));
        show("![图](pictures/a.png)");
        content.decide();
        assertThat(check()).as(terminal.out()).isZero();
        switch (what) {
            case "changed" -> content.write(FOLDER + "a.png", Pictures.png(30, 21));
            case "added" -> content.write(FOLDER + "b.png", Pictures.png(30, 21));
            default -> Files.delete(content.path(FOLDER + "a.png"));
        }
        assertThat(build()).isEqualTo(1);
        assertThat(terminal.out()).contains("审定后被修改", "批准后被修改");
        assertThat(folder.resolve("site")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "![图](pictures/none.png) | report.md:14:1: error: 没有图片文件 pictures/none.png",
                "![图](pictures/../../990300/pictures/a.png) | error: 没有图片文件",
                "![](pictures/a.png) | error: 图片没有替代文字",
                "![图](https://a.example/x.png) | warning: 图片“https://a.example/x.png”不会显示",
                "![图](data:image/png;base64,AAAA) | 不会显示",
                "![图](//a.example/x.png) | 不会显示",
                "![图](/assets/x.png) | 不会显示",
                "没有图 | pictures/a.png:0:0: warning: 报告没有用到这张图片，不会公布",
                "![图](pictures/a.png) | warning: 报告有 1 张图片，程序看不出图中有没有人脸",
            })
    void the_text_is_held_against_the_pictures(String markdown, String told) throws Exception {
        content.write(FOLDER + "a.png", Pictures.png(30, 20));
        show(markdown);
        check();
        assertThat(terminal.out().replaceAll("report\\.md:[0-9]+", "report.md:14"))
                .contains(told);
    }

    @Test
    void a_person_is_asked_to_look_until_the_review() throws Exception {
        content.write(FOLDER + "a.png", Pictures.png(30, 20));
        show("![图](pictures/a.png)");
        content.decide();
        assertThat(check()).isZero();
        assertThat(terminal.out()).doesNotContain("人脸");
    }

    @Test
    void what_is_no_plain_picture_is_an_error_of_its_file() throws Exception {
        content.write(FOLDER + "place.jpg", Pictures.photographed(Pictures.jpeg(30, 20), 6));
        content.write(FOLDER + "page.png", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8));
        content.write(FOLDER + "named.png", Pictures.jpeg(30, 20));
        content.write(FOLDER + "wide.png", Pictures.png(4_001, 2));
        content.write(FOLDER + "bomb.png", Pictures.promised(50_000, 50_000));
        content.write(FOLDER + "heavy.jpg", heavy());
        content.write(FOLDER + "Vector.svg", "<svg/>".getBytes(StandardCharsets.UTF_8));
        assertThat(check()).isEqualTo(1);
        assertThat(terminal.out())
                .contains(
                        FOLDER + "place.jpg:0:0: error: 图片中还有图像以外的内容：拍摄信息（EXIF）",
                        FOLDER + "page.png:0:0: error: 不是 PNG 或 JPEG 图片",
                        FOLDER + "named.png:0:0: error: 文件其实是 JPEG",
                        FOLDER + "wide.png:0:0: error: 图片有 4001×2 像素",
                        FOLDER + "bomb.png:0:0: error: 图片有 50000×50000 像素",
                        FOLDER + "heavy.jpg:0:0: error: 图片有 ",
                        FOLDER + "Vector.svg:0:0: warning: 不认识的文件");
    }

    /** Tables may be repeated without an end. */
    private static byte[] heavy() throws IOException {
        byte[] jpeg = Pictures.jpeg(30, 20);
        var out = new java.io.ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        for (int i = 0; i < 250_000; i++) {
            out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xDD, 0, 4, 0, 0});
        }
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    @Test
    void more_pictures_than_a_reader_can_load_are_an_error() throws Exception {
        for (int number = 1; number <= 21; number++) {
            content.write(FOLDER + number + ".png", Pictures.png(number, 2));
        }
        assertThat(check()).isEqualTo(1);
        assertThat(terminal.out()).contains("图片共 21 张");
    }

    @Test
    void the_page_before_a_correction_keeps_its_picture() throws Exception {
        byte[] picture = Pictures.png(30, 20);
        content.write(FOLDER + "a.png", picture);
        show("![图](pictures/a.png)");
        content.decide();
        assertThat(build()).as(terminal.out()).isZero();
        String old = content.read(REPORT);
        Path shown = shown(PictureFile.read(picture).picture().name());
        String slug =
                folder.resolve("site").toRealPath().relativize(shown).getName(1).toString();

        content.write(REPORT, old.replace("![图](pictures/a.png)", ""));
        Files.delete(content.path(FOLDER + "a.png"));
        Files.delete(content.path(ContentFixture.FIRST + "/decisions.yaml"));
        Files.delete(content.path(ContentFixture.SECOND + "/decisions.yaml"));
        content.decide();
        content.write(
                "corrections.yaml",
                "corrections:\n  - date: 2025-12-12\n    page: /2025/" + slug
                        + "/\n    old: \"82\"\n    new: \"83\"\n    reason: 换图\n    document: 云教督更〔2025〕1号\n");
        assertThat(build()).as(terminal.out()).isZero();

        Path kept = shown(PictureFile.read(picture).picture().name());
        assertThat(kept.toString()).contains("versions");
        assertThat(kept).hasBinaryContent(picture);
        assertThat(Files.readString(kept.resolveSibling("index.html")))
                .contains("<img src=\"" + kept.getFileName() + "\"");
        assertThat(terminal.run("verify", folder.resolve("site")))
                .as(terminal.out())
                .isZero();
    }

    private Path shown(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("site").toRealPath())) {
            return files.filter(file -> file.getFileName().toString().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
