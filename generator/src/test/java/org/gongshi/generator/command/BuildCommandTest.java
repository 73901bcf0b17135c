package org.gongshi.generator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.gongshi.generator.seal.SiteFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildCommandTest {
    @TempDir
    Path folder;

    private ContentFixture content;
    private Path contentFolder;
    private Path site;
    private Path key;
    private Terminal terminal;

    @BeforeEach
    void write() throws IOException {
        contentFolder = folder.resolve("content");
        content = ContentFixture.valid(contentFolder);
        site = folder.resolve("site/public");
        key = Files.writeString(folder.resolve("site.key"), SiteFixture.KEY.toPem());
        terminal = new Terminal(folder, "2025-12-31");
    }

    @Test
    void builds_a_signed_site_that_verifies() {
        assertThat(build("--key", key)).as(terminal.out() + terminal.err()).isZero();
        assertThat(terminal.out())
                .contains(
                        "第 1 次发布",
                        "个页面",
                        SiteFixture.KEY.publicKey().fingerprint().toString());
        assertThat(terminal.run("verify", site)).as(terminal.out()).isZero();
        assertThat(terminal.out()).containsPattern("[1-9][0-9]{2,} 个数字与重算一致");
    }

    @Test
    void the_default_output_lies_in_the_home() {
        assertThat(terminal.run("build", "--content", contentFolder)).isZero();
        assertThat(folder.resolve("site/public/index.html")).exists();
        assertThat(terminal.run("verify")).isZero();
        assertThat(terminal.out()).contains("没有签名");
    }

    @Test
    void an_unchanged_content_adds_no_release_and_changes_no_byte() throws IOException {
        build("--key", key);
        Map<String, byte[]> before = files(site);
        assertThat(build("--key", key)).isZero();
        assertThat(terminal.out()).contains("内容没有变化，仍是第 1 次发布");
        assertThat(files(site)).containsExactlyEntriesOf(before);
        assertThat(build("--key", key, "--as-of", "2025-12-30")).isZero();
        assertThat(terminal.out()).contains("第 2 次发布", "截至 2025-12-30");
    }

    @Test
    void with_any_error_all_findings_are_told_and_nothing_is_written() throws IOException {
        content.change(ContentFixture.FIRST + "/report.md", "。", "！");
        content.change(ContentFixture.SECOND + "/report.md", "。", "！");
        assertThat(build()).isEqualTo(1);
        assertThat(terminal.out()).contains(ContentFixture.FIRST, ContentFixture.SECOND, "error:", "没有生成网站");
        try (Stream<Path> children = Files.list(folder)) {
            assertThat(children.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("content", "site.key");
        }
    }

    @Test
    void an_error_leaves_the_former_release() throws IOException {
        build("--key", key);
        Map<String, byte[]> before = files(site);
        content.change(ContentFixture.FIRST + "/report.md", "。", "！");
        assertThat(build("--key", key)).isEqualTo(1);
        assertThat(files(site)).containsExactlyEntriesOf(before);
    }

    @Test
    void a_folder_of_somebody_else_is_left_alone() throws IOException {
        Files.createDirectories(site);
        Files.writeString(site.resolve("mine.txt"), "mine");
        assertThat(build()).isEqualTo(1);
        assertThat(terminal.out()).contains("不是本程序生成的");
        assertThat(files(site)).containsOnlyKeys("mine.txt");
    }

    @Test
    void warns_without_a_key_and_of_a_key_that_others_can_read() throws IOException {
        build();
        assertThat(terminal.out()).contains("warning: 本次发布没有签名");
        if (key.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(key, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
            build("--key", key);
            assertThat(terminal.out()).contains("其他用户也能读取私钥").doesNotContain("没有签名");
        }
    }

    @Test
    void what_is_no_key_is_wrong_usage_and_nothing_is_written() throws IOException {
        assertThat(build("--key", folder.resolve("nothing"))).isEqualTo(64);
        assertThat(build("--key", Files.writeString(folder.resolve("text"), "hello")))
                .isEqualTo(64);
        assertThat(build("--as-of", "yesterday")).isEqualTo(64);
        assertThat(site).doesNotExist();
    }

    @Test
    void warns_of_a_release_that_is_expired_from_the_start() {
        terminal = new Terminal(folder, "2130-01-01");
        assertThat(build()).isZero();
        assertThat(terminal.out()).contains("过期");
        assertThat(terminal.run("verify", site)).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-01, 2025-12-01, 0",
        "2025-12-01, 2025-12-02, 1",
        "2025-12-05, 2025-12-08, 1",
        "2025-12-05, 2025-12-07, 0",
        "2025-12-01, 2025-12-29, 20",
        "2025-12-01, 2025-12-30, 21",
        "2025-12-02, 2025-12-01, 0",
    })
    void working_days_are_counted_without_weekends(LocalDate from, LocalDate to, long days) {
        assertThat(BuildWarnings.workingDays(from, to)).isEqualTo(days);
    }

    /** A figure changed in the downloads or pages, and everything sealed anew by the same key: only counting again finds it. */
    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "data/2025/scores.csv | ^(990100(?:,[^,]*){5},)([0-9.]+) | $199.5",
                "data/2025/grades.csv | ^(990100,[^,]*,)([0-9.]+) | $199.99",
                "data/2025/grades.csv | (,)合格(,合格,) | $1优秀$2",
                "data/2025/areas.csv | ^(990200,.*,)([0-9.]+,)([0-9.]+)\\r | $1$299.9\r",
                "data/2025/indicators.csv | ,23.34,false, | ,23.33,false,",
                "data/2025/indicators.csv | ,rate, | ,judged,",
                "data/2025/survey.csv | (,index,,)[0-9.]+,[0-9.]+, | $112.3,12.3,",
                "data/2025/problems.csv | \\n990[^\\n]* | ''",
                "data/2025/grades.csv | score_shown | shown",
                "data/2025/scores.csv | ,96,| ,9.6e1,",
                "2025/PLACE/index.json | \"score\" : [0-9.]+ | \"score\" : 99.5",
                "2025/PLACE/index.html | <data value=\"[0-9.]+\" | <data value=\"99.5\"",
                "2025/PLACE/index.html | (<tr id=\"weighted\">.*<b>)[0-9.]+ | $199.5",
                "2025/PLACE/index.html | <tr id=\"A1-01\" | <tr id=\"x\"",
                "index.html | <span class=\"score\">[0-9.]+ | <span class=\"score\">99.50",
                "index.html | <span class=\"word\">[合优][格秀]< | <span class=\"word\">不合格<",
                "2025/index.html | <span class=\"score\">[0-9.]+ | <span class=\"score\">99.50",
                "2025/index.html | <th scope=\"row\" class=\"place\"(.*)<data value=\"[0-9.]+\" | <th scope=\"row\" class=\"place\"$1<data value=\"99.5\"",
                "2025/index.html | </b>[合优][格秀]</span> | </b>不合格</span>",
                "2025/index.html | (?s)<a class=\"tile.*?</a> | ''",
                "regions/PLACE/index.html | <data value=\"[0-9.]+\" | <data value=\"99.5\"",
                "regions/PLACE/index.json | \"score\" : [0-9.]+ | \"score\" : 99.5",
                "index.json | \"score\" : [0-9.]+ | \"score\" : 99.5",
            })
    void a_number_that_was_changed_and_sealed_anew_is_counted_out(String path, String old, String with)
            throws IOException {
        build("--key", key);
        Map<String, byte[]> files = files(site);
        for (String seal : new String[] {"manifest.json", "key.pem", "chain.txt", "SHA256SUMS", "SHA256SUMS.ed25519"}) {
            files.remove(seal);
        }
        String file = path.replace("PLACE", slug());
        String before = new String(files.get(file), java.nio.charset.StandardCharsets.UTF_8);
        String after = java.util.regex.Pattern.compile(old, java.util.regex.Pattern.MULTILINE)
                .matcher(before)
                .replaceFirst(with);
        assertThat(after).as("the case fits the file:\n" + before).isNotEqualTo(before);
        files.put(file, SiteFixture.utf8(after));
        Path forged = folder.resolve("forged");
        SiteFixture.publish(forged, files, "2025-12-31", java.util.Optional.of(SiteFixture.KEY));
        assertThat(terminal.run("verify", forged)).as(terminal.out()).isEqualTo(9);
        assertThat(terminal.out()).contains("[9 数字不符]").doesNotContain("Exception");
    }

    private String slug() throws IOException {
        try (Stream<Path> places = Files.walk(site.toRealPath().resolve("2025"), 2)) {
            return places.filter(path -> path.endsWith("report"))
                    .map(path -> path.getParent().getFileName().toString())
                    .filter(name -> !name.equals("2025"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private int build(Object... more) {
        Object[] words = new Object[5 + more.length];
        Object[] first = {"build", "--content", contentFolder, "--output", site};
        System.arraycopy(first, 0, words, 0, first.length);
        System.arraycopy(more, 0, words, first.length, more.length);
        return terminal.run(words);
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> bytes = new TreeMap<>();
        Path root = folder.toRealPath();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.put(root.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return bytes;
    }
}
