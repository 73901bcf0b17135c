package org.gongshi.generator.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownHtmlTest {
    /** CommonMark's own rule would print the asterisks of most of these. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "**重点：**得分 | <p><strong>重点：</strong>得分</p>",
                "得分**“优秀”**的地区 | <p>得分<strong>“优秀”</strong>的地区</p>",
                "**一是班额。**二是**师资**。 | <p><strong>一是班额。</strong>二是<strong>师资</strong>。</p>",
                "高**难点：**低，**重点：**高 | <p>高<strong>难点：</strong>低，<strong>重点：</strong>高</p>",
                "**（一）**见**[方法](/methodology/)。**后 | <p><strong>（一）</strong>见<strong><a href=\"../methodology/index.html\">方法</a>。</strong>后</p>",
                "**普通** 加粗 | <p><strong>普通</strong> 加粗</p>",
                "**bold** and *slanted* | <p><strong>bold</strong> and <em>slanted</em></p>",
                "***both*** | <p><em><strong>both</strong></em></p>",
                "2 ** 3 ** 4 | <p>2 ** 3 ** 4</p>",
                "\\*\\*不加粗：\\*\\*字 | <p>**不加粗：**字</p>",
                "`**代码：**字` | <p><code>**代码：**字</code></p>",
                "**没有结束：得分 | <p>**没有结束：得分</p>"
            })
    void sets_bold_as_chinese_is_written(String markdown, String html) {
        assertThat(html(markdown)).isEqualTo(html);
    }

    @Test
    void takes_lines_without_signs_over_as_the_general_parser_would() {
        Parser general = Parser.builder().build();
        Parser ours = Parser.builder().inlineParserFactory(PlainInlines::new).build();
        HtmlRenderer html = HtmlRenderer.builder().build();
        for (char sign = '\t'; sign <= '\u00FF'; sign++) {
            for (String text :
                    List.of("%s", "得分 98.5%s", "得分%s 98.5%% ", "%s\n得分", "# %1$s%1$s得分 %1$s", "%1$sa b%1$s")) {
                String markdown = text.formatted(sign);
                assertThat(html.render(ours.parse(markdown)))
                        .as("U+%04X in %s", (int) sign, text)
                        .isEqualTo(html.render(general.parse(markdown)));
            }
        }
    }

    @Test
    void references_bring_in_no_mark_that_turns_or_hides_a_text() {
        MarkdownHtml.Converted converted = MarkdownHtml.convert(
                "# a&#x202E;b\n\n&#8238;98.48&#x202C; &ZeroWidthSpace;&lrm;&shy;&NoBreak;&#xE0041; [x&rlm;](https://a.example/&#x202E;gpj.exe) &amp;",
                "about/index.html");
        assertThat(converted.html().value())
                .contains("98.48", "&amp;", "<h2 id=\"s-ab\">ab</h2>")
                .matches("(?s)[\\p{ASCII}]*");
        assertThat(converted.headings()).extracting(link -> link.text()).containsExactly("ab");
    }

    @Test
    void begins_headings_below_the_title_of_the_page() {
        MarkdownHtml.Converted converted = MarkdownHtml.convert("# 一\n\n## 二\n\n# 一\n", "about/index.html");
        assertThat(converted.html().value())
                .contains("<h2 id=\"s-一\">一</h2>", "<h3 id=\"s-二\">二</h3>", "<h2 id=\"s-一-1\">一</h2>");
        assertThat(converted.headings()).extracting(link -> link.path()).containsExactly("#s-一", "#s-一-1");
    }

    @Test
    void puts_tables_into_a_region_that_scrolls() {
        assertThat(html("| 甲 | 乙 |\n|---|--:|\n| 1 | 2 |"))
                .contains("<div class=\"scroll\" role=\"region\" tabindex=\"0\"")
                .contains("<th scope=\"col\">甲</th>")
                .contains("<td class=\"align-right\">2</td>")
                .doesNotContain("align=");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[x](https://www.gov.cn/) | <p><a href=\"https://www.gov.cn/\">x</a></p>",
                "[x](/2025/#scores) | <p><a href=\"../2025/index.html#scores\">x</a></p>",
                "[x](/) | <p><a href=\"../index.html\">x</a></p>",
                "[x](mailto:a@b.cn) | <p><a href=\"mailto:a@b.cn\">x</a></p>",
                "[x](ftp://a/b) | <p>x</p>",
                "[x](//a/b) | <p>x</p>",
                "[x](/../../etc/passwd) | <p><a href=\"../../../etc/passwd\">x</a></p>",
                "![图](a.png) | <p>图</p>"
            })
    void links_only_where_a_reader_may_go(String markdown, String html) {
        assertThat(html(markdown)).isEqualTo(html);
    }

    @Test
    void leaves_braces_that_cite_nothing_alone() {
        assertThat(html("{{加权分数}} {{ {{}} {a}")).isEqualTo("<p>{{加权分数}} {{ {{}} {a}</p>");
    }

    @ParameterizedTest
    @CsvSource({"**a", "{{", "[", "*重：", "> ", "![", "**：** ", "| ", "`"})
    void survives_a_text_made_to_be_slow(String piece) {
        String text = piece.repeat(20_000);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> html(text));
    }

    private static String html(String markdown) {
        return MarkdownHtml.convert(markdown, "about/index.html").html().value().strip();
    }
}
