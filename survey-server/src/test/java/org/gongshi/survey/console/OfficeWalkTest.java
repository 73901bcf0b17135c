package org.gongshi.survey.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
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
import org.gongshi.survey.office.Authenticator;
import org.gongshi.survey.office.Role;
import org.gongshi.survey.round.RoundState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console in a real browser, on a screen and on a phone: everything a person does with it, once. */
class OfficeWalkTest {
    private static final Instant DURING = Instant.parse("2025-03-10T04:00:00Z");

    @TempDir
    Path folder;

    private Browser browser;
    private OfficeHouse house;

    @BeforeEach
    void start() {
        browser = Browser.startOrSkip();
        house = OfficeHouse.open(folder);
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            browser.close();
            house.close();
        }
    }

    private Page person(int width, String name, Optional<Authenticator> app) {
        house.clock.move(Duration.ofSeconds(60));
        Page page = browser.page(width, 800, true);
        page.navigate(house.address() + "/office");
        page.fill("#name", name);
        page.fill("#password", OfficeHouse.PASSWORD);
        page.fill("#code", app.map(one -> one.code(house.clock.instant())).orElse(""));
        page.click("main button");
        page.waitForSelector("nav.doors");
        return page;
    }

    /** Sees that axe finds nothing, that nothing sticks out at the side, and keeps a picture where one is asked for. */
    private void look(Page page, String name) {
        page.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)");
        assertThat(Browser.axe(page)).as(name).isEmpty();
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))
                .as(name + " sticks out")
                .isLessThanOrEqualTo(0);
        picture(page, name);
        if (page.viewportSize().width < 1000) {
            return;
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(page.evaluate("() => getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(18, 24, 30)");
        assertThat(Browser.contrast(page)).as(name + " dark").isEmpty();
        picture(page, name + "-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static void picture(Page page, String name) {
        String pictures = System.getProperty("office.pictures");
        if (pictures != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(pictures, name + "-" + page.viewportSize().width + ".png")));
        }
    }

    @Test
    void somebody_new_signs_in_for_the_first_time_on_a_phone() {
        String first = house.office.add("wang", "王某", Role.CLERK, Optional.empty());
        Page page = browser.page(360, 800, true);
        page.navigate(house.address() + "/office");
        look(page, "sign-in");
        page.fill("#name", "wang");
        page.fill("#password", "wrong");
        page.click("main button");
        page.waitForSelector(".fault");
        look(page, "sign-in-wrong");
        page.fill("#password", first);
        page.click("main button");
        page.waitForSelector("#fresh");
        look(page, "password");
        page.fill("#old", first);
        page.fill("#fresh", OfficeHouse.PASSWORD);
        page.fill("#again", OfficeHouse.PASSWORD);
        page.click("main button");
        page.waitForSelector("#secret");
        look(page, "factor");
        var app = new Authenticator(page.textContent("#secret"));
        page.fill("#code", app.code(house.clock.instant()));
        page.click("main button");
        page.waitForSelector(".secrets");
        look(page, "recovery");
        List<String> codes = page.locator(".secrets li").allTextContents();
        assertThat(codes).hasSize(10);
        page.click("main a.button");
        page.waitForSelector("nav.doors");
        look(page, "home");
        page.click("form.who button");
        page.waitForSelector("#name");
        page.fill("#name", "wang");
        page.fill("#password", OfficeHouse.PASSWORD);
        page.fill("#code", codes.get(0));
        page.click("main button");
        page.waitForSelector("nav.doors");
        page.click("nav.doors label");
        page.click("nav.doors a[href='/office/self']");
        assertThat(page.textContent("main")).contains("9");
        look(page, "self");
    }

    @Test
    void an_administrator_adds_and_changes_accounts_and_reads_the_log() {
        Page page = person(1280, "admin", house.account("admin", "管理员甲", Role.ADMIN));
        page.click("nav.doors a[href='/office/accounts']");
        page.fill("#name", "zhou");
        page.fill("#person", "周某");
        page.selectOption("#role", "coordinator");
        page.selectOption("#place", "990100");
        page.click("text=新增 >> nth=-1");
        page.waitForSelector(".secrets");
        assertThat(page.textContent(".secrets")).containsPattern("[a-z2-9]{4}-[a-z2-9]{4}");
        look(page, "first-password");
        page.click("main a.button");
        page.waitForSelector("table");
        look(page, "accounts");
        sent(page, "form[action='/office/accounts/zhou/disable'] button");
        assertThat(house.office.accounts().find("zhou").orElseThrow().enabled()).isFalse();
        page.click("nav.doors a[href='/office/audit']");
        page.waitForSelector("table");
        assertThat(page.textContent("main")).contains("日志完整", "停用 zhou");
        look(page, "audit");
        page.setViewportSize(360, 800);
        look(page, "audit");
    }

    @Test
    void a_round_is_locked_opened_watched_and_closed() {
        Page page = person(1280, "clerk", house.account("clerk", "经办甲", Role.CLERK));
        look(page, "home-prepared");
        page.check("#lock ~ form input[name=sure]");
        sent(page, "#lock ~ form button");
        house.clock.moveTo(DURING);
        page = person(1280, "clerk", Optional.of(house.apps.get("clerk")));
        page.check("#open ~ form input[name=sure]");
        sent(page, "#open ~ form button");
        assertThat(house.round.state()).isEqualTo(RoundState.OPEN);
        page.click("nav.doors a[href='/office/progress']");
        page.waitForSelector("#counts table");
        look(page, "progress");
        page.setViewportSize(360, 800);
        look(page, "progress");
        page.setViewportSize(1280, 800);
        page.click("nav.doors a[href='/office']");
        page.check("#close ~ form input[name=sure]");
        sent(page, "#close ~ form button");
        assertThat(house.round.state()).isEqualTo(RoundState.CLOSED);
        assertThat(Files.exists(house.files.pepper())).isFalse();
        look(page, "home-closed");
    }

    @Test
    void codes_are_made_downloaded_and_voided() throws IOException {
        Page page = person(1280, "clerk", house.account("clerk", "经办甲", Role.CLERK));
        page.click("nav.doors a[href='/office/codes']");
        page.selectOption("#audience", "parent");
        page.selectOption("#place", "990100");
        page.selectOption("#stage", "primary");
        page.fill("#school", "<b>第一小学</b>");
        page.fill("#count", "12");
        Download slips = page.waitForDownload(() -> page.click("#mint ~ form button"));
        assertThat(slips.suggestedFilename()).startsWith("访问码-").endsWith(".html");
        assertThat(Files.readString(slips.path())).contains("<svg").doesNotContain("第一小学");
        page.reload();
        assertThat(page.textContent("table")).contains("家长", "12");
        page.fill("#count", "0");
        page.click("#mint ~ form button");
        page.waitForSelector(".fault");
        look(page, "codes");
        page.setViewportSize(360, 800);
        look(page, "codes");
        page.fill("#batch", "1");
        page.check("#void ~ form input[name=sure]");
        sent(page, "#void ~ form button");
        assertThat(page.textContent(".flash")).contains("12");
    }

    /** The whole way of a year: lock, open, collect, close, release by two, prepare and publish the site by two. */
    @Test
    void a_year_from_the_locked_plan_to_the_published_site() {
        house.close();
        house = OfficeHouse.open(folder.resolve("year"), OfficeHouse.generator());
        house.account("clerk", "经办甲", Role.CLERK);
        house.account("analyst", "调查机构丙", Role.ANALYST);
        house.account("reviewer", "复核乙", Role.REVIEWER);
        Page page = back("clerk");
        page.check("#lock ~ form input[name=sure]");
        sent(page, "#lock ~ form button");
        house.clock.moveTo(DURING);
        page = back("clerk");
        page.check("#open ~ form input[name=sure]");
        sent(page, "#open ~ form button");
        ConsoleFieldwork.collect(house, 2025);
        page = back("clerk");
        page.click("nav.doors a[href='/office/progress']");
        page.waitForSelector("#counts table");
        look(page, "progress-busy");
        page.setViewportSize(360, 800);
        look(page, "progress-busy");
        page.setViewportSize(1280, 800);
        page.click("nav.doors a[href='/office']");
        house.clock.moveTo(Instant.parse("2025-03-28T10:30:00Z"));
        page = back("clerk");
        look(page, "home-due");
        page.check("#close ~ form input[name=sure]");
        sent(page, "#close ~ form button");
        page = back("analyst");
        page.click("nav.doors a[href='/office/quality']");
        page.waitForSelector("table");
        look(page, "quality");
        page.click("nav.doors a[href='/office/results']");
        page.waitForSelector("#digest");
        look(page, "results");
        page.setViewportSize(360, 800);
        look(page, "results");
        page.setViewportSize(1280, 800);
        Page analyst = page;
        // Weights and workbooks are computed before the first byte: on a busy machine that takes a while.
        Download pack = page.waitForDownload(
                new Page.WaitForDownloadOptions().setTimeout(120_000),
                () -> analyst.click("a[href='/office/handover.zip']"));
        assertThat(pack.suggestedFilename()).endsWith(".zip");
        page.fill("#date", "2025-04-14");
        sent(page, "#propose ~ form button");
        page = back("reviewer");
        page.click("nav.doors a[href='/office/results']");
        look(page, "results-confirm");
        page.check("#proposal ~ form input[name=sure]");
        sent(page, "#proposal ~ form button.button");
        assertThat(house.round.state()).isEqualTo(RoundState.RELEASED);
        sent(page, "form[action='/office/results/scores'] button");
        look(page, "results-released");
        if (OfficeHouse.generator().isEmpty()) {
            System.out.println("SKIPPED: the site from the console needs the generator's jar (mvn package)");
            return;
        }
        publish();
    }

    /** The generator's own workbook goes out and comes back; its own draw is committed to and made. */
    @Test
    void workbooks_and_the_draw_with_the_generator_itself() throws IOException {
        if (OfficeHouse.generator().isEmpty()) {
            System.out.println("SKIPPED: workbooks at the console need the generator's jar (mvn package)");
            return;
        }
        house.close();
        house = OfficeHouse.open(folder.resolve("books"), OfficeHouse.generator());
        Files.delete(house.content.resolve("2025/990000/inspection-draw.json"));
        Page page = person(1280, "clerk", house.account("clerk", "经办甲", Role.CLERK));
        page.click("nav.doors a[href='/office/workbooks']");
        Page there = page;
        Download scores = page.waitForDownload(() -> there.click("a[href='/office/workbooks/template/scores']"));
        page.setInputFiles("#file", new FilePayload("scores.xlsx", "", Files.readAllBytes(scores.path())));
        page.click("#bring ~ form button");
        ended(page);
        assertThat(page.textContent("#job")).contains("与现有内容相同");
        page.click("nav.doors a[href='/office/workbooks']");
        page.setInputFiles("#file", new FilePayload("scores.xlsx", "", "no workbook".getBytes(UTF_8)));
        page.click("#bring ~ form button");
        ended(page);
        assertThat(page.textContent("#job")).contains("有错误，没有写入");
        page.click("nav.doors a[href='/office/draw']");
        String roster = "id,name,home,avoids,group,available\nD1,甲,,,,true\nD2,乙,990100,,,true\nD3,丙,,,,true\n";
        page.setInputFiles("#file", new FilePayload("roster.csv", "text/csv", roster.getBytes(UTF_8)));
        page.fill("#teams", "1");
        page.fill("#size", "3");
        page.click("#first ~ form button");
        page.waitForSelector("#promise");
        page.check("#go ~ form input[name=sure]");
        page.click("#go ~ form button");
        // One may not inspect the own place.
        page.waitForSelector("main:has-text('没有做任何改动')");
        page.click("nav.doors a[href='/office/draw']");
        page.click("summary");
        page.check("details input[name=sure]");
        page.click("details button");
        page.waitForSelector("#first");
        page.setInputFiles(
                "#file",
                new FilePayload(
                        "roster.csv", "text/csv", roster.replace("990100", "").getBytes(UTF_8)));
        page.fill("#teams", "1");
        page.fill("#size", "3");
        page.click("#first ~ form button");
        page.waitForSelector("#promise");
        page.fill("#beacon", "07 11 19");
        page.check("#go ~ form input[name=sure]");
        page.click("#go ~ form button");
        page.waitForSelector("table");
        assertThat(page.textContent("table")).contains("D1 甲", "D2 乙", "D3 丙", house.place("990100"));
    }

    private Page back(String name) {
        return person(1280, name, Optional.of(house.apps.get(name)));
    }

    /** The decisions that the content lacks after new results are made by the generator's own command, as an office does. */
    private void publish() {
        house.makeKeyAndDecide();
        Page page = back("clerk");
        page.click("nav.doors a[href='/office/site']");
        page.click("#prepare ~ form button");
        ended(page);
        look(page, "site-job");
        assertThat(page.textContent("#job")).contains("待复核");
        page.setViewportSize(360, 800);
        look(page, "site-job");
        page = back("reviewer");
        page.navigate(house.address() + "/office/site/1");
        page.check("#publish ~ form input[name=sure]");
        page.click("#publish ~ form button");
        // The next page, which offers no publication any more: a reload before it would take the order back.
        page.waitForSelector("#publish", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
        ended(page);
        published(page);
        look(page, "site-published");
        page.click("#again ~ form button");
        page.waitForURL("**/office/site/2");
        ended(page);
        published(page);
        page.click("nav.doors a[href='/office/site']");
        look(page, "site");
        page.click("nav.doors a[href='/office/notices']");
        page.click("main a[href='/office/notices/990100']");
        assertThat(page.textContent(".letter")).contains(house.place("990100") + "人民政府", "加权分数", "优秀", "sha256:");
        look(page, "notice");
        page.setViewportSize(360, 800);
        look(page, "notice");
        assertThat(house.verifiesPublicSite()).isTrue();
        assertThat(house.office.log().check(Optional.empty()).isSound()).isTrue();
    }

    /** Presses a button and waits for what is said then, not for what was said before. */
    private static void sent(Page page, String button) {
        page.evaluate("document.querySelectorAll('.flash').forEach(said => said.remove())");
        page.click(button);
        // Weights are computed before the answer: on a busy machine that takes a while.
        page.waitForSelector(".flash", new Page.WaitForSelectorOptions().setTimeout(90_000));
    }

    /** The state itself: one of the steps has the same words in its name. */
    private static void published(Page page) {
        assertThat(page.textContent("#job .badge")).as(page.textContent("main")).isEqualTo("已发布");
    }

    /** The page refreshes itself until nothing is under way. */
    private static void ended(Page page) {
        page.waitForSelector("#job");
        page.waitForSelector("#job:not([data-refresh])", new Page.WaitForSelectorOptions().setTimeout(180_000));
        page.reload();
    }
}
