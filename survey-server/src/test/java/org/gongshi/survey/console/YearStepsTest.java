package org.gongshi.survey.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongshi.survey.browser.Browser;
import org.gongshi.survey.command.OfficeHouse;
import org.gongshi.survey.office.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Calendar, workbooks and the inspection draw in a real browser, with a small generator that speaks like the real one: hostile texts
 * in every answer of it. OfficeWalkTest has the real one.
 */
class YearStepsTest {
    private static final String HOSTILE = "<img src=x onerror=\"window.ran=1\"><script>window.ran=1</script>";
    private static final String SCORES = "2025/990000/scores.csv";

    @TempDir
    Path folder;

    private Browser browser;
    private OfficeHouse house;
    private final List<List<String>> commands = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void start() {
        browser = Browser.startOrSkip();
        house = OfficeHouse.open(folder, Optional.of(this::generate));
        house.account("clerk", "经办<b>甲</b>", Role.CLERK);
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            browser.close();
            house.close();
        }
    }

    private int generate(Consumer<String> line, String... arguments) throws IOException {
        commands.add(List.of(arguments));
        switch (arguments[0]) {
            case "export-template" -> Files.writeString(Path.of(arguments[arguments.length - 1]), "a workbook");
            case "import" -> {
                String text = Files.readString(Path.of(arguments[1]));
                if (text.contains("wrong")) {
                    line.accept("scores.xlsx:3:4: error: 得分!D3: " + HOSTILE + " (改正)");
                    return 1;
                }
                Path scores = Path.of(arguments[3]).resolve(SCORES);
                Files.writeString(scores, Files.readString(scores) + "# " + HOSTILE + "\n");
            }
            case "draw-seed" -> {
                Files.writeString(Path.of(arguments[4]), "a secret seed\n");
                line.accept("承诺 sha256:" + "1".repeat(64));
                line.accept("名册 sha256:" + "2".repeat(64));
            }
            case "draw" ->
                Files.writeString(
                        Path.of(arguments[2]).resolve("2025/990000/inspection-draw.json"),
                        "{\"roster\":[{\"id\":\"D1\",\"name\":\"<b>某督学</b>\"}],\"result\":{\"teams\":[{\"number\":1,"
                                + "\"places\":[\"990100\"],\"members\":[\"D1\"]}]}}");
            default -> line.accept("?");
        }
        return 0;
    }

    private Page clerk() {
        house.clock.move(Duration.ofSeconds(60));
        Page page = browser.page(1280, 800, true);
        page.navigate(house.address() + "/office");
        page.fill("#name", "clerk");
        page.fill("#password", OfficeHouse.PASSWORD);
        page.fill("#code", house.apps.get("clerk").code(house.clock.instant()));
        page.click("main button");
        page.waitForSelector("nav.doors");
        return page;
    }

    private void look(Page page, String name) {
        for (int width : new int[] {360, 1280}) {
            page.setViewportSize(width, 800);
            assertThat(Browser.axe(page)).as(name).isEmpty();
            assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))
                    .as(name + " sticks out at " + width)
                    .isLessThanOrEqualTo(0);
            String pictures = System.getProperty("office.pictures");
            if (pictures != null) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(pictures, name + "-" + width + ".png")));
            }
        }
        assertThat(page.evaluate("() => window.ran === undefined && !document.querySelector('main img, main b')"))
                .as(name + " runs nothing")
                .isEqualTo(true);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void upload(Page page, Path file) {
        page.click("nav.doors a[href='/office/workbooks']");
        page.setInputFiles("#file", file);
        page.click("#bring ~ form button");
        page.waitForSelector("#job");
        page.waitForSelector("#job:not([data-refresh])");
        page.reload();
    }

    @Test
    void a_workbook_goes_out_comes_back_and_is_accepted_line_by_line() throws IOException {
        Page page = clerk();
        page.click("nav.doors a[href='/office/workbooks']");
        Download template = page.waitForDownload(() -> page.click("a[href='/office/workbooks/template/scores']"));
        assertThat(template.suggestedFilename()).isEqualTo("scores-2025.xlsx");
        assertThat(Files.readString(template.path())).isEqualTo("a workbook");
        upload(page, file("<b>坏.xlsx", "wrong"));
        assertThat(page.textContent("#job")).contains("有错误，没有写入", "scores.xlsx", "得分!D3: " + HOSTILE);
        look(page, "workbook-refused");
        String before = Files.readString(house.content.resolve(SCORES));
        upload(page, file("scores.xlsx", "right" + "x".repeat(300_000)));
        assertThat(page.textContent(".diff .come")).contains("+ ", HOSTILE);
        look(page, "workbook");
        assertThat(Files.readString(house.content.resolve(SCORES)))
                .as("nothing is written before somebody accepts it")
                .isEqualTo(before);
        page.check("#accept ~ form input[name=sure]");
        page.click("#accept ~ form button.button");
        page.waitForSelector(".flash:has-text('已写入')");
        assertThat(Files.readString(house.content.resolve(SCORES))).isEqualTo(before + "# " + HOSTILE + "\n");
        assertThat(house.office.log().entries(0, 100).toString()).contains("写入 " + SCORES);
        page.click("nav.doors a[href='/office/workbooks']");
        look(page, "workbooks");
    }

    @Test
    void what_changed_meanwhile_is_not_overwritten() throws IOException {
        Page page = clerk();
        upload(page, file("scores.xlsx", "right"));
        Files.writeString(house.content.resolve(SCORES), "another hand\n");
        page.check("#accept ~ form input[name=sure]");
        page.click("#accept ~ form button.button");
        page.waitForSelector("text=在此之后被改动");
        assertThat(Files.readString(house.content.resolve(SCORES))).isEqualTo("another hand\n");
    }

    @Test
    void a_long_body_is_taken_from_nobody_who_is_not_signed_in() {
        String body = "token=" + "x".repeat(300_000);
        assertThat(house.visitor().send("POST", "/office/workbooks", body).status())
                .isEqualTo(413);
    }

    @Test
    void a_commitment_then_a_draw_then_the_record() throws IOException {
        Files.delete(house.content.resolve("2025/990000/inspection-draw.json"));
        Page page = clerk();
        page.click("nav.doors a[href='/office/draw']");
        page.setInputFiles("#file", file("roster.csv", "id,name\nD1,某\n"));
        page.fill("#teams", "1");
        page.fill("#size", "1");
        page.click("#first ~ form button");
        page.waitForSelector("#promise");
        assertThat(page.textContent("main")).contains("sha256:" + "1".repeat(64), "sha256:" + "2".repeat(64));
        assertThat(page.content()).doesNotContain("a secret seed");
        look(page, "draw-promise");
        page.fill("#beacon", "07 11 19");
        page.check("#go ~ form input[name=sure]");
        page.click("#go ~ form button");
        page.waitForSelector("table");
        assertThat(page.textContent("table")).contains(house.place("990100"), "D1 <b>某督学</b>");
        look(page, "draw");
        Download record = page.waitForDownload(() -> page.click("a[href='/office/draw/record']"));
        assertThat(Files.readString(record.path(), StandardCharsets.UTF_8)).contains("某督学");
        List<String> draw = commands.get(commands.size() - 1);
        assertThat(draw).contains("--seed", "a secret seed", "--commitment", "--beacon", "07 11 19");
        assertThat(house.office.log().entries(0, 100).toString())
                .contains("承诺 sha256:1111", "公开随机数 07 11 19")
                .doesNotContain("a secret seed");
    }

    @Test
    void the_calendar_tells_what_is_due() {
        Page page = clerk();
        page.click("nav.doors a[href='/office/calendar']");
        assertThat(page.textContent("table")).contains("第三方监测报告", "2025-04-20", "未到", "已完成");
        look(page, "calendar");
    }
}
