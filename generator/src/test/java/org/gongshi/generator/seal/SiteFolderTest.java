package org.gongshi.generator.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SiteFolderTest {
    private static final Optional<ManifestSeal> KEY = Optional.of(SiteFixture.KEY);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(FolderSwap.class)
    void a_changed_site_becomes_the_next_release_of_one_chain(FolderSwap swap) throws IOException {
        Path output = folder.resolve("public");
        Published first = SiteFixture.publish(output, SiteFixture.files("一"), "2025-12-31", KEY, swap);
        Published second = SiteFixture.publish(output, SiteFixture.files("二"), "2026-01-31", KEY, swap);
        Published third = SiteFixture.publish(output, SiteFixture.files("三"), "2026-01-31", KEY, swap);

        assertThat(first.fresh() && second.fresh() && third.fresh()).isTrue();
        assertThat(third.release().sequence()).isEqualTo(3);
        assertThat(third.previous()).contains(second.release());
        Head head = Head.read(output.toRealPath());
        assertThat(head.isIntact()).isTrue();
        assertThat(head.chain().links()).hasSize(3);
        assertThat(Files.readString(output.resolve("index.html"))).contains("三");
        assertThat(third.files()).isEqualTo(countFiles(output.toRealPath()));
        assertThat(third.bytes()).isEqualTo(countBytes(output.toRealPath()));
        assertThat(Files.isSymbolicLink(output)).isEqualTo(swap == FolderSwap.LINK);
        assertThat(Files.readString(
                        folder.resolve("public.releases").resolve(nameOf(first)).resolve("index.html")))
                .contains("一");
    }

    @ParameterizedTest
    @EnumSource(FolderSwap.class)
    void the_same_site_adds_no_release(FolderSwap swap) throws IOException {
        Path output = folder.resolve("public");
        SiteFixture.publish(output, SiteFixture.files("一"), "2025-12-31", KEY, swap);
        Map<String, String> before = snapshot(output);
        Published again = SiteFixture.publish(output, SiteFixture.files("一"), "2025-12-31", KEY, swap);
        assertThat(again.fresh()).isFalse();
        assertThat(again.release().sequence()).isEqualTo(1);
        assertThat(snapshot(output)).isEqualTo(before);
    }

    @Test
    void another_as_of_date_or_key_is_another_release() {
        Path output = folder.resolve("public");
        SiteFixture.publish(output, SiteFixture.files("一"), "2025-12-31", KEY);
        assertThat(SiteFixture.publish(output, SiteFixture.files("一"), "2026-01-01", KEY)
                        .release()
                        .sequence())
                .isEqualTo(2);
        assertThat(SiteFixture.publish(output, SiteFixture.files("一"), "2026-01-01", Optional.empty())
                        .release()
                        .sequence())
                .isEqualTo(3);
        assertThat(output.resolve("key.pem")).doesNotExist();
    }

    @Test
    void the_same_input_gives_the_same_bytes_elsewhere() throws IOException {
        for (String name : new String[] {"a", "b"}) {
            SiteFixture.publish(folder.resolve(name), SiteFixture.files("一"), "2025-12-31", KEY);
            SiteFixture.publish(folder.resolve(name), SiteFixture.files("二"), "2026-01-31", KEY);
        }
        assertThat(snapshot(folder.resolve("a"))).isEqualTo(snapshot(folder.resolve("b")));
    }

    @Test
    void a_damaged_release_is_written_anew_without_a_new_line_in_the_chain() throws IOException {
        Path output = folder.resolve("public");
        SiteFixture.publish(output, SiteFixture.files("一"), "2025-12-31", KEY);
        Map<String, String> before = snapshot(output);
        Files.writeString(output.resolve("index.html"), "defaced");
        Published again = SiteFixture.publish(output, SiteFixture.files("一"), "2025-12-31", KEY);
        assertThat(again.fresh()).isFalse();
        assertThat(snapshot(output)).isEqualTo(before);
    }

    @Test
    void an_empty_folder_may_become_the_public_folder() throws IOException {
        Path output = Files.createDirectory(folder.resolve("empty"));
        SiteFixture.publish(output, SiteFixture.files("一"), "2025-12-31", KEY);
        assertThat(output.resolve("index.html")).exists();
    }

    @Test
    void a_plain_copy_of_a_former_output_is_continued() throws IOException {
        Path output = folder.resolve("public");
        SiteFixture.publish(output, SiteFixture.files("一"), "2025-12-31", KEY);
        Path copy = folder.resolve("copy");
        try (Stream<Path> files = Files.walk(output.toRealPath())) {
            for (Path file : files.toList()) {
                Files.copy(
                        file, copy.resolve(output.toRealPath().relativize(file).toString()));
            }
        }
        Published next = SiteFixture.publish(copy, SiteFixture.files("二"), "2026-01-31", KEY);
        assertThat(next.release().sequence()).isEqualTo(2);
        assertThat(Files.readString(copy.resolve("index.html"))).contains("二");
    }

    @Test
    void a_removed_link_does_not_break_the_chain() throws IOException {
        Path output = folder.resolve("public");
        SiteFixture.publish(output, SiteFixture.files("一"), "2025-12-31", KEY);
        Files.delete(output);
        assertThat(SiteFixture.publish(output, SiteFixture.files("一"), "2025-12-31", KEY)
                        .fresh())
                .isFalse();
        Files.delete(output);
        assertThat(SiteFixture.publish(output, SiteFixture.files("二"), "2025-12-31", KEY)
                        .release()
                        .sequence())
                .isEqualTo(2);
    }

    @Test
    void leftovers_of_a_killed_run_are_taken_away() throws IOException {
        Path output = folder.resolve("public");
        Published first = SiteFixture.publish(output, SiteFixture.files("一"), "2025-12-31", KEY);
        Path releases = folder.resolve("public.releases");
        Files.createDirectories(releases.resolve(".staging/a/b"));
        Files.createSymbolicLink(releases.resolve(".staging-link"), Path.of("/"));
        Files.createDirectories(releases.resolve("0002-0123456789ab/x"));
        SiteFixture.publish(output, SiteFixture.files("一"), "2025-12-31", KEY);
        try (Stream<Path> children = Files.list(releases)) {
            assertThat(children.map(child -> child.getFileName().toString()))
                    .containsExactlyInAnyOrder(".lock", "published", nameOf(first));
        }
    }

    @Test
    void a_folder_with_other_files_is_refused_and_stays_as_it_is() throws IOException {
        Path output = Files.createDirectory(folder.resolve("home"));
        Files.writeString(output.resolve("thesis.txt"), "mine");
        assertThat(refusal(output)).contains("不是本程序生成的");
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile).map(Path::getFileName).map(Path::toString))
                    .containsExactly("thesis.txt");
        }
    }

    @Test
    void a_file_or_a_link_elsewhere_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        assertThat(refusal(file)).contains("是一个文件");
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), elsewhere);
        assertThat(refusal(link)).contains("指向别处");
        assertThat(refusal(Path.of("/"))).contains("根目录");
    }

    @Test
    void what_stands_in_the_place_of_a_folder_is_named_too() throws IOException {
        Path output = folder.resolve("public");
        SiteFixture.publish(output, SiteFixture.files("一"), "2025-12-31", KEY);
        Path year;
        try (Stream<Path> children = Files.list(output.toRealPath())) {
            year = children.filter(Files::isDirectory).findFirst().orElseThrow();
        }
        Path aside = Files.move(year, folder.resolve("aside"));
        Files.createSymbolicLink(year, aside);
        assertThat(refusal(output)).contains(year.getFileName().toString());
        Files.delete(year);
        Files.writeString(year, "x");
        assertThat(refusal(output)).contains(year.getFileName().toString());
    }

    @Test
    void a_file_added_by_hand_is_named_before_it_would_vanish() throws IOException {
        Path output = folder.resolve("public");
        SiteFixture.publish(output, SiteFixture.files("一"), "2025-12-31", KEY);
        Files.writeString(output.resolve("verification.html"), "x");
        assertThat(refusal(output)).contains("verification.html");
    }

    @Test
    void a_release_with_a_changed_manifest_or_chain_is_not_continued() throws IOException {
        for (String name : new String[] {"manifest.json", "SHA256SUMS", "chain.txt"}) {
            Path output = folder.resolve("public-" + name.length());
            SiteFixture.publish(output, SiteFixture.files("一"), "2025-12-31", KEY);
            SiteFixture.publish(output, SiteFixture.files("二"), "2026-01-31", KEY);
            Path file = output.resolve(name);
            Files.writeString(file, Files.readString(file).replaceFirst("[1-9]", "7"));
            assertThat(refusal(output)).as(name).contains("不能接在它后面发布");
        }
    }

    @Test
    void a_second_writer_is_kept_out() throws IOException {
        Path output = folder.resolve("public");
        try (SiteFolder held = ((SiteFolder.Opening.Ready) SiteFolder.open(output)).folder()) {
            assertThat(held.current()).isEmpty();
            assertThat(refusal(output)).contains("另一个进程");
        }
    }

    @Test
    void a_page_may_not_stand_where_the_seal_stands() throws IOException {
        try (SiteFolder open = ((SiteFolder.Opening.Ready) SiteFolder.open(folder.resolve("public"))).folder()) {
            ReleaseStage stage = open.stage();
            for (String path :
                    new String[] {"manifest.json", "key.pem", "chain.txt", "SHA256SUMS", "../x", "a/../../x"}) {
                assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> stage.add(path, new byte[0])))
                        .as(path)
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void a_citizen_checks_it_with_openssl_and_sha256sum_alone() throws Exception {
        assumeTrue(Programs.has("openssl") && Programs.has("sha256sum"), "openssl and sha256sum are not installed");
        Path output = folder.resolve("public");
        SiteFixture.publish(output, SiteFixture.files("一"), "2025-12-31", KEY);
        assertThat(Programs.run(
                        output,
                        "openssl",
                        "pkeyutl",
                        "-verify",
                        "-pubin",
                        "-inkey",
                        "key.pem",
                        "-rawin",
                        "-in",
                        "SHA256SUMS",
                        "-sigfile",
                        "SHA256SUMS.ed25519"))
                .contains("Successfully");
        Programs.run(output, "sha256sum", "-c", "--quiet", "--strict", "SHA256SUMS");
        String listed =
                Programs.run(output, "sh", "-c", "find . -type f | sed 's,^[.]/,,' | LC_ALL=C sort | xargs sha256sum");
        assertThat(listed.lines()
                        .filter(line -> SealPaths.isListed(line.substring(66)))
                        .toList())
                .isEqualTo(
                        Files.readString(output.resolve("SHA256SUMS")).lines().toList());
        String last = Programs.run(output, "sh", "-c", "tail -n 1 chain.txt");
        assertThat(Programs.run(output, "sha256sum", "SHA256SUMS"))
                .startsWith(last.strip().split(" ")[2]);

        Files.writeString(output.resolve("index.html"), "defaced");
        assertThat(Programs.tryToRun(output.toRealPath(), "sha256sum", "-c", "--quiet", "SHA256SUMS")
                        .exit())
                .isNotZero();
    }

    private static String refusal(Path output) throws IOException {
        SiteFolder.Opening opening = SiteFolder.open(output);
        assertThat(opening).isInstanceOf(SiteFolder.Opening.Refused.class);
        return ((SiteFolder.Opening.Refused) opening).finding().toLine();
    }

    private static String nameOf(Published published) {
        return String.format(
                "%04d-%s",
                published.release().sequence(),
                org.gongshi.evaluation.digest.Digest.of(
                                published.release().checksums().toBytes())
                        .hex()
                        .substring(0, 12));
    }

    private static long countFiles(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static long countBytes(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static Map<String, String> snapshot(Path output) throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        Path root = output.toRealPath();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.put(
                        root.relativize(file).toString(),
                        java.util.HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return bytes;
    }
}
