package org.gongshi.generator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.gongshi.generator.seal.ManifestSeal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCommandTest {
    @TempDir
    Path home;

    @Test
    void a_new_key_is_its_owners_alone_and_shown_alike_from_both_files() throws IOException {
        Terminal terminal = new Terminal(home, "2026-01-01");
        assertThat(terminal.run("keys", "new")).as(terminal.err()).isZero();
        Path key = home.resolve("keys/site.key");
        if (key.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                    .isEqualTo("rw-------");
        }
        ManifestSeal seal = ManifestSeal.parse(Files.readString(key));
        assertThat(terminal.out()).contains(seal.publicKey().fingerprint().toString());
        assertThat(terminal.out()).doesNotContain("PRIVATE KEY");

        assertThat(terminal.run("keys", "show")).isZero();
        String shown = terminal.out();
        assertThat(shown)
                .contains(
                        seal.publicKey().fingerprint().toString(),
                        seal.publicKey().toPem());
        assertThat(terminal.run("keys", "show", home.resolve("keys/site.key.pub")))
                .isZero();
        assertThat(terminal.out()).isEqualTo(shown).doesNotContain("PRIVATE KEY");
    }

    @Test
    void an_existing_key_is_never_written_over() throws IOException {
        Terminal terminal = new Terminal(home, "2026-01-01");
        assertThat(terminal.run("keys", "new")).isZero();
        String before = Files.readString(home.resolve("keys/site.key"));
        assertThat(terminal.run("keys", "new")).isEqualTo(1);
        assertThat(terminal.err()).contains("已存在");
        assertThat(Files.readString(home.resolve("keys/site.key"))).isEqualTo(before);
    }

    @Test
    void what_is_no_key_is_said_in_one_line() throws IOException {
        Terminal terminal = new Terminal(home, "2026-01-01");
        Path text = Files.writeString(home.resolve("text"), "hello");
        assertThat(terminal.run("keys", "show", text)).isEqualTo(1);
        assertThat(terminal.err()).hasLineCount(1);
        assertThat(terminal.run("keys", "show", home.resolve("nothing"))).isEqualTo(1);
        assertThat(terminal.err()).hasLineCount(1).contains("keys new");
    }
}
