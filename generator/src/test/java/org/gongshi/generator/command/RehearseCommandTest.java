package org.gongshi.generator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearseCommandTest {
    @TempDir
    Path folder;

    @Test
    void a_site_is_built_and_verified_and_nothing_is_left_behind() throws IOException {
        List<Path> before = rehearsals();
        Terminal terminal = new Terminal(folder, "2026-01-01");
        assertThat(terminal.run("rehearse")).as(terminal.err()).isZero();
        assertThat(terminal.out()).contains("试生成成功");
        assertThat(terminal.err()).isEmpty();
        assertThat(rehearsals()).isEqualTo(before);
        assertThat(folder).isEmptyDirectory();
    }

    private static List<Path> rehearsals() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(one -> one.getFileName().toString().startsWith("gongshi-trial"))
                    .sorted()
                    .toList();
        }
    }
}
