package org.gongshi.survey.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Clock;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.survey.access.Riddles;
import org.gongshi.survey.browser.Browser;
import org.gongshi.survey.intake.Submission.Entry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One question a screen, and what a sheet that could not be sent becomes on the next visit. */
class LaterVisitTest {
    private static House house;
    private static Browser browser;

    @BeforeAll
    static void start() {
        browser = Browser.startOrSkip();
        house = House.open();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            house.close();
        }
    }

    @BeforeEach
    void freshen() {
        house.freshen();
        browser.complaints();
    }

    @Test
    void a_confirmed_sheet_is_delivered_by_a_later_visit_after_the_tab_was_closed() {
        BrowserContext context = browser.context(360, 740, true);
        Page first = context.newPage();
        String code = house.intake.issue(Audience.PUBLIC, 1);
        Respondent respondent = new Respondent(house, first, Audience.PUBLIC)
                .opensTheForm()
                .typesACode(code)
                .answersEverything()
                .reviews();
        first.route("**/survey/public", route -> route.abort());
        respondent.sends();
        first.waitForSelector("#states .retry:visible");
        first.close();
        assertThat(house.intake.kept()).isEmpty();

        Page second = context.newPage();
        second.navigate(house.address() + "/survey/student");
        second.waitForSelector("#late:has-text('现在已经收到')");
        assertThat(house.intake.kept()).hasSize(1);
        assertThat(house.intake.last().code()).contains(code);
        assertThat(second.isChecked("#S01-2")).isFalse();
        assertThat(second.evaluate("() => localStorage.length")).isEqualTo(0);
        assertThat(Browser.axe(second)).isEmpty();
        second.reload();
        assertThat(house.intake.kept()).hasSize(1);
        context.close();
    }

    /** As browsers do that allow no cookies, and private windows: even to ask for the place is an error. */
    @Test
    void a_browser_that_lets_nothing_be_kept_sends_all_the_same() {
        BrowserContext context = browser.context(320, 640, true);
        context.addInitScript("Object.defineProperty(window, 'localStorage',"
                + " { get: function () { throw new DOMException('denied', 'SecurityError'); } })");
        context.addInitScript("Object.defineProperty(document, 'cookie',"
                + " { get: function () { throw new DOMException('denied', 'SecurityError'); } })");
        Page page = context.newPage();
        String code = house.intake.issue(Audience.PARENT, 1);
        Respondent respondent = new Respondent(house, page, Audience.PARENT)
                .opensTheForm()
                .typesACode(code)
                .answersEverything();
        context.setOffline(true);
        page.click("button[value=review]");
        page.waitForSelector("#states.trouble");
        context.setOffline(false);
        page.waitForSelector(".answers");
        respondent.sends().receives();
        assertThat(house.intake.kept()).hasSize(1);
        assertThat(house.intake.last().code()).contains(code);
        context.close();
    }

    @Test
    void shows_one_question_a_screen_to_those_who_want_it_and_remembers() {
        Page page = browser.page(360, 740, true);
        String code = house.intake.issue(Audience.STUDENT, 1);
        new Respondent(house, page, Audience.STUDENT).opensTheForm().typesACode(code);
        assertThat(page.isVisible(".guardian")).isTrue();
        page.click("button[name=screen][value=one]");
        assertThat(page.isVisible(".way")).isTrue();
        assertThat(page.locator(".question:visible").count()).isZero();
        assertThat(Browser.axe(page)).isEmpty();
        page.click("#states .next");
        assertThat(page.locator(".question:visible").count()).isEqualTo(1);
        assertThat(page.isVisible(".lead")).isFalse();
        assertThat((Boolean) page.evaluate("() => document.activeElement.contains(document.querySelector('#S01-5'))"))
                .isTrue();
        assertThat(Browser.axe(page)).isEmpty();
        page.reload();
        assertThat(page.getAttribute("button[name=screen][value=one]", "aria-pressed"))
                .isEqualTo("true");
        walkToTheEnd(page);
        page.click("button[value=review]");
        page.waitForSelector(".answers");
        assertThat(page.isVisible(".lead")).isTrue();
        assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(360);
        page.click("button[value=send]");
        page.waitForSelector(".receipt");
        assertThat(browser.complaints()).isEmpty();
        page.context().close();
    }

    @Test
    void the_page_solves_the_riddle_of_the_open_link_while_the_questions_are_answered() {
        try (House guarded = House.guarded(Riddles.door(3), OpenLinkRules.USUAL, Clock.systemUTC())) {
            Page page = browser.page(360, 740, true);
            new Respondent(guarded, page, Audience.PUBLIC)
                    .opensTheForm()
                    .hasNoCode()
                    .answersEverything()
                    .reviews()
                    .sends()
                    .receives();
            assertThat(guarded.intake.last().entry()).isEqualTo(Entry.RESPONDENT);
            assertThat(guarded.intake.last().code()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
            page.context().close();
        }
    }

    private static void walkToTheEnd(Page page) {
        int questions = page.locator(".question").count();
        for (int question = 0; question < questions; question++) {
            page.click("#states .next");
            assertThat(page.locator(".question:visible").count()).isEqualTo(1);
        }
        page.click("#states .next");
        assertThat(page.locator(".question:visible").count()).isZero();
    }

    @Test
    void comes_to_the_screen_of_a_fault() {
        Page page = browser.page(360, 740, true);
        new Respondent(house, page, Audience.PUBLIC).opensTheForm();
        page.click("button[name=screen][value=one]");
        walkToTheEnd(page);
        page.click("button[value=review]");
        page.waitForSelector(".problems");
        assertThat(page.isVisible("#code")).isTrue();
        page.context().close();
    }

    @Test
    void a_page_that_slept_while_another_tab_sent_bears_no_number_that_was_used() {
        BrowserContext context = browser.context(360, 740, true);
        Page asleep = context.newPage();
        new Respondent(house, asleep, Audience.PUBLIC).opensTheForm().answersEverything();
        String nonce = asleep.inputValue("input[name=nonce]");
        Page awake = context.newPage();
        String code = house.intake.issue(Audience.PUBLIC, 1);
        new Respondent(house, awake, Audience.PUBLIC)
                .opensTheForm()
                .typesACode(code)
                .reviews()
                .sends()
                .receives();
        assertThat(house.intake.last().nonce()).isEqualTo(nonce);
        asleep.locator("input[name=nonce]:not([value='" + nonce + "'])")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        assertThat(asleep.inputValue("input[name=nonce]"))
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(nonce);
        assertThat(asleep.isChecked("#P01-2")).isFalse();
        context.close();
    }
}
