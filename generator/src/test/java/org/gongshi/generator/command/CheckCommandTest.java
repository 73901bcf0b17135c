package org.gongshi.generator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    private Path folder;

    private ContentFixture content;
    private Terminal terminal;

    @BeforeEach
    void write() {
        content = ContentFixture.valid(folder.resolve("content"));
        terminal = new Terminal(folder, "2025-12-31");
    }

    @Test
    void fine_content_is_said_to_be_fine() {
        assertThat(check()).isZero();
        assertThat(terminal.out()).isEqualTo("没有发现问题" + System.lineSeparator());
    }

    @Test
    void every_finding_is_a_line_and_the_last_line_sums_up() {
        content.change("site.yaml", "licence:", "license:").change("site.yaml", "2025-12-20", "20251220");
        assertThat(check()).isEqualTo(1);
        assertThat(terminal.out().lines())
                .containsExactly(
                        "site.yaml:1:1: error: licence: 缺少键“licence” (请补上 licence: …)",
                        "site.yaml:5:7: error: asOf: 应为日期，此处是数字 20251220 (请写成 2025-03-01 的样子)",
                        "site.yaml:13:1: error: license: 未知的键“license” (是否想写 licence？)",
                        "共 3 个错误、0 个警告");
    }

    @Test
    void warnings_stop_only_a_strict_check() {
        content.write("README.txt", "x");
        assertThat(check()).isZero();
        assertThat(terminal.out()).contains("README.txt:0:0: warning: ", "共 0 个错误、1 个警告");
        assertThat(check("--strict")).isEqualTo(1);
    }

    @Test
    void dates_are_held_against_the_day_that_is_given() {
        assertThat(check("--as-of", "2025-12-09")).isEqualTo(1);
        assertThat(terminal.out()).contains("已发生的事的日期 2025-12-10 晚于截至日期 2025-12-09");
    }

    @Test
    void drafts_are_checked_too() {
        content.change(ContentFixture.DRAFT + "/report.md", "grade: 合格", "grade: 优秀");
        assertThat(check()).isEqualTo(1);
        assertThat(terminal.out()).contains(ContentFixture.DRAFT + "/report.md:3:8: error: grade: 等级“优秀”高于分数段");
    }

    @Test
    void a_folder_that_is_not_there_is_wrong_usage() {
        assertThat(terminal.run("check", "--content", folder.resolve("nowhere")))
                .isEqualTo(64);
        assertThat(terminal.run("check", "--as-of", "yesterday")).isEqualTo(64);
        assertThat(terminal.run("check", "--stirct")).isEqualTo(64);
    }

    @Test
    void the_summary_comes_in_english_too() {
        assertThat(check("--lang", "en")).isZero();
        assertThat(terminal.out()).startsWith("no findings");
    }

    private int check(Object... more) {
        Object[] all = new Object[more.length + 3];
        all[0] = "check";
        all[1] = "--content";
        all[2] = folder.resolve("content");
        System.arraycopy(more, 0, all, 3, more.length);
        return terminal.run(all);
    }
}
