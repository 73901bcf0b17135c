package org.gongshi.generator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report may hold is printed so that {@code verify} finds it again, however its table breaks over lines and pages. */
class PrintedTablesTest {
    @TempDir
    private Path folder;

    @Test
    void cells_of_a_row_that_break_into_lines_are_found_in_the_print() {
        String cell = "部分学校课后服务收费公示不及时，家长反映强烈，需要限期整改并举一反三，建立长效机制。";
        ContentFixture content = ContentFixture.undecided(folder.resolve("content"));
        content.write(
                ContentFixture.FIRST + "/report.md",
                content.read(ContentFixture.FIRST + "/report.md") + "\n| 问题 | 措施 | 结果 |\n|---|---|---|\n"
                        + ("| " + cell + " | 甲" + cell + " | 乙" + cell + " |\n").repeat(5));
        content.decide();
        Terminal terminal = new Terminal(folder, "2025-12-31");
        Path site = folder.resolve("site");
        assertThat(terminal.run("build", "--content", folder.resolve("content"), "--output", site, "--quiet"))
                .as(terminal.out())
                .isZero();
        assertThat(terminal.run("verify", site)).as(terminal.out()).isZero();
    }
}
