package org.gongshi.survey.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import org.gongshi.survey.browser.Browser;
import org.gongshi.survey.command.ConsoleFieldwork;
import org.gongshi.survey.command.OfficeHouse;
import org.gongshi.survey.office.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page of the console that can be reached by links, as each role, before and after the survey: in the light and in the dark, on a
 * phone and on a screen. With {@code -Doffice.pictures=FOLDER} each is kept as a picture.
 */
@EnabledIfSystemProperty(named = "gongshi.harness", matches = "true")
class OfficePagesHarnessTest {
    private static final Instant DURING = Instant.parse("2025-03-10T04:00:00Z");
    private static final Map<String, Role> PEOPLE = new LinkedHashMap<>();
    /** Pages of one kind are looked at once: that of the first place, the first file. */
    private static final List<String> MANY = List.of(
            "/office/notices/",
            "/office/stages/",
            "/office/intake/",
            "/office/reports/",
            "/office/file?",
            "/office/audit?",
            "/office/announcements/");

    static {
        PEOPLE.put("clerk", Role.CLERK);
        PEOPLE.put("admin", Role.ADMIN);
        PEOPLE.put("reviewer", Role.REVIEWER);
        PEOPLE.put("analyst", Role.ANALYST);
    }

    @TempDir
    Path folder;

    private final List<String> complaints = new ArrayList<>();

    @Test
    void every_page_can_be_read_in_the_dark_and_fits_a_phone() {
        Browser browser = Browser.startOrSkip();
        try (OfficeHouse house = OfficeHouse.open(folder, OfficeHouse.generator())) {
            PEOPLE.forEach((name, role) -> house.account(name, "岗位" + name, role));
            Set<String> seen = new TreeSet<>();
            house.clock.moveTo(DURING);
            house.round.open();
            ConsoleFieldwork.collect(house, 2025);
            PEOPLE.keySet().forEach(name -> walk(house, browser, name, "open", seen));
            house.round.closeSurvey();
            Set<String> afterwards = new TreeSet<>();
            PEOPLE.keySet().forEach(name -> walk(house, browser, name, "closed", afterwards));
            assertThat(seen).hasSizeGreaterThan(30);
        } finally {
            browser.close();
        }
        assertThat(complaints).isEmpty();
    }

    private void walk(OfficeHouse house, Browser browser, String name, String state, Set<String> seen) {
        Page page = signedIn(house, browser, name);
        Queue<String> next = new ArrayDeque<>(links(page));
        while (!next.isEmpty()) {
            String path = next.remove();
            String address = house.address() + path;
            if (seen.add(kind(path)) && isPage(page, address)) {
                page.navigate(address);
                look(page, state + path.replace('/', '-').replaceAll("[^-0-9a-z]", "_"));
                next.addAll(links(page));
            }
        }
        page.context().close();
    }

    private static String kind(String path) {
        return MANY.stream().filter(path::startsWith).findFirst().orElse(path);
    }

    private static List<String> links(Page page) {
        return ((List<?>) page.evaluate("() => [...document.querySelectorAll('a[href]')]"
                        + ".filter(a => a.origin === location.origin && a.pathname.startsWith('/office'))"
                        + ".map(a => a.pathname + a.search)"))
                .stream().map(String::valueOf).distinct().toList();
    }

    /** No download. */
    private static boolean isPage(Page page, String address) {
        return page.context()
                .request()
                .head(address)
                .headers()
                .getOrDefault("content-type", "")
                .startsWith("text/html");
    }

    private static Page signedIn(OfficeHouse house, Browser browser, String name) {
        house.clock.move(Duration.ofSeconds(60));
        Page page = browser.page(1280, 800, true);
        page.navigate(house.address() + "/office");
        page.fill("#name", name);
        page.fill("#password", OfficeHouse.PASSWORD);
        page.fill("#code", Optional.of(house.apps.get(name)).orElseThrow().code(house.clock.instant()));
        page.click("main button");
        page.waitForSelector("nav.doors");
        return page;
    }

    private void look(Page page, String name) {
        page.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        Browser.axe(page).forEach(found -> complaints.add(name + " " + found));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        for (int width : new int[] {360, 1280}) {
            page.setViewportSize(width, 800);
            Browser.contrast(page).forEach(found -> complaints.add(name + " dark " + width + " " + found));
            if ((Integer) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth") > 0) {
                complaints.add(name + " sticks out at " + width);
            }
            String pictures = System.getProperty("office.pictures");
            if (pictures != null) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(pictures, name + "-dark-" + width + ".png")));
            }
        }
    }
}
