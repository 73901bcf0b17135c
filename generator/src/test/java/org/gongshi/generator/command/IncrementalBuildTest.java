package org.gongshi.generator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.gongshi.generator.seal.SiteFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build that takes over what did not change gives the bytes of a full build, release by release. */
class IncrementalBuildTest {
    private static final int EDITS = 25;

    @TempDir
    Path folder;

    private Path content;
    private ContentFixture fixture;
    private Path incremental;
    private Path full;
    private Path key;
    private Terminal terminal;
    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void write() throws IOException {
        content = folder.resolve("content");
        fixture = ContentFixture.valid(content);
        incremental = folder.resolve("incremental");
        full = folder.resolve("full");
        key = folder.resolve("site.key");
        PrivateFile.write(key, SiteFixture.KEY.toPem());
        terminal = new Terminal(folder, "2025-12-31");
        for (int i = 0; i < 40; i++) {
            lines.add(line(i, "文" + i));
        }
        archive();
    }

    @Test
    void random_edits_give_the_bytes_of_a_full_build() throws IOException {
        var random = new Random(20251231);
        long takenOver = 0;
        for (int edit = 0; edit < EDITS; edit++) {
            edit(random, edit);
            build(incremental);
            takenOver += terminal.out().contains("沿用上次的页面") ? 1 : 0;
            build(full, "--full");
            assertThat(terminal.out()).doesNotContain("沿用上次的页面");
            assertThat(files(incremental)).as("after edit " + edit).isEqualTo(files(full));
        }
        assertThat(takenOver).as("builds that took pages over").isGreaterThan(EDITS / 3);
        assertThat(terminal.run("verify", incremental)).as(terminal.out()).isZero();
    }

    @Test
    void without_a_change_nothing_is_done_and_the_same_is_told() throws IOException {
        build(incremental);
        FileTime before = Files.getLastModifiedTime(incremental.resolveSibling("incremental.releases/.last-build"));
        build(incremental, "--full");
        String told = withoutEffort(terminal.out());
        build(incremental);
        assertThat(terminal.out()).doesNotContain("最慢的模板");
        assertThat(withoutEffort(terminal.out())).isEqualTo(told).contains("内容没有变化，仍是第 1 次发布");
        assertThat(before).isNotNull();
    }

    @Test
    void a_damaged_page_is_made_anew_and_never_taken_over() throws IOException {
        build(incremental);
        build(full);
        Path page = incremental.resolve("archive/2015/r7/index.html");
        Files.writeString(page, Files.readString(page).replace("文7", "假7"));
        Files.setLastModifiedTime(
                page, FileTime.fromMillis(Files.getLastModifiedTime(page).toMillis() + 1000));
        lines.set(9, line(9, "改"));
        archive();
        build(incremental);
        build(full);
        assertThat(files(incremental)).isEqualTo(files(full));
        assertThat(Files.readString(incremental.resolve("archive/2015/r7/index.html")))
                .contains("文7");
    }

    @Test
    void a_report_that_did_not_change_is_not_printed_again_and_one_that_did_is() throws IOException {
        build(incremental);
        build(full, "--full");
        byte[] printed = Files.readAllBytes(pdf(incremental));
        fixture.write("notices/2025-12-09-n.md", "---\ntitle: 通知\ndate: 2025-12-05\n---\n\n内容\n");
        build(incremental);
        assertThat(terminal.out()).contains("沿用上次的 2 个");
        build(full, "--full");
        assertThat(files(incremental)).isEqualTo(files(full));
        assertThat(pdf(incremental)).hasBinaryContent(printed);
        fixture.change("site.yaml", "name: ", "name: 新");
        build(incremental);
        assertThat(terminal.out()).doesNotContain("沿用上次的 2 个");
        build(full, "--full");
        assertThat(files(incremental)).isEqualTo(files(full));
        assertThat(Files.readAllBytes(pdf(incremental))).isNotEqualTo(printed);
    }

    @Test
    void a_touched_print_is_never_taken_over() throws IOException {
        build(incremental);
        byte[] printed = Files.readAllBytes(pdf(incremental));
        Path pdf = pdf(incremental);
        byte[] damaged = printed.clone();
        damaged[damaged.length / 2] ^= 1;
        Files.write(pdf, damaged);
        Files.setLastModifiedTime(
                pdf, FileTime.fromMillis(Files.getLastModifiedTime(pdf).toMillis() + 1000));
        fixture.write("notices/2025-12-09-n.md", "---\ntitle: 通知\ndate: 2025-12-05\n---\n\n内容\n");
        build(incremental);
        assertThat(pdf(incremental)).hasBinaryContent(printed);
    }

    @Test
    void pages_only_leaves_documents_out_and_links_to_none() throws IOException {
        build(incremental, "--pages-only");
        assertThat(files(incremental).keySet()).noneMatch(path -> path.endsWith(".pdf") || path.endsWith(".xlsx"));
        assertThat(terminal.run("verify", incremental)).as(terminal.out()).isZero();
        try (Stream<Path> all = Files.walk(incremental.toRealPath())) {
            for (Path page : all.filter(one -> one.toString().endsWith(".html")).toList()) {
                assertThat(Files.readString(page)).doesNotContain(".pdf\"").doesNotContain(".xlsx\"");
            }
        }
        build(incremental);
        assertThat(pdf(incremental)).exists();
    }

    private static Path pdf(Path site) throws IOException {
        try (Stream<Path> all = Files.walk(site.toRealPath())) {
            return all.filter(one -> one.toString().endsWith(".pdf"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void a_broken_note_is_no_note() throws IOException {
        build(incremental);
        Path releases = folder.resolve("incremental.releases");
        Files.writeString(releases.resolve(".last-build"), "gongshi-build/1\nxx\n");
        Files.writeString(releases.resolve(".pages"), "\u0000", StandardOpenOption.APPEND);
        lines.set(3, line(3, "改"));
        archive();
        build(incremental);
        build(full);
        assertThat(Files.readString(incremental.resolve("archive/2015/r3/index.html")))
                .contains("改");
    }

    private void edit(Random random, int edit) throws IOException {
        int at = random.nextInt(lines.size());
        switch (random.nextInt(7)) {
            case 0 -> lines.set(at, lines.get(at).replace("\"body\":\"", "\"body\":\"改" + edit));
            case 1 -> lines.add(line(100 + edit, "新" + edit));
            case 2 -> lines.remove(at);
            case 3 -> Collections.swap(lines, 0, at);
            case 4 ->
                Files.writeString(
                        content.resolve("texts/about.md"), "\n\n第" + edit + "次修改。\n", StandardOpenOption.APPEND);
            case 5 ->
                fixture.write(
                        "notices/2025-12-0" + (1 + random.nextInt(9)) + "-n.md",
                        "---\ntitle: 通知" + edit + "\ndate: 2025-12-05\n---\n\n内容" + edit + "\n");
            default -> fixture.change("site.yaml", "phone: ", "phone: 0");
        }
        archive();
    }

    private void build(Path output, Object... more) {
        List<Object> arguments =
                new ArrayList<>(List.of("build", "--content", content, "--output", output, "--key", key));
        arguments.addAll(List.of(more));
        assertThat(terminal.run(arguments.toArray()))
                .as(terminal.out() + terminal.err())
                .isZero();
    }

    private static String withoutEffort(String told) {
        return told.lines()
                .filter(line -> !line.startsWith("最慢的模板") && !line.startsWith("PDF 与 XLSX"))
                .toList()
                .toString();
    }

    private static Map<String, String> files(Path site) throws IOException {
        Map<String, String> files = new TreeMap<>();
        Path root = site.toRealPath();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        root.relativize(file).toString(),
                        Digest.of(Files.readAllBytes(file)).hex());
            }
        }
        return files;
    }

    private void archive() throws IOException {
        Path file = Files.writeString(content.resolve("archive.ndjson"), String.join("", lines));
        Files.writeString(
                content.resolve("archive.yaml"),
                "body: 委员会\ndocument: 无\ndate: 2025-12-01\ndigest: " + Digest.of(Files.readAllBytes(file)) + "\n");
    }

    private static String line(int i, String body) {
        return "{\"id\":\"r" + i + "\",\"title\":\"第" + i + "号报告\",\"year\":2015,\"date\":\"2015-09-01\","
                + "\"score\":72.6,\"areas\":[{\"name\":\"甲\",\"score\":72.6}],"
                + "\"scores\":[{\"name\":\"一\",\"area\":\"甲\",\"weight\":60,\"score\":81},"
                + "{\"name\":\"二\",\"area\":\"甲\",\"weight\":40,\"score\":60}],\"body\":\"" + body + "\"}\n";
    }
}
