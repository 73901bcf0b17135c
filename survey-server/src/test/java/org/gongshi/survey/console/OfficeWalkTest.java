package org.gongshi.survey.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongshi.survey.browser.Browser;
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
        page.click("form[action='/office/accounts/zhou/disable'] button");
        page.waitForSelector(".flash");
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
        page.click("#lock ~ form button");
        page.waitForSelector(".flash");
        house.clock.moveTo(DURING);
        page = person(1280, "clerk", Optional.of(house.apps.get("clerk")));
        page.check("#open ~ form input[name=sure]");
        page.click("#open ~ form button");
        page.waitForSelector(".flash");
        assertThat(house.round.state()).isEqualTo(RoundState.OPEN);
        page.click("nav.doors a[href='/office/progress']");
        page.waitForSelector("#counts table");
        look(page, "progress");
        page.setViewportSize(360, 800);
        look(page, "progress");
        page.setViewportSize(1280, 800);
        page.click("nav.doors a[href='/office']");
        page.check("#close ~ form input[name=sure]");
        page.click("#close ~ form button");
        page.waitForSelector(".flash");
        assertThat(house.round.state()).isEqualTo(RoundState.CLOSED);
        assertThat(Files.exists(house.files.pepper())).isFalse();
        look(page, "home-closed");
    }
}
