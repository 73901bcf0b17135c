package org.gongshi.survey.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RehearseCommandTest {
    private static final Path DEMO = Path.of("..", "content", "demo");

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();
    private final StringWriter out = new StringWriter();

    @Test
    void a_server_answers_on_every_page_and_leaves_nothing_behind() throws IOException {
        List<Path> before = rehearsals();
        assertThat(run(DEMO)).as(err.toString()).isZero();
        assertThat(out.toString()).contains("试启动成功");
        assertThat(rehearsals()).isEqualTo(before);
    }

    @Test
    void content_that_cannot_be_served_is_told_with_its_faults() throws IOException {
        List<Path> before = rehearsals();
        assertThat(run(folder)).isEqualTo(Desk.REFUSED);
        assertThat(err.toString()).startsWith("错误：").contains(folder.toString());
        assertThat(rehearsals()).isEqualTo(before);
    }

    private int run(Path content) {
        CommandLine line = SurveyCommand.line();
        line.setErr(new PrintWriter(err, true));
        line.setOut(new PrintWriter(out, true));
        return line.execute("rehearse", "--content", content.toString());
    }

    private static List<Path> rehearsals() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(one -> one.getFileName().toString().startsWith("gongshi-rehearsal"))
                    .sorted()
                    .toList();
        }
    }
}
