package org.gongshi.generator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
    @TempDir
    Path folder;

    @Test
    void tells_pages_and_figures_that_differ() throws IOException {
        Path content = folder.resolve("content");
        ContentFixture.valid(content);
        Terminal terminal = new Terminal(folder, "2025-12-31");
        Path old = folder.resolve("old");
        Path now = folder.resolve("now");
        assertThat(terminal.run("build", "--content", content, "--output", old))
                .as(terminal.out())
                .isZero();
        Files.writeString(
                content.resolve("notices/2025-12-02-new.md"), "---\ntitle: 新<通知>\ndate: 2025-12-02\n---\n\n内容\n");
        assertThat(terminal.run("build", "--content", content, "--output", now))
                .as(terminal.out())
                .isZero();
        assertThat(terminal.run("diff", old, old)).isZero();
        assertThat(terminal.out()).isEqualToIgnoringNewLines("没有变化");
        Path html = folder.resolve("diff.html");
        Path grades = now.toRealPath().resolve("data/2025/grades.csv");
        Files.writeString(grades, Files.readString(grades).replaceFirst("优秀|合格", "不合格"));
        Files.delete(now.toRealPath().resolve("SHA256SUMS"));
        assertThat(terminal.run("diff", old, now, "--html", html)).isZero();
        assertThat(terminal.out())
                .contains(
                        "新页面 notices/2025-12-02-new/index.html",
                        "改动页面 notices/index.html",
                        "等级 data/2025/grades.csv",
                        "→ 不合格");
        assertThat(Files.readString(html)).contains("<h1>版本比较</h1>", "不合格").doesNotContain("<script");
    }

    @Test
    void pages_that_only_speak_of_another_day_are_counted_and_not_listed() throws IOException {
        Path content = folder.resolve("content");
        ContentFixture.valid(content);
        Terminal terminal = new Terminal(folder, "2025-12-31");
        Path old = folder.resolve("old");
        Path now = folder.resolve("now");
        assertThat(terminal.run("build", "--content", content, "--output", old)).isZero();
        assertThat(terminal.run("build", "--content", content, "--output", now, "--as-of", "2025-12-30"))
                .as(terminal.out())
                .isZero();
        assertThat(terminal.run("diff", old, now)).isZero();
        assertThat(terminal.out()).containsPattern("另有 [1-9]\\d* 个页面只有截至日期不同").doesNotContain("改动页面 about");
    }

    @Test
    void what_is_no_site_is_one_line() {
        Terminal terminal = new Terminal(folder, "2025-12-31");
        assertThat(terminal.run("diff", folder.resolve("a"), folder.resolve("b")))
                .isEqualTo(1);
        assertThat(terminal.err()).contains("无法比较");
    }
}
