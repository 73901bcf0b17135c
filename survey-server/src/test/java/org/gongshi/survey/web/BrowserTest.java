package org.gongshi.survey.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.survey.browser.Browser;
import org.gongshi.survey.intake.Reply;
import org.gongshi.survey.intake.Submission;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages in a real browser of the size of a phone. */
class BrowserTest {
    private static final int WIDTH = 360;
    private static final int HEIGHT = 740;

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

    private static Page phone(boolean javaScript) {
        return browser.page(WIDTH, HEIGHT, javaScript);
    }

    private static Respondent with(Page page, Audience audience) {
        return new Respondent(house, page, audience);
    }

    @ParameterizedTest
    @CsvSource({"PUBLIC, true", "PUBLIC, false", "PARENT, true", "PARENT, false", "STUDENT, true", "STUDENT, false"})
    void takes_a_whole_questionnaire_with_a_code(Audience audience, boolean javaScript) {
        Page page = phone(javaScript);
        String code = house.intake.issue(audience, 1);
        String receipt = with(page, audience)
                .opensTheForm()
                .typesACode(code.toLowerCase(java.util.Locale.ROOT))
                .answersEverything()
                .reviews()
                .sends()
                .receives();
        assertThat(receipt).matches("[0-9a-f]{64}");
        assertThat(house.intake.kept()).hasSize(1);
        Submission kept = house.intake.last();
        // All but the remark, which goes its own way.
        int asked = house.questionnaires.get(audience).questions().size();
        assertThat(kept.answers()).hasSize(asked - 1);
        assertThat(kept.remark()).contains("希望多一些户外活动");
        assertThat(kept.code()).contains(code);
        assertThat(kept.seconds().isPresent()).isEqualTo(javaScript);
        assertThat(page.url()).doesNotContain(code, receipt);
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requestsElsewhere(house.address())).isEmpty();
        page.context().close();
    }

    @ParameterizedTest
    @EnumSource(Audience.class)
    void takes_part_without_a_code(Audience audience) {
        Page page = phone(false);
        with(page, audience)
                .opensTheForm()
                .hasNoCode()
                .answersEverything()
                .reviews()
                .sends()
                .receives();
        Submission kept = house.intake.last();
        assertThat(kept.code()).isEmpty();
        assertThat(kept.place().orElseThrow().value()).isEqualTo("990200");
        assertThat(kept.stage().isPresent()).isEqualTo(audience != Audience.PUBLIC);
        page.context().close();
    }

    @Test
    void can_be_filled_in_with_the_keyboard_alone() {
        Page page = phone(true);
        page.navigate(house.address() + "/survey/public");
        String code = house.intake.issue(Audience.PUBLIC, 5);
        Keyboard.tabTo(page, "#way-code");
        Keyboard.tabTo(page, "#code");
        page.keyboard().type(code);
        Keyboard.tabTo(page, "#P01-5");
        page.keyboard().press("Space");
        Keyboard.tabTo(page, "#P02-5");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        Keyboard.tabTo(page, "#K03-P03");
        page.keyboard().press("Space");
        Keyboard.tabTo(page, "button[value=review]");
        page.keyboard().press("Enter");
        page.waitForSelector(".answers");
        Keyboard.tabTo(page, "button[value=send]");
        page.keyboard().press("Enter");
        with(page, Audience.PUBLIC).receives();
        assertThat(house.intake.last().answers().toString())
                .contains("P01=Chosen[value=5]", "P02=Chosen[value=3]", "P03");
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shows_what_is_wrong_and_keeps_what_was_answered(boolean javaScript) {
        Page page = phone(javaScript);
        with(page, Audience.PUBLIC).opensTheForm().answersEverything();
        page.check("#K03-P09");
        page.check("#K03-P10");
        page.click("button[value=review]");
        page.waitForSelector(".problems");
        assertThat(page.title()).startsWith("有 2 处需要修改");
        assertThat(page.locator(".problems a").allTextContents())
                .containsExactly("请输入访问码，或者选择“我没有访问码”", "第 20 题：最多选择 3 项");
        assertThat(page.getAttribute("#code", "aria-invalid")).isEqualTo("true");
        assertThat(page.textContent(
                        "#" + page.getAttribute("#code", "aria-describedby").split(" ")[1]))
                .contains("请输入访问码");
        assertThat(page.isChecked("#P01-2")).isTrue();
        assertThat(page.inputValue("#K04")).isEqualTo("希望多一些户外活动");
        page.click(".problems a[href='#code']");
        assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("code");
        if (javaScript) {
            assertThat(Browser.axe(page)).isEmpty();
        }
        page.context().close();
    }

    @Test
    void brings_the_answers_back_after_a_closed_tab_and_forgets_them_after_the_receipt() {
        BrowserContext context = browser.context(WIDTH, HEIGHT, true);
        Page first = context.newPage();
        with(first, Audience.PUBLIC).opensTheForm().hasNoCode().answersEverything();
        String nonce = first.inputValue("input[name=nonce]");
        first.close();
        Page second = context.newPage();
        Respondent respondent = with(second, Audience.PUBLIC).opensTheForm();
        assertThat(second.isChecked("#P01-2")).isTrue();
        assertThat(second.inputValue("#K04")).isEqualTo("希望多一些户外活动");
        assertThat(second.inputValue("#place")).isEqualTo("990200");
        assertThat(second.inputValue("input[name=nonce]")).isEqualTo(nonce);
        assertThat(second.textContent("#states .state")).contains("已恢复");
        respondent.reviews().sends().receives();
        assertThat(house.intake.last().nonce()).isEqualTo(nonce);
        assertThat(second.evaluate("() => localStorage.length")).isEqualTo(0);
        with(second, Audience.PUBLIC).opensTheForm();
        assertThat(second.isChecked("#P01-2")).isFalse();
        context.close();
    }

    @Test
    void clears_restored_answers_on_request_and_begins_with_another_nonce() {
        Page page = phone(true);
        Respondent respondent =
                with(page, Audience.PUBLIC).opensTheForm().hasNoCode().answersEverything();
        String nonce = page.inputValue("input[name=nonce]");
        respondent.opensTheForm();
        page.click("#states .clear");
        assertThat(page.isChecked("#P01-2")).isFalse();
        assertThat(page.inputValue("#K04")).isEmpty();
        assertThat(page.inputValue("input[name=nonce]")).matches("[0-9a-f]{32}").isNotEqualTo(nonce);
        assertThat(page.textContent("#states .count")).isEqualTo("已答 0 / 21");
        page.context().close();
    }

    @Test
    void takes_the_code_out_of_the_address_and_never_mixes_two_slips() {
        Page page = phone(true);
        String mine = house.intake.issue(Audience.STUDENT, 1);
        String yours = house.intake.issue(Audience.STUDENT, 2);
        page.navigate(house.address() + "/survey/student#" + mine);
        assertThat(page.inputValue("#code")).isEqualTo(mine);
        assertThat(page.url()).isEqualTo(house.address() + "/survey/student");
        page.check("#S01-5");
        page.reload();
        assertThat(page.isChecked("#S01-5")).as("the same slip").isTrue();
        assertThat(page.inputValue("#code")).isEqualTo(mine);
        page.navigate("about:blank");
        page.navigate(house.address() + "/survey/student#" + yours);
        assertThat(page.inputValue("#code")).isEqualTo(yours);
        assertThat(page.isChecked("#S01-5")).as("another slip").isFalse();
        page.navigate(house.address() + "/#" + mine);
        page.click("a[href*='/survey/student']");
        page.waitForSelector("#form");
        assertThat(page.inputValue("#code")).isEqualTo(mine);
        page.context().close();
    }

    @Test
    void waits_out_a_dead_network_and_goes_on_by_itself() {
        Page page = phone(true);
        Respondent respondent =
                with(page, Audience.PUBLIC).opensTheForm().hasNoCode().answersEverything();
        page.context().setOffline(true);
        page.click("button[value=review]");
        page.waitForSelector("#states.trouble");
        assertThat(page.textContent("#states .state")).contains("网络已断开");
        page.context().setOffline(false);
        page.waitForSelector(".answers");
        page.context().setOffline(true);
        respondent.sends();
        page.waitForSelector("#states .retry:visible");
        assertThat(house.intake.kept()).isEmpty();
        page.context().setOffline(false);
        respondent.receives();
        assertThat(house.intake.kept()).hasSize(1);
        page.context().close();
    }

    @Test
    void sends_again_when_the_reply_was_lost_and_counts_once() {
        Page page = phone(true);
        Respondent respondent = with(page, Audience.PUBLIC)
                .opensTheForm()
                .hasNoCode()
                .answersEverything()
                .reviews();
        var lost = new AtomicInteger();
        page.route("**/survey/public", route -> {
            if (lost.getAndIncrement() == 0) {
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });
        respondent.sends().receives();
        assertThat(lost.get()).isGreaterThan(1);
        assertThat(house.intake.kept()).hasSize(1);
        page.context().close();
    }

    @Test
    void queues_while_the_server_is_busy() {
        Page page = phone(true);
        Respondent respondent = with(page, Audience.PUBLIC)
                .opensTheForm()
                .hasNoCode()
                .answersEverything()
                .reviews();
        house.intake.replyWith(new Reply.Busy(1));
        respondent.sends();
        page.waitForSelector("#states.trouble");
        assertThat(page.textContent("#states .state")).contains("正在排队");
        house.intake.replyWith(null);
        respondent.receives();
        page.context().close();
    }

    @Test
    void sends_once_however_often_the_button_is_pressed() {
        Page page = phone(true);
        with(page, Audience.PUBLIC)
                .opensTheForm()
                .hasNoCode()
                .answersEverything()
                .reviews();
        var posts = new AtomicInteger();
        page.onRequest(request -> posts.addAndGet(request.method().equals("POST") ? 1 : 0));
        page.evaluate(
                "() => { const b = document.querySelector('button[value=send]'); b.click(); b.click(); b.click(); }");
        with(page, Audience.PUBLIC).receives();
        assertThat(posts).hasValue(1);
        page.context().close();
    }

    @Test
    void goes_back_from_the_review_without_losing_a_word() {
        Page page = phone(true);
        Respondent respondent = with(page, Audience.PUBLIC)
                .opensTheForm()
                .hasNoCode()
                .answersEverything()
                .reviews();
        page.click("button[value=edit]");
        page.waitForSelector("#form");
        assertThat(page.inputValue("#K04")).isEqualTo("希望多一些户外活动");
        page.check("#P01-5");
        respondent.reviews();
        page.goBack();
        page.waitForSelector("#form");
        assertThat(page.isChecked("#P01-5")).isTrue();
        respondent.reviews().sends().receives();
        page.context().close();
    }

    /** WCAG 2.2: 1.4.10 reflow at 320 px; 2.5.8 target size, and more of it than asked: 44 px. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/survey/public", "/survey/student"})
    void fits_a_small_phone_with_targets_for_fingers(String path) {
        Page page = browser.page(320, 568, true);
        page.navigate(house.address() + path);
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(320);
        Object small =
                page.evaluate("() => [...document.querySelectorAll('main a, button, main label.choice, label.row,"
                        + " select, textarea, summary, input.code')].filter(e => e.offsetParent !== null)"
                        + ".filter(e => e.getBoundingClientRect().height < 44 || e.getBoundingClientRect().width < 44)"
                        + ".map(e => e.outerHTML)");
        assertThat((List<?>) small).isEmpty();
        page.context().close();
    }

    /** WCAG 2.2: 1.4.10; a phone of 640 × 568 at 200 %: what stands fixed would take a third of it, and ends the page instead. */
    @Test
    void leaves_a_short_screen_to_the_questions() {
        for (int height : List.of(284, 568)) {
            Page page = browser.page(320, height, true);
            page.navigate(house.address() + "/survey/student");
            page.waitForFunction("() => !document.querySelector('#states').hidden");
            assertThat(page.evaluate("() => getComputedStyle(document.querySelector('#states')).position"))
                    .as("at a height of " + height)
                    .isEqualTo(height < 416 ? "static" : "fixed");
            page.context().close();
        }
    }

    @Test
    void shows_the_way_out_apart_from_the_scale() {
        Page page = phone(true);
        page.navigate(house.address() + "/survey/public");
        double row = page.locator("label:has(#P01-5)").boundingBox().y;
        assertThat(page.locator("label:has(#P01-1)").boundingBox().y).isCloseTo(row, within(1.0));
        assertThat(page.locator("label:has(#P01-9)").boundingBox().y).isGreaterThan(row + 60);
        page.context().close();
    }
}
