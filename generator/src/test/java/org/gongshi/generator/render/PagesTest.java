package org.gongshi.generator.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongshi.evaluation.publication.SampleContent;
import org.junit.jupiter.api.Test;

/** What every page of the site must have (site.md: mandatory items of a Chinese government disclosure page). */
class PagesTest {
    private static final int LARGEST = 60_000;
    private static final Map<String, HtmlPage> PAGES = pages();

    @Test
    void is_well_formed_with_unique_ids() {
        PAGES.forEach((path, page) -> {
            assertThat(page.faults()).as(path).isEmpty();
            assertThat(page.ids()).as(path).doesNotHaveDuplicates();
        });
    }

    @Test
    void stays_below_sixty_kilobytes() {
        PAGES.keySet()
                .forEach(
                        path -> assertThat(SampleSite.FILES.size(path)).as(path).isLessThan(LARGEST));
    }

    @Test
    void names_its_language_and_has_one_heading() {
        PAGES.forEach((path, page) -> {
            assertThat(page.tags("html").get(0).attribute("lang")).as(path).contains("zh-CN");
            assertThat(page.tags("h1")).as(path).hasSize(1);
            assertThat(page.tags("title").get(0).text()).as(path).isNotBlank();
        });
    }

    @Test
    void never_skips_a_level_of_headings() {
        PAGES.forEach((path, page) -> {
            int last = 0;
            for (HtmlPage.Tag tag : page.tags()) {
                if (tag.name().matches("h[1-6]")) {
                    int level = tag.name().charAt(1) - '0';
                    assertThat(level).as(path + ": " + tag.text()).isLessThanOrEqualTo(last + 1);
                    last = level;
                }
            }
        });
    }

    @Test
    void carries_the_site_items_once_each() {
        PAGES.forEach((path, page) -> {
            assertThat(page.meta("SiteName")).as(path).containsExactly("云岭自治区履行教育职责评价公示网");
            assertThat(page.meta("SiteDomain")).as(path).containsExactly("yunling.example");
            assertThat(page.meta("SiteIDCode")).as(path).containsExactly("9900000001");
            assertThat(page.tags("dd")).as(path).anyMatch(tag -> tag.text().equals("9900000001"));
        });
    }

    @Test
    void is_home_or_column_page_or_content_page() {
        PAGES.forEach((path, page) -> {
            boolean column = !page.meta("ColumnDescription").isEmpty();
            boolean article = !page.meta("ArticleTitle").isEmpty();
            if (path.equals("index.html") || path.equals("404.html")) {
                assertThat(column || article).as(path).isFalse();
            } else {
                assertThat(column != article).as(path).isTrue();
                assertThat(page.meta("ColumnName")).as(path).hasSize(1).noneMatch(String::isBlank);
                assertThat(page.meta("ColumnType")).as(path).hasSize(1).noneMatch(String::isBlank);
            }
        });
    }

    @Test
    void gives_content_pages_their_items() {
        PAGES.forEach((path, page) -> {
            if (!page.meta("ArticleTitle").isEmpty()) {
                assertThat(page.meta("ArticleTitle")).as(path).containsExactly(page.heading());
                assertThat(page.meta("PubDate").get(0)).as(path).matches("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}");
                assertThat(page.meta("ContentSource")).as(path).hasSize(1).noneMatch(String::isBlank);
                String folder = path.substring(0, path.length() - "index.html".length());
                assertThat(page.meta("Url")).as(path).containsExactly("https://yunling.example/" + folder);
            }
        });
    }

    @Test
    void keeps_the_first_publication_when_it_is_built_later() {
        var later = SampleContent.content();
        var moved = new org.gongshi.evaluation.publication.PublishedContent(
                later.site().withAsOf(SampleContent.AS_OF.plusYears(1)),
                later.places(),
                later.rounds(),
                later.texts(),
                later.notices(),
                later.corrections(),
                later.inputs(),
                later.archive(),
                later.allowed(),
                later.translations());
        SiteFiles files = SampleSite.of(moved);
        PAGES.forEach((path, page) -> assertThat(new HtmlPage(SampleSite.text(files, path)).meta("PubDate"))
                .as(path)
                .isEqualTo(page.meta("PubDate")));
    }

    @Test
    void prints_the_document_block_in_its_order() {
        HtmlPage page = PAGES.get("2025/chengchuan/report/index.html");
        List<String> labels = page.tags("dt").stream().map(HtmlPage.Tag::text).toList();
        assertThat(labels).containsSubsequence("索引号", "主题分类", "发布机构", "文号", "成文日期", "发布日期", "有效性", "信息来源");
    }

    @Test
    void prints_every_item_of_the_footer() {
        PAGES.forEach((path, page) -> {
            List<String> labels =
                    page.tags("dt").stream().map(HtmlPage.Tag::text).toList();
            assertThat(labels).as(path).containsSubsequence("主办单位", "承办单位", "网站标识码", "ICP备案号", "公安备案号", "联系方式");
            assertThat(page.tags("a")).as(path).anyMatch(tag -> tag.text().equals("网站地图"));
        });
    }

    @Test
    void says_demonstration_and_hides_from_search_engines() {
        PAGES.forEach((path, page) -> {
            assertThat(page.tags("strong")).as(path).anyMatch(tag -> tag.text().equals("演示数据"));
            assertThat(page.meta("robots")).as(path).containsExactly("noindex, nofollow");
        });
        assertThat(SampleSite.text("robots.txt")).contains("Disallow: /\n");
    }

    @Test
    void says_nothing_of_a_demonstration_on_a_real_site() {
        SiteFiles real = SampleSite.of(SampleContent.sample().real().build());
        SampleSite.pages(real).forEach((path, html) -> assertThat(html).as(path).doesNotContain("演示数据", "noindex"));
        assertThat(SampleSite.text(real, "robots.txt")).contains("Sitemap: https://yunling.example/sitemap.xml");
    }

    @Test
    void loads_nothing_from_elsewhere_and_nothing_that_blocks() {
        PAGES.forEach((path, page) -> {
            // A block of data is not run: it can neither block nor load anything.
            List<HtmlPage.Tag> scripts = page.tags("script").stream()
                    .filter(tag -> !tag.attribute("type").equals(java.util.Optional.of("application/ld+json")))
                    .toList();
            scripts.forEach(tag -> assertThat(tag.attribute("defer")).as(path).isPresent());
            List<HtmlPage.Tag> loading = new ArrayList<>(scripts);
            page.tags("link").stream()
                    .filter(tag -> tag.attribute("rel")
                            .filter(rel -> rel.equals("stylesheet") || rel.equals("icon"))
                            .isPresent())
                    .forEach(loading::add);
            loading.forEach(tag -> assertThat(
                            tag.attribute("src").or(() -> tag.attribute("href")).orElseThrow())
                    .as(path)
                    .doesNotContain(":"));
            assertThat(page.tags("img")).as(path).isEmpty();
            assertThat(page.tags())
                    .as(path)
                    .allMatch(tag -> tag.attribute("style").isEmpty());
        });
    }

    @Test
    void gives_every_chart_a_title_a_description_and_its_table() {
        PAGES.forEach((path, page) -> page.tags("svg").stream()
                .filter(tag -> tag.attribute("role").isPresent())
                .forEach(tag -> {
                    String[] names =
                            tag.attribute("aria-labelledby").orElseThrow().split(" ");
                    assertThat(names).as(path).hasSize(2);
                    assertThat(page.ids()).as(path).contains(names);
                }));
        assertThat(PAGES.get("2025/index.html").tags("svg").stream()
                        .filter(tag -> tag.attribute("role").isPresent()))
                .hasSize(3);
    }

    private static Map<String, HtmlPage> pages() {
        Map<String, HtmlPage> pages = new TreeMap<>();
        SampleSite.pages(SampleSite.FILES).forEach((path, html) -> pages.put(path, new HtmlPage(html)));
        return pages;
    }
}
