package org.gongshi.generator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonalDataBuildTest {
    @TempDir
    Path folder;

    private Path content;
    private Path site;
    private Terminal terminal;

    @BeforeEach
    void write() throws IOException {
        content = folder.resolve("content");
        ContentFixture.valid(content);
        site = folder.resolve("public");
        terminal = new Terminal(folder, "2025-12-31");
        Files.writeString(
                content.resolve("notices/2025-12-01-phone.md"),
                "---\ntitle: 通知\ndate: 2025-12-01\n---\n\n请致电 138 0013 8000。\n");
    }

    @Test
    void a_mobile_number_stops_the_build_and_is_not_repeated_in_full() {
        assertThat(build()).isEqualTo(1);
        assertThat(terminal.out())
                .contains("notices/2025-12-01-phone/index.html", "手机号码 138*****000", "没有生成网站")
                .doesNotContain("13800138000", "138 0013 8000");
        assertThat(site).doesNotExist();
    }

    @Test
    void what_is_allowed_with_a_reason_is_published() throws IOException {
        Files.writeString(
                content.resolve("privacy.yaml"), "allowed:\n  - value: 138-0013-8000\n    reason: 值班电话，按通知公开\n");
        assertThat(build()).as(terminal.out()).isZero();
        Files.writeString(content.resolve("privacy.yaml"), "allowed:\n  - value: 138-0013-8000\n");
        assertThat(build()).isEqualTo(1);
        assertThat(terminal.out()).contains("privacy.yaml", "reason");
    }

    private int build() {
        return terminal.run("build", "--content", content, "--output", site);
    }
}
