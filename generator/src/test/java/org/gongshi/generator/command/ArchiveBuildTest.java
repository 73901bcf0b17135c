package org.gongshi.generator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveBuildTest {
    @TempDir
    Path folder;

    private Path content;
    private Path site;
    private Terminal terminal;

    @BeforeEach
    void write() throws IOException {
        content = folder.resolve("content");
        ContentFixture.valid(content);
        site = folder.resolve("public");
        terminal = new Terminal(folder, "2025-12-31");
    }

    @Test
    void every_report_has_its_page_and_lists_stay_small() throws IOException {
        archive(400, "## 题\\n\\n文<script>alert(1)</script> [x](javascript:alert(1))");
        assertThat(build()).as(terminal.out() + terminal.err()).isZero();
        assertThat(terminal.run("verify", site)).as(terminal.out()).isZero();
        for (int i = 0; i < 400; i++) {
            assertThat(site.resolve("archive/2015/r" + i + "/index.html")).exists();
        }
        String page = Files.readString(site.resolve("archive/2015/r7/index.html"));
        assertThat(page).contains("第7号报告", "72.60", "&lt;script&gt;").doesNotContain("<script>", "javascript:");
        assertThat(Files.readString(site.resolve("archive/2015/_3/index.html")))
                .contains("r399/index.html")
                .doesNotContain("r299/index.html");
        try (Stream<Path> pages = Files.walk(site.toRealPath())) {
            assertThat(pages.filter(path -> path.toString().endsWith(".html")))
                    .allSatisfy(path -> assertThat(Files.size(path)).isLessThan(60_000));
        }
        assertThat(Files.readString(site.resolve("archive/sitemap-1.xml"))).contains("/archive/2015/r399/");
        assertThat(Files.readString(site.resolve("index.html"))).contains("archive/index.html");
    }

    @Test
    void an_archive_that_is_not_the_decided_one_stops_the_build() throws IOException {
        archive(3, "文");
        Files.writeString(content.resolve("archive.ndjson"), line(9, "补"), java.nio.file.StandardOpenOption.APPEND);
        assertThat(build()).isEqualTo(1);
        assertThat(terminal.out()).contains("archive.ndjson", "摘要不符", "没有生成网站");
        assertThat(site).doesNotExist();
    }

    @Test
    void every_faulty_line_is_told_at_once() throws IOException {
        decide(line(1, "文") + line(1, "又") + line(2, "文").replace("72.6,", "99,") + "{}\n");
        assertThat(build()).isEqualTo(1);
        assertThat(terminal.out()).contains("archive.ndjson:2:0", "archive.ndjson:3:0", "archive.ndjson:4:0");
        assertThat(site).doesNotExist();
    }

    @Test
    void before_its_day_the_archive_is_not_opened() throws IOException {
        archive(3, "金丝雀CANARY-7f3a");
        assertThat(terminal.run("build", "--content", content, "--output", site, "--as-of", "2025-12-11"))
                .as(terminal.out())
                .isZero();
        assertThat(site.resolve("archive")).doesNotExist();
    }

    private int build() {
        return terminal.run("build", "--content", content, "--output", site);
    }

    private void archive(int count, String body) throws IOException {
        var lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append(line(i, body));
        }
        decide(lines.toString());
    }

    private void decide(String lines) throws IOException {
        Path file = Files.writeString(content.resolve("archive.ndjson"), lines);
        Files.write(
                content.resolve("archive.yaml"),
                List.of(
                        "body: 教育督导委员会",
                        "document: 云教督归〔2025〕1号",
                        "date: 2025-12-12",
                        "digest: " + Digest.of(Files.readAllBytes(file))));
    }

    private static String line(int i, String body) {
        return "{\"id\":\"r" + i + "\",\"title\":\"第" + i + "号报告\",\"year\":2015,\"date\":\"2015-09-01\","
                + "\"score\":72.6,\"areas\":[{\"name\":\"甲\",\"score\":72.6}],"
                + "\"scores\":[{\"name\":\"一\",\"area\":\"甲\",\"weight\":60,\"score\":81},"
                + "{\"name\":\"二\",\"area\":\"甲\",\"weight\":40,\"score\":60}],\"body\":\"" + body + "\"}\n";
    }
}
