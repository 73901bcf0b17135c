package org.gongshi.generator.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gongshi.generator.render.SampleSites;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site in a real browser, from a folder on disk: on a phone and a desktop, with and without JavaScript. */
class SiteInBrowserTest {
    private static final List<String> MAIN_PAGES = List.of(
            "index.html",
            "2025/index.html",
            "2025/chengchuan/index.html",
            "2025/chengchuan/report/index.html",
            "2025/report/index.html",
            "2025/indicators/index.html",
            "2025/indicators/a1-01/index.html",
            "2025/survey/index.html",
            "2025/survey/chengchuan/index.html",
            "2025/problems/index.html",
            "2025/problems/chengchuan-p01/index.html",
            "2025/outcomes/index.html",
            "2025/calendar/index.html",
            "methodology/index.html",
            "notices/index.html",
            "corrections/index.html",
            "data/index.html",
            "2025/rectification/index.html",
            "2025/monitoring/index.html",
            "2025/inspection/index.html",
            "2025/self-evaluation/chengchuan/index.html",
            "2025/chengchuan/counties/index.html",
            "regions/index.html",
            "regions/chengchuan/index.html",
            "catalogue/index.html",
            "components/index.html",
            "search/index.html",
            "accessibility/index.html",
            "sitemap/index.html");

    @TempDir
    static Path folder;

    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.startOrSkip();
        SampleSites.write(folder);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void has_nothing_that_axe_finds_and_never_scrolls_sideways() {
        read(360, MAIN_PAGES);
        // The wide layout is one for all pages; the pages with every kind of chart and table are enough.
        read(1280, MAIN_PAGES.subList(0, 4));
    }

    private static void read(int width, List<String> paths) {
        Page page = browser.page(width, 900, true);
        for (String path : paths) {
            browser.complaints();
            page.navigate(address(path));
            assertThat(browser.complaints()).as(path).isEmpty();
            assertThat(browser.requestsElsewhere(folder.toUri().toString()))
                    .as(path)
                    .isEmpty();
            assertThat(width(page)).as(path + " at " + width).isLessThanOrEqualTo(width);
            assertThat(Browser.axe(page)).as(path + " at " + width).isEmpty();
        }
        page.close();
    }

    @Test
    void never_scrolls_sideways_with_large_text_on_a_phone() {
        Page page = browser.page(360, 900, false);
        for (String path : MAIN_PAGES) {
            page.navigate(address(path + "#elder"));
            assertThat(size(page)).isEqualTo(22);
            assertThat(width(page)).as(path).isLessThanOrEqualTo(360);
        }
        page.close();
    }

    @Test
    void shows_the_problems_of_one_state_without_javascript() {
        Page page = open("2025/problems/index.html", 360, false);
        Locator rows = page.locator("#problem-list tbody tr:visible");
        int all = rows.count();
        page.locator("#state-overdue").check();
        assertThat(rows.count()).isBetween(1, all - 1);
        assertThat(rows.locator(".state.overdue").count()).isEqualTo(rows.count());
        page.locator("#state-all").check();
        assertThat(rows.count()).isEqualTo(all);
        page.close();
    }

    @Test
    void makes_text_larger_for_elders_without_javascript() {
        Page page = open("2025/index.html", 360, false);
        double before = size(page);
        page.locator("a[href='#elder']").first().click();
        assertThat(size(page)).isGreaterThan(before * 1.3);
        page.locator(".reset a").click();
        assertThat(size(page)).isEqualTo(before);
        page.close();
    }

    @Test
    void changes_colours_for_high_contrast_without_javascript() {
        Page page = open("2025/index.html", 1280, false);
        page.locator("a[href='#contrast']").first().click();
        assertThat(style(page, "backgroundColor")).isEqualTo("rgb(0, 0, 0)");
        page.close();
    }

    @Test
    void remembers_the_way_of_reading_with_javascript() {
        var context = browser.context(1280, 900, true);
        Page page = context.newPage();
        page.navigate(address("2025/index.html"));
        page.locator("a[data-mode='elder']").first().click();
        page.navigate(address("about/index.html"));
        page.waitForCondition(() -> size(page) > 20);
        page.locator(".reset a").click();
        assertThat(size(page)).isEqualTo(16);
        context.close();
    }

    @Test
    void says_demonstration_on_paper_too() {
        Page page = open("2025/chengchuan/index.html", 1280, true);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        assertThat(page.locator(".demonstration").isVisible()).isTrue();
        assertThat(page.locator(".print-only").innerText()).contains("https://yunling.example/2025/chengchuan/");
        assertThat(page.locator("nav.main").isVisible()).isFalse();
        page.close();
    }

    @Test
    void reaches_the_content_first_with_the_keyboard() {
        Page page = open("2025/index.html", 1280, true);
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.getAttribute('href')")).isEqualTo("#main");
        page.close();
    }

    @Test
    void leads_from_home_to_the_trace_of_a_score() {
        Page page = open("index.html", 360, false);
        page.locator("a.tile", new Page.LocatorOptions().setHasText("青洲盟")).click();
        page.locator(".verdict .score a").click();
        assertThat(page.url()).endsWith("/2025/qingzhou/index.html#weighted");
        assertThat(page.locator("#weighted").innerText()).contains("84.997625");
        page.close();
    }

    @Test
    void finds_chinese_words_in_titles_and_texts_from_a_folder_on_disk() {
        Page page = open("search/index.html", 360, true);
        page.locator("#q").fill("青洲盟");
        page.locator("#results a").first().waitFor();
        assertThat(page.locator("#results mark").first().innerText()).isEqualTo("青洲盟");
        page.locator("#q").fill("公众看法 列出问题");
        page.waitForCondition(() -> page.locator("#results").innerText().contains("正文中出现"));
        page.locator("#q").fill("绝无此词");
        page.waitForCondition(() -> page.locator("#found").innerText().contains("没有找到"));
        assertThat(browser.requestsElsewhere(folder.toUri().toString())).isEmpty();
        page.close();
    }

    @Test
    void leads_to_the_lists_of_all_pages_where_search_has_no_script() {
        Page page = open("search/index.html", 360, false);
        assertThat(page.locator(".search").isVisible()).isFalse();
        page.locator("main .links a").nth(2).click();
        assertThat(page.locator("main .links a").count()).isGreaterThan(20);
        page.close();
    }

    private static Page open(String path, int width, boolean javaScript) {
        Page page = browser.page(width, 900, javaScript);
        page.navigate(address(path));
        return page;
    }

    private static String address(String path) {
        return folder.toUri() + path;
    }

    private static double size(Page page) {
        return Double.parseDouble(
                ((String) page.evaluate("getComputedStyle(document.documentElement).fontSize")).replace("px", ""));
    }

    private static int width(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    }

    private static String style(Page page, String property) {
        return (String) page.evaluate("getComputedStyle(document.body)." + property);
    }
}
