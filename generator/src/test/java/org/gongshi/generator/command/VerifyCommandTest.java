package org.gongshi.generator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongshi.generator.seal.ManifestSeal;
import org.gongshi.generator.seal.SiteFixture;
import org.gongshi.generator.serve.StaticServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerifyCommandTest {
    private static final ManifestSeal OTHER_KEY = ManifestSeal.generate();

    @TempDir
    Path folder;

    private Path first;
    private Path site;
    private Path key;
    private Terminal terminal;

    /** Two releases of one site; {@code first} is a copy of what stood there before the second. */
    @BeforeEach
    void publish() throws IOException {
        Path output = folder.resolve("public");
        SiteFixture.publish(output, SiteFixture.files("一"), "2025-12-31", Optional.of(SiteFixture.KEY));
        first = copy(output, "first");
        SiteFixture.publish(output, SiteFixture.files("二"), "2026-01-31", Optional.of(SiteFixture.KEY));
        site = copy(output, "site");
        key = Files.writeString(
                folder.resolve("office.pub"), SiteFixture.KEY.publicKey().toPem());
        terminal = new Terminal(folder, "2026-03-01");
    }

    @Test
    void an_untouched_site_is_fine_with_and_without_the_key() {
        assertThat(terminal.run("verify", site)).as(terminal.out()).isZero();
        assertThat(terminal.out())
                .contains(
                        "核验通过",
                        "公钥取自网站自身",
                        SiteFixture.KEY.publicKey().fingerprint().toString());
        assertThat(terminal.run("verify", site, "--public-key", key)).isZero();
        assertThat(terminal.out()).doesNotContain("公钥取自网站自身");
        assertThat(terminal.run("verify", folder.resolve("public")))
                .as("through the link")
                .isZero();
    }

    /** What is done to the site, and the lowest code of what then is wrong with it. */
    static Stream<Arguments> tampering() {
        return Stream.of(
                tamper("a byte more", 2, site -> append(site.resolve("index.html"), "x")),
                tamper("a byte less", 2, site -> shorten(site.resolve("index.html"), 1)),
                tamper("a byte changed", 2, site -> flip(site.resolve("assets/site.css"))),
                tamper("a file emptied", 2, site -> write(site.resolve("2025/index.html"), "")),
                tamper(
                        "the manifest changed",
                        2,
                        site -> replace(site.resolve("manifest.json"), "2026-01-31", "2026-02-28")),
                tamper("the manifest no JSON", 2, site -> write(site.resolve("manifest.json"), "{")),
                tamper("a checksum changed", 2, site -> flip(site.resolve("SHA256SUMS"))),
                tamper(
                        "the checksums unsorted",
                        2,
                        site -> append(site.resolve("SHA256SUMS"), "0".repeat(64) + "  a\n")),
                tamper(
                        "the key changed",
                        2,
                        site -> write(
                                site.resolve("key.pem"), OTHER_KEY.publicKey().toPem())),
                tamper("a file removed", 3, site -> delete(site.resolve("index.html"))),
                tamper("the manifest removed", 3, site -> delete(site.resolve("manifest.json"))),
                tamper("the checksums removed", 3, site -> delete(site.resolve("SHA256SUMS"))),
                tamper("the signature removed", 3, site -> delete(site.resolve("SHA256SUMS.ed25519"))),
                tamper("the key removed", 3, site -> delete(site.resolve("key.pem"))),
                tamper("the chain removed", 3, site -> delete(site.resolve("chain.txt"))),
                tamper("a file replaced by a folder", 3, site -> {
                    delete(site.resolve("index.html"));
                    Files.createDirectory(site.resolve("index.html"));
                }),
                tamper("a file added", 4, site -> write(site.resolve("extra.html"), "x")),
                tamper("a hidden file added", 4, site -> write(site.resolve("2025/.htaccess"), "x")),
                tamper(
                        "a link added",
                        4,
                        site -> Files.createSymbolicLink(site.resolve("link"), Path.of("index.html"))),
                tamper("the signature cut", 5, site -> shorten(site.resolve("SHA256SUMS.ed25519"), 1)),
                tamper("the signature longer", 5, site -> append(site.resolve("SHA256SUMS.ed25519"), "\0")),
                tamper("the signature empty", 5, site -> write(site.resolve("SHA256SUMS.ed25519"), "")),
                tamper("the signature changed", 5, site -> flip(site.resolve("SHA256SUMS.ed25519"))),
                tamper(
                        "the last line of the chain changed",
                        6,
                        site -> replace(site.resolve("chain.txt"), "2 2026", "2 2027")),
                tamper(
                        "the first line of the chain changed",
                        6,
                        site -> replace(site.resolve("chain.txt"), "1 2025", "1 2024")),
                tamper("the last line of the chain removed", 6, site -> shorten(site.resolve("chain.txt"), 78)),
                tamper("the chain no chain", 6, site -> write(site.resolve("chain.txt"), "hello\n")),
                tamper(
                        "a release after this one",
                        7,
                        site -> append(site.resolve("chain.txt"), "3 2026-02-28 " + "0".repeat(64) + "\n")));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource("tampering")
    void tampering_is_found(String what, int code, Tampering tampering) throws IOException {
        tampering.apply(site);
        assertThat(terminal.run("verify", site, "--public-key", key))
                .as(terminal.out())
                .isEqualTo(code);
        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.out()).contains("[" + code + " ", "核验不通过");
        // The site's own key finds the same, save for an exchanged key.
        assertThat(terminal.run("verify", site)).as(terminal.out()).isEqualTo(code);
    }

    @Test
    void all_faults_are_told_and_the_lowest_code_counts() throws IOException {
        delete(site.resolve("index.html"));
        append(site.resolve("assets/site.css"), "x");
        write(site.resolve("extra.html"), "x");
        flip(site.resolve("SHA256SUMS.ed25519"));
        append(site.resolve("chain.txt"), "3 2026-02-28 " + "0".repeat(64) + "\n");
        assertThat(terminal.run("verify", site)).isEqualTo(2);
        assertThat(terminal.out()).contains("[2 ", "[3 ", "[4 ", "[5 ", "[7 ");
    }

    @Test
    void a_site_that_was_sealed_anew_by_another_is_told_by_the_office_key() {
        Path forged = folder.resolve("forged");
        SiteFixture.publish(forged, SiteFixture.files("二"), "2026-01-31", Optional.of(OTHER_KEY));
        assertThat(terminal.run("verify", forged)).as("it agrees with itself").isZero();
        assertThat(terminal.run("verify", forged, "--public-key", key)).isEqualTo(5);
    }

    @Test
    void an_unsigned_site_passes_with_a_word_unless_a_key_is_given() {
        Path unsigned = folder.resolve("unsigned");
        SiteFixture.publish(unsigned, SiteFixture.files("二"), "2026-01-31", Optional.empty());
        assertThat(terminal.run("verify", unsigned)).isZero();
        assertThat(terminal.out()).contains("没有签名");
        assertThat(terminal.run("verify", unsigned, "--public-key", key)).isEqualTo(5);
    }

    @Test
    void a_known_head_shows_a_rollback_and_a_rewritten_history() throws IOException {
        Path head = Files.copy(site.resolve("chain.txt"), folder.resolve("head.txt"));
        assertThat(terminal.run("verify", site, "--known-head", head)).isZero();
        assertThat(terminal.run("verify", first))
                .as("an old release agrees with itself")
                .isZero();
        assertThat(terminal.run("verify", first, "--known-head", head)).isEqualTo(7);
        assertThat(terminal.out()).contains("第 2 次发布").doesNotContain("[8 ");

        Path last = Files.writeString(
                folder.resolve("last.txt"), Files.readAllLines(head).get(1) + "\n");
        assertThat(terminal.run("verify", site, "--known-head", last)).isZero();
        assertThat(terminal.run("verify", first, "--known-head", last)).isEqualTo(7);

        Path rewritten = folder.resolve("rewritten");
        SiteFixture.publish(rewritten, SiteFixture.files("另"), "2025-12-31", Optional.of(SiteFixture.KEY));
        SiteFixture.publish(rewritten, SiteFixture.files("史"), "2026-01-31", Optional.of(SiteFixture.KEY));
        assertThat(terminal.run("verify", rewritten, "--known-head", head)).isEqualTo(6);
    }

    @Test
    void expires_the_day_after_its_last_day() {
        assertThat(new Terminal(folder, "2027-03-07").run("verify", site)).isZero();
        Terminal later = new Terminal(folder, "2027-03-08");
        assertThat(later.run("verify", site)).isEqualTo(8);
        assertThat(later.out()).contains("已于 2027-03-07 过期");
    }

    @Test
    void an_archive_is_verified_without_unpacking() throws IOException {
        assertThat(terminal.run("verify", zip(site, "", Map.of())))
                .as(terminal.out())
                .isZero();
        assertThat(terminal.run("verify", zip(site, "www/", Map.of())))
                .as(terminal.out())
                .isZero();
        write(site.resolve("extra.html"), "x");
        assertThat(terminal.run("verify", zip(site, "", Map.of()))).isEqualTo(4);
    }

    @Test
    void hostile_archives_are_findings() throws IOException {
        byte[] swollen = new byte[50_000_000];
        Map<String, byte[]> hostile = Map.of(
                "../../outside.html", new byte[] {1},
                "/etc/cron.d/x", new byte[] {1},
                "..\\x", new byte[] {1},
                "a\u001b[2Jb", new byte[] {1},
                "bomb.html", swollen);
        assertThat(terminal.run("verify", zip(site, "", hostile))).isEqualTo(4);
        assertThat(terminal.out())
                .contains("../../outside.html", "a\\u{1b}[2Jb", "bomb.html")
                .doesNotContain("\u001b");
        assertThat(folder.resolve("../outside.html")).doesNotExist();

        Path replaced = zip(site, "", Map.of());
        byte[] cut = Arrays.copyOf(Files.readAllBytes(replaced), 900);
        assertThat(terminal.run("verify", Files.write(folder.resolve("cut.zip"), cut)))
                .isEqualTo(2);
        assertThat(terminal.run("verify", Files.writeString(folder.resolve("text.zip"), "no archive")))
                .isEqualTo(2);
    }

    @Test
    void a_file_that_swells_beyond_its_listed_size_is_not_read_to_its_end() throws IOException {
        Files.write(site.resolve("index.html"), new byte[20_000_000]);
        assertThat(terminal.run("verify", zip(site, "", Map.of()))).isEqualTo(2);
        assertThat(terminal.out()).contains("index.html: 比列出的");
    }

    @Test
    void an_address_is_verified_except_for_extra_files() throws IOException {
        write(site.resolve("extra.html"), "x");
        try (StaticServer server = serve(site)) {
            String address = "http://127.0.0.1:" + server.port();
            assertThat(terminal.run("verify", address)).as(terminal.out()).isZero();
            assertThat(terminal.out()).contains("看不到多出的文件");
            assertThat(terminal.run("verify", address + "/index.html#top")).isZero();
            append(site.resolve("index.html"), "x");
            assertThat(terminal.run("verify", address)).isEqualTo(2);
            delete(site.resolve("index.html"));
            assertThat(terminal.run("verify", address)).isEqualTo(3);
        }
    }

    @Test
    void an_address_where_nobody_answers_is_a_finding() throws IOException {
        int port;
        try (StaticServer server = serve(site)) {
            port = server.port();
        }
        assertThat(terminal.run("verify", "http://127.0.0.1:" + port + "/")).isEqualTo(3);
        assertThat(terminal.out()).contains("无法连接");
    }

    @Test
    void what_is_no_site_at_all_is_wrong_usage_or_missing() throws IOException {
        assertThat(terminal.run("verify", folder.resolve("nowhere"))).isEqualTo(64);
        assertThat(terminal.run("verify", "http://")).isEqualTo(64);
        assertThat(terminal.run("verify", site, "--public-key", folder.resolve("nokey")))
                .isEqualTo(64);
        assertThat(terminal.run("verify", site, "--known-head", key)).isEqualTo(64);
        assertThat(terminal.run("verify", Files.createDirectory(folder.resolve("empty"))))
                .isEqualTo(3);
    }

    private static StaticServer serve(Path root) throws IOException {
        return StaticServer.start(root, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private Path copy(Path from, String name) throws IOException {
        Path root = from.toRealPath();
        Path to = folder.resolve(name);
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(root.relativize(file).toString()));
            }
        }
        return to;
    }

    private Path zip(Path from, String top, Map<String, byte[]> more) throws IOException {
        Path file = Files.createTempFile(folder, "site", ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
                Stream<Path> files = Files.walk(from)) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(top + from.relativize(path)));
                zip.write(Files.readAllBytes(path));
            }
            for (Map.Entry<String, byte[]> entry : more.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }

    /** Something done to a published site. */
    interface Tampering {
        void apply(Path site) throws IOException;
    }

    private static Arguments tamper(String what, int code, Tampering tampering) {
        return Arguments.of(what, code, tampering);
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, java.nio.file.StandardOpenOption.APPEND);
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void shorten(Path file, int bytes) throws IOException {
        byte[] all = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(all, all.length - bytes));
    }

    private static void flip(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        all[3] ^= 1;
        Files.write(file, all);
    }

    private static void replace(Path file, String old, String with) throws IOException {
        List<String> text = List.of(Files.readString(file));
        assertThat(text.get(0)).contains(old);
        Files.writeString(file, text.get(0).replace(old, with));
    }
}
