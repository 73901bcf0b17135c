package org.gongshi.generator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.gongshi.generator.document.OldPrint;
import org.gongshi.generator.document.PrintedText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldVersionsTest {
    @TempDir
    private Path folder;

    private ContentFixture content;
    private Terminal terminal;
    private Path site;

    @BeforeEach
    void publish() {
        content = ContentFixture.valid(folder.resolve("content"));
        terminal = new Terminal(folder, "2025-12-31");
        site = folder.resolve("site");
        assertThat(build()).isZero();
        slug = content.read("places.yaml")
                .lines()
                .dropWhile(line -> !line.contains("990200"))
                .filter(line -> line.contains("slug:"))
                .findFirst()
                .orElseThrow()
                .replaceAll(".*slug: ", "");
    }

    private String slug;

    @Test
    void a_release_without_corrections_says_so_and_keeps_nothing() throws IOException {
        assertThat(read("versions/index.html")).contains("没有因更正而替换的页面");
        assertThat(site.resolve("versions/0001")).doesNotExist();
    }

    @Test
    void the_page_before_a_correction_stays_readable_with_its_stamp() throws IOException {
        correct("录入错误");
        String old = read("versions/0001/2025/" + slug + "/index.html");
        assertThat(old)
                .contains("旧版，已更正", "82 → 83", "录入错误", "云教督更〔2025〕1号", "noindex", "【旧版】")
                .contains("href=\"../../../../2025/" + slug + "/index.html\">看现在的页面");
        assertThat(read("versions/0001/2025/index.html")).contains("旧版，已更正");
        assertThat(site.resolve("versions/0001/2025/" + slug + "/report/index.html"))
                .exists();
        assertThat(read("versions/index.html")).contains("0001/2025/" + slug + "/index.html", "录入错误");
        assertThat(read("corrections/index.html")).contains("versions/0001/2025/" + slug + "/index.html");
        assertThat(read("2025/" + slug + "/index.html")).contains("录入错误", "更正前的页面");
        assertThat(read("2025/versions/index.html")).contains("versions/0001/2025/" + slug + "/index.html");
        assertThat(read("sitemap.xml")).doesNotContain("/0001/");
        assertThat(terminal.run("verify", site)).isZero();
    }

    @Test
    void the_print_before_a_correction_stays_too_and_says_on_every_page_that_it_is_old() throws IOException {
        String name = "2025-" + slug + ".pdf";
        byte[] before = Files.readAllBytes(site.resolve("2025/" + slug + "/report/" + name));
        correct("录入错误");
        String folder = "versions/0001/2025/" + slug + "/report/";
        assertThat(read(folder + "index.html")).contains("href=\"" + name + "\"");
        byte[] old = Files.readAllBytes(site.resolve(folder + name));
        String current = "https://pingjia.example.cn/2025/" + slug + "/report/";
        assertThat(PrintedText.pages(old)).allMatch(page -> page.contains("历史版本") && page.contains(current));
        assertThat(PrintedText.spoken(old)).isEqualTo(PrintedText.spoken(before));
        assertThat(OldPrint.stamped(before, "历史版本", current)).isEqualTo(OldPrint.stamped(before, "历史版本", current));
        assertThat(terminal.run("verify", site)).as(terminal.out()).isZero();
    }

    @Test
    void no_link_of_an_old_page_is_dead() throws IOException {
        correct("录入错误");
        List<String> dead = new ArrayList<>();
        try (Stream<Path> files = Files.walk(site.resolve("versions/0001"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".html")).toList()) {
                Matcher link = Pattern.compile(" (?:href|src)=\"([^\"#:]+)(?:#[^\"]*)?\"")
                        .matcher(Files.readString(file));
                while (link.find()) {
                    if (!Files.exists(file.getParent().resolve(link.group(1)))) {
                        dead.add(file + " -> " + link.group(1));
                    }
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void old_pages_stay_through_later_releases_and_an_unchanged_build_changes_no_byte() throws IOException {
        correct("录入错误");
        byte[] old = Files.readAllBytes(site.resolve("versions/0001/2025/" + slug + "/index.html"));
        assertThat(build("--full")).isZero();
        assertThat(terminal.out()).contains("内容没有变化，仍是第 2 次发布");
        assertThat(build("--as-of", "2025-12-30")).isZero();
        assertThat(terminal.out()).contains("第 3 次发布");
        assertThat(site.resolve("versions/0001/2025/" + slug + "/index.html")).hasBinaryContent(old);
        assertThat(site.resolve("versions/0002")).doesNotExist();
    }

    @Test
    void a_page_with_personal_data_is_not_kept() throws IOException {
        Path page = site.toRealPath().resolve("2025/" + slug + "/index.html");
        Files.writeString(page, Files.readString(page).replace("</main>", "<p>13800138000</p></main>"));
        correct("去除个人信息");
        assertThat(site.resolve("versions/0001/2025/" + slug + "/index.html")).doesNotExist();
        assertThat(read("versions/index.html")).doesNotContain("0001/2025/" + slug + "/index.html");
    }

    private void correct(String reason) throws IOException {
        content.write(
                "corrections.yaml",
                "corrections:\n  - date: 2025-12-12\n    page: /2025/" + slug
                        + "/\n    old: \"82\"\n    new: \"83\"\n    reason: " + reason
                        + "\n    document: 云教督更〔2025〕1号\n");
        assertThat(build()).as(terminal.out()).isZero();
    }

    private String read(String path) throws IOException {
        return Files.readString(site.resolve(path), StandardCharsets.UTF_8);
    }

    private int build(String... more) {
        List<Object> all = new ArrayList<>(List.of("build", "--content", folder.resolve("content"), "--output", site));
        all.addAll(List.of(more));
        return terminal.run(all.toArray());
    }
}
