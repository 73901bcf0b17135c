package org.gongshi.survey.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongshi.survey.browser.Browser;
import org.gongshi.survey.command.ConsoleFieldwork;
import org.gongshi.survey.command.OfficeHouse;
import org.gongshi.survey.office.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stored XSS: the office's own files and fields say hostile things (names of places and of the round, options and questions, persons,
 * schools, beacons), and every page of the console that shows them is opened in a real browser as every role: nothing runs, nothing
 * becomes an element, and the words are there to be read. Clues: CluesInBrowserTest; workbooks and the draw: YearStepsTest.
 */
class HostileTextsTest {
    private static final String HOSTILE = "<img src=x onerror=window.ran=1><script>window.ran=1</script>\"'><b>某</b>";
    private static final String NAME = "<svg onload=window.ran=1>市\"'</title><i>";
    private static final Instant DURING = Instant.parse("2025-03-10T04:00:00Z");
    private static final Instant AFTER = Instant.parse("2025-03-28T10:30:00Z");

    @TempDir
    Path folder;

    private Browser browser;
    private OfficeHouse house;

    @BeforeEach
    void start() throws IOException {
        browser = Browser.startOrSkip();
        // The content is made hostile before the server reads it.
        Path content = OfficeHouse.prepare(folder);
        replace(content.resolve("places.yaml"), "name: 澄川市", "name: '" + NAME.replace("'", "''") + "'");
        replace(content.resolve("2025/990000/round.yaml"), "(?m)^title: .*$", "title: '" + quoted() + "'");
        replace(content.resolve("2025/990000/calendar.yaml"), "(?m)^    note: .*$", "    note: '" + quoted() + "'");
        Path form = content.resolve("2025/990000/questionnaires/public.yaml");
        replace(form, "text: 当地政府对教育工作的重视程度", "text: '" + quoted() + "'");
        replace(form, "label: 非常满意", "label: '" + quoted() + "'");
        house = OfficeHouse.open(folder);
        house.account("clerk", HOSTILE.substring(0, 40), Role.CLERK);
        house.account("admin", "<b>管理员</b>", Role.ADMIN);
        house.account("reviewer", "\"><i>复核</i>", Role.REVIEWER);
        house.account("analyst", "'-alert(1)-'", Role.ANALYST);
        house.account("auditor", "{{7*7}}${7*7}", Role.AUDITOR);
        house.account("coordinator", "<u>联络</u>", Role.COORDINATOR);
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            browser.close();
            house.close();
        }
    }

    private static String quoted() {
        return HOSTILE.replace("'", "''");
    }

    private static void replace(Path file, String pattern, String with) throws IOException {
        String text = Files.readString(file);
        String changed = text.replaceFirst(pattern, java.util.regex.Matcher.quoteReplacement(with));
        assertThat(changed).as(file.toString()).isNotEqualTo(text);
        Files.writeString(file, changed);
    }

    private Page person(String name) {
        house.clock.move(Duration.ofSeconds(60));
        Page page = browser.page(1280, 800, true);
        page.navigate(house.address() + "/office");
        page.fill("#name", name);
        page.fill("#password", OfficeHouse.PASSWORD);
        page.fill(
                "#code",
                Optional.ofNullable(house.apps.get(name))
                        .map(app -> app.code(house.clock.instant()))
                        .orElse(""));
        page.click("main button");
        page.waitForSelector("nav.doors");
        return page;
    }

    /** Opens every door of the role, and what lies behind the first links of each page. */
    private void walk(String name) {
        Page page = person(name);
        List<String> doors = page.locator("nav.doors a").all().stream()
                .map(door -> door.getAttribute("href"))
                .toList();
        assertThat(doors).isNotEmpty();
        for (String door : doors) {
            harmless(page, door);
        }
        if (doors.contains("/office/files")) {
            harmless(page, "/office/stages/990100");
            harmless(page, "/office/file?path=2025/990000/calendar.yaml&line=9");
            assertThat(page.textContent("main")).contains("<img src=x onerror=window.ran=1>");
        }
        page.context().close();
    }

    private void harmless(Page page, String address) {
        page.navigate(house.address() + address);
        assertThat(page.evaluate("() => window.ran === undefined"))
                .as(address + " runs nothing")
                .isEqualTo(true);
        assertThat(page.evaluate(
                        "() => document.querySelectorAll('main img:not(.qr), main script, main b, main i, main u,"
                                + " header img, header b, header i, header u, [onerror], [onload]').length"))
                .as(address + " has no element out of a text")
                .isEqualTo(0);
        assertThat(page.title()).as("the title holds the whole name").contains(" · ");
    }

    @Test
    void nothing_that_somebody_typed_becomes_markup_on_any_page_of_any_role() {
        Page clerk = person("clerk");
        clerk.check("#lock ~ form input[name=sure]");
        clerk.click("#lock ~ form button");
        clerk.waitForSelector(".flash:has-text('调查方案已锁定')");
        clerk.navigate(house.address() + "/office/codes");
        assertThat(clerk.textContent("#place")).contains(NAME);
        clerk.selectOption("#audience", "parent");
        clerk.selectOption("#place", "990100");
        clerk.selectOption("#stage", "primary");
        clerk.fill("#school", HOSTILE);
        clerk.fill("#count", "3");
        Path slips =
                clerk.waitForDownload(() -> clerk.click("#mint ~ form button")).path();
        harmlessSlips(slips);
        harmless(clerk, "/office/codes");
        house.clock.moveTo(DURING);
        ConsoleFieldwork.collect(house, 3);
        Page paper = person("clerk");
        change(paper);
        intake(paper);
        harmless(paper, "/office/paper/public");
        assertThat(paper.textContent("#keying")).contains(HOSTILE);
        paper.fill("#code", HOSTILE);
        paper.click("#keep");
        paper.waitForSelector(".fault");
        assertThat(paper.inputValue("#code")).isEqualTo(HOSTILE);
        assertThat(paper.evaluate("() => window.ran === undefined")).isEqualTo(true);
        for (String name : List.of("clerk", "admin", "reviewer", "analyst", "auditor", "coordinator")) {
            walk(name);
        }
        house.clock.moveTo(AFTER);
        house.round.closeSurvey();
        for (String name : List.of("admin", "reviewer", "analyst")) {
            walk(name);
        }
    }

    /** A self-evaluation whose cover, statement and file name are hostile: on its receipt, and on the change that it brings. */
    private void intake(Page clerk) {
        clerk.navigate(house.address() + "/office/intake/990100");
        clerk.setInputFiles(
                "#file",
                new com.microsoft.playwright.options.FilePayload(
                        "<img src=x onerror=window.ran=1>.docx",
                        "",
                        "a file".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        clerk.fill("#document", HOSTILE);
        clerk.fill("#signedBy", "\"><script>window.ran=1</script>");
        clerk.fill("#truthfulness", HOSTILE);
        clerk.click("form[action='/office/intake/990100'] button");
        clerk.waitForURL(url -> !url.endsWith("/office/intake/990100")
                || clerk.locator(".flash").count() > 0);
        harmless(clerk, "/office/intake/990100");
        assertThat(clerk.textContent("main")).contains("<b>某</b>", "<script>window.ran=1</script>");
        harmless(clerk, "/office/changes");
        harmless(clerk, "/office/stages/990100");
    }

    /** What a clerk types into a form is a change, a file and a line of the log. */
    private void change(Page clerk) {
        clerk.navigate(house.address() + "/office/calendar");
        clerk.click("details:has(#note-recheck) summary");
        clerk.fill("#document-recheck", "\"><script>window.ran=1</script>");
        clerk.fill("#note-recheck", HOSTILE);
        clerk.click("form[action='/office/calendar/recheck'] button");
        // Checking a change reads the whole content twice: on a busy machine that takes a while.
        clerk.waitForSelector("#job:not([data-refresh])", new Page.WaitForSelectorOptions().setTimeout(90_000));
        clerk.reload();
        assertThat(clerk.textContent("#job")).contains("window.ran=1");
        harmless(clerk, clerk.url().replace(house.address(), ""));
        harmless(clerk, "/office");
        harmless(clerk, "/office/file/edit?path=2025/990000/calendar.yaml");
        harmless(clerk, "/office/file/edit?path=notices/%3Cscript%3E.md");
    }

    /** The slips are a file of their own, opened from the disk: without a policy of the server's. */
    private void harmlessSlips(Path slips) {
        Page page = browser.page(800, 800, true);
        try {
            Path copy = Files.copy(slips, folder.resolve("slips.html"));
            page.navigate(copy.toUri().toString());
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
        assertThat(page.evaluate(
                        "() => window.ran === undefined && !document.querySelector('[onerror], [onload], script')"))
                .isEqualTo(true);
        page.context().close();
    }
}
