package org.gongshi.survey.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.access.AccessCode;
import org.gongshi.survey.access.CodeMint;
import org.gongshi.survey.access.Riddles;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.browser.Browser;
import org.gongshi.survey.clue.ClueBox;
import org.gongshi.survey.clue.ClueKey;
import org.gongshi.survey.clue.OfficeKey;
import org.gongshi.survey.intake.Reply;
import org.gongshi.survey.response.Stratum;
import org.gongshi.survey.round.Room;
import org.gongshi.survey.round.SurveyFiles;
import org.gongshi.survey.store.ClueStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every kind of page a respondent can meet, by two checkers that know different rules, and on the narrowest phone. With
 * {@code -Dgongshi.screenshots=FOLDER} each is kept as a picture for people to look at.
 */
class EveryPageTest {
    private static final String LANGUAGE = "mn-Mong";
    private static final Map<String, Consumer<Page>> PAGES = new LinkedHashMap<>();

    @TempDir
    static Path folder;

    private static ClueStore clues;
    private static House house;
    private static House guarded;
    private static Browser browser;
    private static AccessCode teacher;

    static {
        PAGES.put("choose", page -> open(page, "/"));
        PAGES.put("public", page -> open(page, "/survey/public"));
        PAGES.put("parent", page -> open(page, "/survey/parent"));
        PAGES.put("student", page -> {
            open(page, "/survey/student");
            page.check("#way-open");
            page.click("details summary");
        });
        PAGES.put("one-by-one", page -> {
            open(page, "/survey/student");
            page.check("#way-open");
            page.click("button[name=screen][value=one]");
            page.click("#states .next");
            page.waitForSelector(".question:visible");
        });
        PAGES.put("dead-network", page -> {
            open(page, "/survey/parent");
            page.check("#way-open");
            page.selectOption("#place", "990200");
            page.check("#stage-primary");
            page.click("label:has(#Y01-4) span");
            page.context().setOffline(true);
            page.click("button[value=review]");
            page.waitForSelector("#states.trouble");
        });
        PAGES.put("faults", page -> {
            open(page, "/survey/public");
            page.click(".send .button");
            page.waitForSelector(".problems");
        });
        PAGES.put("wrong-code", page -> send(page, "ZK7M-0000-0000-0099-1"));
        PAGES.put("spent", page -> {
            String code = house.intake.issue(Audience.PUBLIC, 3);
            send(page, code);
            page.waitForSelector(".receipt");
            // Another person's phone.
            page.evaluate("() => localStorage.clear()");
            send(page, code);
            page.waitForSelector("h1:has-text('已经用过')");
        });
        PAGES.put("busy", page -> {
            house.intake.replyWith(new Reply.Busy(1));
            send(page, house.intake.issue(Audience.PUBLIC, 4));
            page.waitForSelector(".problems");
        });
        PAGES.put("review", page -> review(page, house));
        PAGES.put("wait", page -> {
            // As where scripts are off; checkers need one themselves.
            page.route("**/survey.js*", com.microsoft.playwright.Route::abort);
            review(page, guarded);
            page.click("button[value=send]");
            page.waitForSelector(".wait");
        });
        PAGES.put("receipt", page -> {
            review(page, house);
            page.click("button[value=send]");
            page.waitForSelector(".receipt");
        });
        PAGES.put("receipt-gone", page -> open(page, "/receipt"));
        PAGES.put("receipts", page -> {
            house.publish(List.of("ab01".repeat(16), "abff".repeat(16)));
            open(page, "/receipts?prefix=ab");
        });
        PAGES.put("receipts-fault", page -> {
            house.publish(List.of());
            open(page, "/receipts?prefix=xy");
        });
        PAGES.put("not-found", page -> open(page, "/nowhere"));
        PAGES.put("accessibility", page -> open(page, "/accessibility"));
        PAGES.put("not-yet", page -> shut(page, SurveyState.NOT_YET_OPEN, "/"));
        PAGES.put("closed", page -> shut(page, SurveyState.CLOSED, "/survey/parent"));
        PAGES.put("clues", page -> open(page, "/clues"));
        PAGES.put("clues-faults", page -> {
            open(page, "/clues");
            page.click(".send .button");
            page.waitForSelector(".problems");
        });
        PAGES.put("clues-received", page -> {
            open(page, "/clues");
            page.check("input[value=clue]");
            page.fill("#clue-text", "食堂收费不公开");
            page.click(".send .button");
            page.waitForSelector("h1:has-text('已收到')");
        });
        PAGES.put("room", page -> open(page, "/room"));
        PAGES.put("room-unknown", page -> {
            sit(page, "00000000", "1");
            page.waitForSelector("#room-fault");
        });
        PAGES.put("room-open", page -> open(page, "/room/open"));
        PAGES.put("room-screen", page -> room(page));
        PAGES.put("room-seated", page -> {
            sit(page, room(page), "2");
            page.waitForSelector(".seated");
        });
        PAGES.put("room-taken", page -> {
            String number = room(page);
            sit(page, number, "3");
            page.waitForSelector(".seated");
            sit(page, number, "3");
            page.waitForSelector("#room-fault");
        });
    }

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.startOrSkip();
        var random = new SecureRandom();
        SurveyFiles files = SurveyFiles.beside(folder.resolve("data"));
        clues = new ClueStore(files.folder().create(), RowKey.readOrCreate(files.rowKey(), random), random);
        Path key = Files.writeString(
                folder.resolve("clues.key.pub"), OfficeKey.create().publicPem());
        house = House.speaking(Optional.of(new ClueBox(clues, ClueKey.read(key))), LANGUAGE);
        guarded = House.guarded(Riddles.door(1), OpenLinkRules.USUAL, Clock.systemUTC());
        var mint = new CodeMint(random);
        teacher = mint.mintShared();
        List<Room.Seat> seats = Stream.generate(() -> mint.mint(1).get(0))
                .limit(8)
                .map(code -> new Room.Seat(code, false))
                .toList();
        var stratum = new Stratum(new PlaceCode("990100"), Audience.STUDENT, Optional.of(SchoolStage.PRIMARY));
        house.rooms.put(teacher.value(), new Room(teacher, stratum, seats));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            house.close();
            guarded.close();
            clues.close();
        }
    }

    @BeforeEach
    void freshen() {
        house.freshen();
    }

    static Stream<String> names() {
        return PAGES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void two_checkers_find_nothing_and_it_fits(String name) {
        Page page = browser.page(360, 640, true);
        PAGES.get(name).accept(page);
        picture(page, name);
        source(page, name);
        assertThat(Browser.axe(page)).as("axe").isEmpty();
        assertThat(Browser.sniffed(page)).as("HTML_CodeSniffer").isEmpty();
        // A tablet, a desk, the narrowest phone.
        for (int width : List.of(768, 1280, 320)) {
            page.setViewportSize(width, width == 320 ? 568 : 800);
            assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
            picture(page, name + "-" + width);
        }
        page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }");
        assertThat((List<?>) page.evaluate("() => document.documentElement.scrollWidth <= 320 ? [] :"
                        + " [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > 321)"
                        + ".map(e => e.outerHTML.slice(0, 120))"))
                .as("letters twice as large")
                .isEmpty();
        picture(page, name + "-200");
        page.evaluate("() => { document.documentElement.style.fontSize = ''; }");
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK).setReducedMotion(ReducedMotion.REDUCE));
        assertThat(page.evaluate("() => getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(18, 24, 30)");
        assertThat(Browser.contrast(page)).as("dark").isEmpty();
        picture(page, name + "-dark");
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT).setForcedColors(ForcedColors.ACTIVE));
        picture(page, name + "-forced");
        page.context().close();
    }

    /** Both checkers must be able to find something. */
    @Test
    void the_checkers_find_what_is_wrong() {
        Page page = browser.page(360, 640, true);
        page.setContent("<html><head><title></title></head><body><img src='x'><input id='a'></body></html>");
        assertThat(Browser.axe(page)).isNotEmpty();
        assertThat(Browser.sniffed(page)).isNotEmpty();
        page.context().close();
    }

    /** From top to bottom, columns from left to right: as high as the screen, plain radios, goes on sideways. */
    @Test
    void mongolian_script_is_laid_out_in_columns_and_filled_in_on_a_phone() {
        List<String> complaints = new ArrayList<>();
        for (String path : List.of("/", "/survey/public", "/survey/student", "/clues", "/room", "/accessibility")) {
            Page page = browser.page(360, 740, true);
            page.navigate(house.address() + path + "?lang=" + LANGUAGE);
            page.evaluate("() => document.fonts.ready.then(() => true)");
            picture(page, "vertical" + path.replace('/', '-'));
            assertThat(page.evaluate("() => getComputedStyle(document.querySelector('main')).writingMode"))
                    .isEqualTo("vertical-lr");
            assertThat((Integer) page.evaluate("() => document.documentElement.scrollHeight"))
                    .as(path)
                    .isLessThanOrEqualTo(740);
            assertThat((Boolean) page.evaluate("() => document.fonts.check('17px \"Noto Sans Mongolian\"', '\\u1820')"))
                    .isTrue();
            complaints.addAll(Browser.axe(page));
            complaints.addAll(Browser.sniffed(page));
            page.context().close();
        }
        assertThat(complaints).isEmpty();
        Page page = browser.page(360, 740, true);
        page.navigate(house.address() + "/survey/public?lang=" + LANGUAGE);
        page.check("#way-open");
        page.selectOption("#place", "990200");
        new Respondent(house, page, Audience.PUBLIC).answersEverything();
        picture(page, "vertical-answered");
        page.click(".send .button");
        page.waitForSelector(".answers");
        picture(page, "vertical-review");
        page.click("button[value=send]");
        page.waitForSelector(".receipt");
        picture(page, "vertical-receipt");
        assertThat(house.intake.kept()).hasSize(1);
        page.context().close();
    }

    /** With a script from this device, at a seat and without a script by the form itself. */
    @Test
    void answers_come_along_when_the_language_is_changed() {
        for (boolean javaScript : List.of(true, false)) {
            Page page = browser.page(360, 740, javaScript);
            page.navigate(house.address() + "/survey/public");
            page.check("#way-open");
            page.click("label:has(#P01-4) span");
            page.fill("#K04", "意见");
            String nonce = page.inputValue("input[name=nonce]");
            page.click(".languages button");
            page.waitForSelector("html.vertical #form");
            assertThat(page.isChecked("#P01-4")).isTrue();
            assertThat(page.isChecked("#way-open")).isTrue();
            assertThat(page.inputValue("#K04")).isEqualTo("意见");
            assertThat(page.inputValue("input[name=nonce]")).isEqualTo(nonce);
            page.click(".languages button");
            page.waitForSelector("html:not(.vertical) #form");
            assertThat(page.isChecked("#P01-4")).isTrue();
            page.context().close();
        }
        Page seated = browser.page(360, 740, true);
        sit(seated, room(seated), "5");
        seated.waitForSelector(".seated");
        seated.click("label:has(#S01-4) span");
        seated.click(".languages button");
        seated.waitForSelector("html.vertical .seated");
        assertThat(seated.isChecked("#S01-4")).isTrue();
        seated.context().close();
    }

    /** The teacher opens a room, a pupil comes to a seat, somebody writes to the office, somebody looks for a receipt. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rooms_clues_and_receipts_need_no_mouse(boolean javaScript) {
        Page page = browser.page(360, 740, javaScript);
        open(page, "/room/open");
        Keyboard.types(page, "#code", teacher.value());
        Keyboard.presses(page, ".send button", "Enter");
        page.waitForSelector(".seats");
        String number = page.textContent(".number strong");
        open(page, "/room");
        Keyboard.types(page, "#room", number);
        Keyboard.types(page, "#seat", javaScript ? "7" : "8");
        Keyboard.presses(page, ".send button", "Enter");
        page.waitForSelector(".seated");
        Keyboard.presses(page, "#S01-5", "Space");
        assertThat(page.isChecked("#S01-5")).isTrue();
        open(page, "/clues");
        Keyboard.presses(page, "input[value=clue]", "Space");
        Keyboard.types(page, "#clue-text", "食堂收费不公开");
        Keyboard.presses(page, ".send button", "Enter");
        page.waitForSelector("h1:has-text('已收到')");
        house.publish(List.of("ab01".repeat(16)));
        open(page, "/receipts");
        Keyboard.types(page, "#prefix", "ab");
        Keyboard.presses(page, ".send button", "Enter");
        page.waitForSelector("li:has-text('AB01-AB01')");
        page.context().close();
    }

    private static void open(Page page, String path) {
        page.navigate(house.address() + path);
    }

    private static void shut(Page page, SurveyState state, String path) {
        house.turn(state);
        open(page, path);
    }

    private static void send(Page page, String code) {
        open(page, "/survey/public");
        page.check("#way-code");
        page.fill("#code", code);
        // As a browser without a script sends it.
        page.evaluate("() => { const f = document.querySelector('#form'), s = document.createElement('input');"
                + " s.type = 'hidden'; s.name = 'step'; s.value = 'send'; f.appendChild(s); f.submit(); }");
        page.waitForSelector("#main");
    }

    private static void review(Page page, House where) {
        page.navigate(where.address() + "/survey/public");
        page.check("#way-open");
        page.selectOption("#place", "990200");
        page.click("label:has(#P01-4) span");
        page.click("button[value=review]");
        page.waitForSelector(".answers");
    }

    private static String room(Page page) {
        open(page, "/room/open");
        page.fill("#code", teacher.value());
        page.click(".send .button");
        page.waitForSelector(".seats");
        return page.textContent(".number strong");
    }

    private static void sit(Page page, String number, String seat) {
        open(page, "/room");
        page.fill("#room", number);
        page.fill("#seat", seat);
        page.click(".send .button");
    }

    /** For a checker of the markup as it was sent, with -Dgongshi.pages=FOLDER. */
    private static void source(Page page, String name) {
        String wanted = System.getProperty("gongshi.pages", "");
        if (!wanted.isEmpty()) {
            try {
                Files.writeString(Path.of(wanted, name + ".html"), page.content());
            } catch (IOException fault) {
                throw new java.io.UncheckedIOException(fault);
            }
        }
    }

    private static void picture(Page page, String name) {
        String wanted = System.getProperty("gongshi.screenshots", "");
        if (!wanted.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(wanted, name + ".png"))
                    .setFullPage(!name.startsWith("vertical")));
        }
    }
}
