package org.gongshi.survey.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Question;
import org.gongshi.evaluation.satisfaction.Questionnaire;
import org.gongshi.survey.browser.Browser;
import org.gongshi.survey.command.OfficeHouse;
import org.gongshi.survey.command.OfficeHouse.Got;
import org.gongshi.survey.command.OfficeHouse.Visitor;
import org.gongshi.survey.office.Role;
import org.gongshi.survey.response.Stratum;
import org.gongshi.survey.round.MintOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paper sheets keyed in twice at the console: over HTTP, and in a browser by the keyboard alone. */
class PaperEntryTest {
    private static final Instant DURING = Instant.parse("2025-03-10T04:00:00Z");
    private static final Instant AFTER = Instant.parse("2025-03-28T11:00:00Z");

    @TempDir
    Path folder;

    private OfficeHouse house;
    private Questionnaire form;
    private List<String> codes;
    private Visitor first;
    private Visitor second;

    @BeforeEach
    void start() {
        house = OfficeHouse.open(folder);
        house.account("chen", "陈某", Role.CLERK);
        house.account("gao", "高某", Role.CLERK);
        house.account("analyst", "调查机构丙", Role.ANALYST);
        house.clock.moveTo(DURING);
        var stratum = new Stratum(new PlaceCode("990100"), Audience.PUBLIC, Optional.empty());
        codes = house.round.mint(new MintOrder(stratum, Optional.empty(), 12)).codes().stream()
                .map(code -> code.printed())
                .toList();
        house.round.open();
        form = house.round.forms().orElseThrow().questionnaires().get(Audience.PUBLIC);
        first = house.visitor().signIn("chen", Optional.of(house.apps.get("chen")));
        second = house.visitor().signIn("gao", Optional.of(house.apps.get("gao")));
    }

    @AfterEach
    void stop() {
        house.close();
    }

    /** All items get the best answer; what follows comes in place of it. */
    private Got key(Visitor visitor, String code, String... others) {
        List<String> fields = new ArrayList<>(List.of("code", code));
        for (Question.Rating item : form.items()) {
            if (!List.of(others).contains("q-" + item.code())) {
                fields.addAll(List.of("q-" + item.code(), "5"));
            }
        }
        fields.addAll(List.of(others));
        visitor.get("/office/paper/public");
        return visitor.post("/office/paper/public", fields.toArray(String[]::new));
    }

    private String told(Visitor visitor) {
        return visitor.get("/office/paper/public").text();
    }

    private List<String> rows() throws IOException {
        house.clock.moveTo(AFTER);
        house.round.closeSurvey();
        Visitor analyst = house.visitor().signIn("analyst", Optional.of(house.apps.get("analyst")));
        byte[] pack = analyst.get("/office/handover.zip").response().body();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("public.csv")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
                }
            }
        }
        throw new AssertionError("no rows");
    }

    @Test
    void two_people_who_agree_make_an_answer_by_paper() throws IOException {
        String item = form.items().get(0).code();
        String remark = form.remark().orElseThrow().code();
        String priority = form.priority().orElseThrow().code();
        Got held = key(first, codes.get(0), "q-" + item, "3", "q-" + priority, "2 1", "q-" + remark, "食堂排队太久");
        assertThat(held.status()).as(held.text()).isEqualTo(303);
        assertThat(told(first)).contains("首次录入已保存", "等待第二遍的有 1 份");
        Got kept = key(second, codes.get(0).toLowerCase(), "q-" + item, "3", "q-" + priority, "1、2");
        assertThat(kept.status()).as(kept.text()).isEqualTo(303);
        assertThat(told(second)).contains("两次录入一致，已收下", "等待第二遍的有 0 份");
        assertThat(key(second, codes.get(0)).text()).contains("这个访问码的答卷已经收到");
        String log = house.office.log().entries(0, 100).toString();
        assertThat(log).contains("首次录入", "第二次录入，一致，已收下").doesNotContain(codes.get(0), "食堂");
        List<String> rows = rows();
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1)).contains(",paper,");
    }

    @Test
    void the_same_person_does_not_confirm_the_own_keying() {
        key(first, codes.get(1));
        Got got = key(first, codes.get(1));
        assertThat(got.status()).isEqualTo(422);
        assertThat(got.text()).contains("第二次须由另一人录入");
        assertThat(house.round.keyingsWaiting()).isEqualTo(1);
    }

    @Test
    void what_differs_is_shown_with_both_readings_and_corrected_or_replaced() {
        String item = form.items().get(2).code();
        key(first, codes.get(2), "q-" + item, "2");
        Got differs = key(second, codes.get(2), "q-" + item, "4");
        assertThat(differs.status()).isEqualTo(422);
        assertThat(differs.text()).contains("1 处不一致", "2 不太满意", "4 比较满意", codes.get(2));
        assertThat(differs.text()).containsPattern("value=\"4\" checked[^>]*data-key=\"4\"");
        Got corrected = key(second, codes.get(2), "q-" + item, "2");
        assertThat(corrected.status()).isEqualTo(303);
        assertThat(told(second)).contains("已收下");

        key(first, codes.get(3), "q-" + item, "2");
        assertThat(key(second, codes.get(3), "q-" + item, "").status()).isEqualTo(422);
        Got replaced = key(second, codes.get(3), "q-" + item, "", "act", "replace");
        assertThat(replaced.status()).isEqualTo(303);
        assertThat(told(second)).contains("首次录入已销毁");
        assertThat(key(second, codes.get(3), "q-" + item, "").text())
                .as("who replaced it does not confirm it")
                .contains("第二次须由另一人录入");
        assertThat(key(first, codes.get(3), "q-" + item, "").status()).isEqualTo(303);
        assertThat(told(first)).contains("已收下");
    }

    @Test
    void nothing_is_held_when_something_is_wrong_and_all_of_it_is_told() {
        String item = form.items().get(0).code();
        String priority = form.priority().orElseThrow().code();
        Got wrong = key(first, "", "q-" + item, "<b>", "q-" + priority, "99");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text())
                .contains("请填写访问码", item + " 填写有误：&lt;b&gt;", priority + " 填写有误：99")
                .doesNotContain("：<b>");
        assertThat(key(first, codes.get(4), "q-" + item, "7").text()).contains(item + "：没有这个选项");
        assertThat(key(first, "ABCD-EFGH", "q-" + item, "5").text()).contains("访问码无效");
        assertThat(first.get("/office/paper/nobody").status()).isEqualTo(404);
        assertThat(house.round.keyingsWaiting()).isZero();
    }

    @Test
    void before_the_opening_and_after_the_close_nothing_is_taken() {
        house.clock.moveTo(AFTER);
        house.round.closeSurvey();
        Visitor clerk = house.visitor().signIn("chen", Optional.of(house.apps.get("chen")));
        assertThat(clerk.get("/office/paper").text()).contains("只有调查进行期间");
        assertThat(clerk.post("/office/paper/public", "code", codes.get(0)).status())
                .isEqualTo(409);
    }

    /** Fast and without a mouse: the code, a digit for every question, Enter; the second clerk differs and corrects. */
    @Test
    void two_clerks_key_a_sheet_in_with_the_keyboard_alone() {
        try (Browser browser = Browser.startOrSkip()) {
            Page page = signedIn(browser, "chen");
            type(page, codes.get(5), 4);
            page.waitForSelector(".flash:has-text('首次录入已保存')");
            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("code");
            page = signedIn(browser, "gao");
            type(page, codes.get(5), 5);
            page.waitForSelector("#differs");
            assertThat(Browser.axe(page)).isEmpty();
            picture(page, "paper-differs");
            String field = form.items().get(0).code();
            assertThat(page.evaluate("() => document.activeElement.name")).isEqualTo("q-" + field);
            page.keyboard().press("4");
            assertThat(page.isChecked("input[name='q-" + field + "'][value='4']"))
                    .isTrue();
            for (int at = 0; at < 80 && !"keep".equals(page.evaluate("() => document.activeElement.id")); at++) {
                page.keyboard().press("Control+Enter");
            }
            page.keyboard().press("Enter");
            page.waitForSelector(".flash:has-text('已收下')");
            page.setViewportSize(360, 800);
            assertThat(Browser.axe(page)).isEmpty();
            assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))
                    .isLessThanOrEqualTo(0);
            picture(page, "paper");
            page.setViewportSize(1280, 800);
            picture(page, "paper");
            assertThat(browser.complaints())
                    .as("but for the answer that the two keyings differ")
                    .allMatch(one -> one.contains("422"));
        }
    }

    private Page signedIn(Browser browser, String name) {
        house.clock.move(java.time.Duration.ofSeconds(60));
        Page page = browser.page(1280, 800, true);
        page.navigate(house.address() + "/office");
        page.fill("#name", name);
        page.fill("#password", OfficeHouse.PASSWORD);
        page.fill("#code", house.apps.get(name).code(house.clock.instant()));
        page.click("main button");
        page.waitForSelector("nav.doors");
        page.navigate(house.address() + "/office/paper/public");
        return page;
    }

    /** The first item gets that answer, every other question the option at the top; nothing is clicked. */
    private void type(Page page, String code, int firstAnswer) {
        page.keyboard().type(code);
        page.keyboard().press("Enter");
        for (Question question : form.questions()) {
            assertThat(page.evaluate("() => document.activeElement.name")).isEqualTo("q-" + question.code());
            if (question instanceof Question.Priority) {
                page.keyboard().type("3 1");
                page.keyboard().press("Enter");
            } else if (question instanceof Question.Remark) {
                page.keyboard().type("希望多一些户外活动");
                page.keyboard().press("Control+Enter");
            } else if (question instanceof Question.Choice choice) {
                page.keyboard().type(Integer.toString(choice.options().get(0).value()));
            } else if (question.code().equals(form.items().get(0).code())) {
                page.keyboard().press(Integer.toString(firstAnswer));
            } else if (question.code().equals(form.items().get(1).code())) {
                page.keyboard().press("0");
            } else {
                page.keyboard().press("9");
            }
        }
        assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("keep");
        page.keyboard().press("Enter");
    }

    private static void picture(Page page, String name) {
        String pictures = System.getProperty("office.pictures");
        if (pictures != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(pictures, name + "-" + page.viewportSize().width + ".png")));
        }
    }
}
