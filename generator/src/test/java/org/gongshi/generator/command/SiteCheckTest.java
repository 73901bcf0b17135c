package org.gongshi.generator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteCheckTest {
    @TempDir
    private Path folder;

    private ContentFixture content;
    private Terminal terminal;

    @BeforeEach
    void write() {
        content = ContentFixture.valid(folder.resolve("content"));
        terminal = new Terminal(folder, "2025-12-31");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "见[方法](/methodologie/)。         | 6:2: error: 链接“/methodologie/”指向不存在的页面 (是否想写 /methodology/？",
                "表在[这里](/data/2025/none.csv)。  | 6:3: error: 链接“/data/2025/none.csv”指向不存在的页面",
                "见[上文](#s-没有)。                | 6:2: error: 链接“#s-没有”指向的页面没有这个位置",
                "见[总览](/2025/#nothing)。         | 6:2: error: 链接“/2025/#nothing”指向的页面没有这个位置",
                "见[旁边](../nowhere/)。            | 6:2: error: 链接“../nowhere/”指向不存在的页面",
                "见[旁边](nowhere.html)。           | 6:2: error: 链接“nowhere.html”指向不存在的页面",
                "用[脚本](javascript:alert(1))。    | 6:2: error: 链接“javascript:alert(1)”不会出现在页面上",
                "![校门](/assets/gate.png)          | 6:1: warning: 图片“/assets/gate.png”不会显示",
                "- 一项\\n- 见[方法](/none/)        | 7:4: error: 链接“/none/”指向不存在的页面",
                "> 引[方法][m]\\n\\n[m]: /none/     | 6:4: error: 链接“/none/”指向不存在的页面",
            })
    void a_dead_link_of_a_text_is_told_by_line_and_column(String text, String line) {
        content.write(
                "texts/about.md",
                "---\ntitle: 关于\n---\n\n## 说明\n" + text.strip().replace("\\n", "\n") + "\n");
        check();
        assertThat(terminal.out()).contains("texts/about.md:" + line.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[方法](/methodology/)",
                "[总览](/2025/)",
                "[成绩](/2025/#results)",
                "[首页](/)",
                "[本文](#s-说明)",
                "[站外](https://example.cn/a)",
                "[邮箱](mailto:office@example.cn)",
                "[数据](/data/2025/scores.csv)",
                "`[代码](/none/)`",
                "无链接",
            })
    void a_link_that_leads_somewhere_is_not_told(String text) {
        content.write("texts/about.md", "---\ntitle: 关于\n---\n\n## 说明\n" + text + "\n");
        check();
        assertThat(terminal.out()).doesNotContain("texts/about.md");
    }

    @Test
    void a_report_and_a_notice_are_looked_at_too_and_the_build_refuses_them() {
        content.write("notices/2025-02-26-notice.md", "---\ntitle: 通知\ndate: 2025-02-26\n---\n\n见[这里](/none/)。\n");
        String report = ContentFixture.DRAFT + "/report.md";
        content.write(report, content.read(report) + "\n见[那里](/neither/)。\n");
        assertThat(check()).isEqualTo(1);
        assertThat(terminal.out())
                .contains("notices/2025-02-26-notice.md:6:2: error: ", report + ":", "链接“/neither/”指向不存在的页面");
        assertThat(terminal.run("build", "--content", folder.resolve("content"), "--output", folder.resolve("out")))
                .isEqualTo(1);
        assertThat(terminal.out()).contains("链接“/none/”指向不存在的页面").doesNotContain("/neither/");
        assertThat(Files.exists(folder.resolve("out"))).isFalse();
    }

    @Test
    void a_correction_of_a_page_that_is_not_there_is_told() {
        content.write(
                "corrections.yaml",
                "corrections:\n  - date: 2025-12-12\n    page: /2025/nobody/\n    old: 1\n    new: 2\n    reason: 误\n    document: 云教督〔2025〕3号\n"
                        .replace("old: 1", "old: \"1\"")
                        .replace("new: 2", "new: \"2\""));
        check();
        assertThat(terminal.out())
                .contains("corrections.yaml:3:11: error: corrections[0].page: 更正登记的页面“/2025/nobody/”不存在");
    }

    @Test
    void an_empty_column_is_told() throws java.io.IOException {
        Files.delete(content.path("notices/2025-02-26-notice.md"));
        check();
        assertThat(terminal.out()).contains("notices:0:0: warning: “公示公告”是空白栏目");
    }

    /** What is still to be filled in is a warning as long as nothing is published; the office sees its site meanwhile. */
    @Test
    void the_starter_is_checked_and_built_before_anything_is_filled_in() {
        Path starter = Path.of("..", "content", "starter");
        assertThat(terminal.run("check", "--content", starter)).isZero();
        assertThat(terminal.out())
                .contains("site.yaml:14:17: warning: publicSecurity: 公安备案号还没有填写", "identifier: 网站标识码还没有填写");
        assertThat(terminal.run("build", "--content", starter, "--output", folder.resolve("out")))
                .isZero();
    }

    @Test
    void an_item_that_all_pages_lack_is_told_once() {
        content.write(
                ContentFixture.ROUND + "/round.yaml",
                content.read(ContentFixture.ROUND + "/round.yaml").replaceFirst("(?s)publication:.*", ""));
        content.write("site.yaml", content.read("site.yaml").replaceFirst("phone: .*", "phone: 见公告"));
        check();
        assertThat(terminal.out().lines().filter(line -> line.contains("缺少必备要素 联系方式")))
                .singleElement()
                .asString()
                .matches("site\\.yaml:0:0: error: \\d+ 个页面缺少必备要素 联系方式（site.yaml 的 contact）：/404.html、.* 等 .*");
    }

    private int check() {
        return terminal.run("check", "--content", folder.resolve("content"));
    }
}
