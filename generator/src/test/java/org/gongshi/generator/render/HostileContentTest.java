package org.gongshi.generator.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongshi.evaluation.publication.SampleContent;
import org.gongshi.generator.compose.SiteComposer;
import org.gongshi.generator.compose.SitePlan;
import org.junit.jupiter.api.Test;

/** Content may be written by anybody who can write a file: no text becomes markup, script or formula. */
class HostileContentTest {
    private static final List<String> MARKDOWN = List.of(
            "<script>alert(1)</script>",
            "a <img src=x onerror=alert(1)> b",
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt&#58;alert(1))",
            "[x](java\tscript:alert(1))",
            "[x](data:text/html,<script>alert(1)</script>)",
            "[x](vbscript:msgbox)",
            "[x](//evil.example/)",
            "![x](https://evil.example/pixel.png)",
            "![x\" onerror=\"alert(1)](x.png)",
            "<javascript:alert(1)>",
            "[x]: javascript:alert(1)\n\n[x]",
            "# <script>alert(1)</script>",
            "# \" onclick=\"alert(1)",
            "`<script>alert(1)</script>`",
            "```\" onclick=\"alert(1)\n<script>alert(1)</script>\n```",
            "| a |\n|---|\n| <script>alert(1)</script> |",
            "**<script>alert(1)</script>：**x",
            "{{<script>alert(1)</script>}}",
            "{{加权分数}}{{{{等级}}}}{{得分 ../../x}}{{满意度 <b>}}",
            "<style>body{display:none}</style>",
            "<!-- comment --> <svg onload=alert(1)>",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "&#60;script&#62;alert(1)&#60;/script&#62;",
            "[x](&#106;avascript:alert(1))",
            "[x](&#x6A;avascript&colon;alert(1))",
            "[x](<javascript:alert(1)>)",
            "[x]( javascript:alert(1) \"title\")",
            "[x](https://a.example/ \"\" onmouseover=alert(1) x=\"\")",
            "[x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+)",
            "[x](DATA&colon;text/html,x)",
            "[x](\\\\evil.example/)",
            "[x](/\\evil.example/)",
            "<data:text/html,x>",
            "<https://ok.example/\"onclick=alert(1)>",
            "<svg><script>alert(1)</script></svg>",
            "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
            "<!--><script>alert(1)</script>-->",
            "<!-- --!><img src=x onerror=alert(1)>",
            "<![CDATA[<script>alert(1)</script>]]>",
            "<?php echo 1 ?><base href=//evil.example>",
            "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
            "<a href=\"x\" style=\"position:fixed;inset:0\">all</a>",
            "<form action=//evil.example><button>x</button></form>",
            "<meta http-equiv=refresh content=0;url=//evil.example>",
            "| a | b |\n|---|---|\n" + "| x | y |\n".repeat(3_000),
            "> ".repeat(2_000) + "deep",
            "- ".repeat(800) + "deep",
            "*".repeat(20_000) + "a",
            "[".repeat(20_000),
            "![](".repeat(5_000));

    @Test
    void shows_markup_in_reports_as_text() {
        for (String markdown : MARKDOWN) {
            // Two pages of the site are enough, and the others need not be made for each.
            SitePlan plan = SiteComposer.compose(
                    SampleContent.sample().reportBody(markdown).text(markdown).build());
            for (String path : List.of("2025/chengchuan/report/index.html", "about/index.html")) {
                byte[] page = SiteRenderer.bytes(plan.entries().get(path));
                check(new String(page, StandardCharsets.UTF_8), path, markdown);
            }
        }
    }

    @Test
    void shows_markup_in_fields_as_text() {
        String hostile = "\"><script>alert(1)</script><a href='javascript:x'>${1+1}{{加权分数}}";
        SiteFiles files = SampleSite.of(
                SampleContent.sample().problemTitle(hostile).evidence(hostile).build());
        SampleSite.pages(files).forEach((path, html) -> check(html, path, hostile));
        assertThat(SampleSite.text(files, "2025/chengchuan/index.html")).contains("${1+1}{{加权分数}}");
        assertThat(SampleSite.text(files, "feed.xml")).doesNotContain("<script");
    }

    /** What no reader of content lets in by itself must do no harm even where it came in. */
    @Test
    void shows_odd_characters_in_fields_as_text() {
        for (String odd : List.of(
                "a\u202Egpj.exe",
                "a\u2066b\u2069",
                "\u200F\u061C右到左",
                "\u2028</script><script>alert(1)",
                "\uFEFF\u200B零宽",
                "'; DROP TABLE x; --",
                "%0d%0aSet-Cookie: x",
                "]]><script>alert(1)</script>",
                "\\u003cscript\\u003ealert(1)",
                "</title><svg onload=alert(1)>",
                "长".repeat(20_000),
                "e\u0301".repeat(500),
                "\uD83D\uDC68\u200D\uD83D\uDC69".repeat(50))) {
            SitePlan plan = SiteComposer.compose(
                    SampleContent.sample().problemTitle(odd).evidence(odd).build());
            for (String path : List.of("2025/chengchuan/index.html", "2025/problems/index.html", "2025/index.html")) {
                String html = new String(SiteRenderer.bytes(plan.entries().get(path)), StandardCharsets.UTF_8);
                check(html, path, odd.substring(0, Math.min(odd.length(), 20)));
            }
        }
    }

    @Test
    void guards_cells_that_a_spreadsheet_would_run() {
        for (String formula :
                List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1+1", "=HYPERLINK(\"http://evil\",\"x\")")) {
            SiteFiles files = SampleSite.of(SampleContent.sample()
                    .evidence(formula)
                    .problemTitle(formula.strip())
                    .build());
            String csv = SampleSite.text(files, "data/2025/scores.csv");
            assertThat(csv).as(formula).contains("'" + formula.replace("\"", "\"\""));
            assertThat(csv)
                    .doesNotContain("," + formula)
                    .doesNotContain(",\"" + formula.substring(0, 1) + formula.substring(1));
        }
    }

    /** Data in a script element, as schema.org's are, is text to a browser. */
    private static boolean runs(HtmlPage.Tag script) {
        return script.attribute("type").filter("application/ld+json"::equals).isEmpty();
    }

    private static void check(String html, String path, String hostile) {
        HtmlPage page = new HtmlPage(html);
        assertThat(page.faults()).as(path + " " + hostile).isEmpty();
        assertThat(page.tags("script").stream().filter(HostileContentTest::runs).toList())
                .as(path + " " + hostile)
                .hasSize(path.equals("search/index.html") ? 2 : 1)
                .allMatch(tag -> tag.attribute("src")
                        .filter(source -> source.matches("(\\.\\./)*/?assets/site/(mode|search)\\.js"))
                        .isPresent());
        assertThat(page.tags("img")).as(path).isEmpty();
        assertThat(page.tags("style")).as(path).isEmpty();
        assertThat(page.ids()).as(path + " " + hostile).doesNotHaveDuplicates();
        for (HtmlPage.Tag tag : page.tags()) {
            assertThat(tag.attributes()).as(path + " " + hostile).doesNotContainPattern("\\son[a-z]+=");
            tag.attribute("href")
                    .ifPresent(href -> assertThat(href.toLowerCase(java.util.Locale.ROOT))
                            .as(path + " " + hostile)
                            .doesNotStartWith("javascript")
                            .doesNotStartWith("data:")
                            .doesNotStartWith("vbscript")
                            .doesNotStartWith("//")
                            .doesNotContain("evil.example"));
        }
    }
}
