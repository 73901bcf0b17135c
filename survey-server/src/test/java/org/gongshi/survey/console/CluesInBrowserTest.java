package org.gongshi.survey.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.survey.browser.Browser;
import org.gongshi.survey.clue.ClueBox;
import org.gongshi.survey.clue.ClueKey;
import org.gongshi.survey.clue.OfficeKey;
import org.gongshi.survey.command.OfficeHouse;
import org.gongshi.survey.office.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What citizens confided over HTTP is opened in a real browser with the office's key file, which never leaves it. */
class CluesInBrowserTest {
    private static final String PASSPHRASE = "correct horse battery staple";
    private static final String HOSTILE =
            "<img src=x onerror=\"window.ran=1\"><script>window.ran=1</script>\u202e</p>'\"`${7*7}{{1}}\n第二行";

    @TempDir
    Path folder;

    private Browser browser;
    private OfficeHouse house;
    private Path keyFile;
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void start() throws IOException {
        browser = Browser.startOrSkip();
        keyFile = folder.resolve(OfficeHouse.CLUE_KEY);
        OfficeKey key = OfficeKey.create();
        Files.writeString(keyFile, key.pem(PASSPHRASE.toCharArray(), new SecureRandom()));
        Files.writeString(folder.resolve(OfficeHouse.CLUE_KEY + ".pub"), key.publicPem());
        house = OfficeHouse.open(folder);
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            browser.close();
            house.close();
        }
    }

    private void confide(String text, String contact) throws IOException, InterruptedException {
        var body = JsonText.compact(Json.object()
                .put("kind", "clue")
                .put("place", "990100")
                .put("text", text)
                .put("contact", contact)
                .build());
        var request = HttpRequest.newBuilder(URI.create(house.address() + "/api/v1/clues"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    }

    private Page inbox() {
        var app = house.account("clerk", "经办甲", Role.CLERK).orElseThrow();
        house.clock.move(Duration.ofSeconds(60));
        Page page = browser.page(1280, 800, true);
        page.navigate(house.address() + "/office");
        page.fill("#name", "clerk");
        page.fill("#password", OfficeHouse.PASSWORD);
        page.fill("#code", app.code(house.clock.instant()));
        page.click("main button");
        page.waitForSelector("nav.doors");
        page.onRequest(request -> sent.add(request.method() + " " + request.url() + " " + request.postData()));
        page.click("nav.doors a[href='/office/clues']");
        page.waitForSelector("#opening");
        return page;
    }

    private static void open(Page page, Path key, String passphrase) {
        page.setInputFiles("#key-file", key);
        page.fill("#passphrase", passphrase);
        page.click("#open-clues");
    }

    private static void told(Page page, String words) {
        page.waitForFunction("words => document.getElementById('says').textContent.includes(words)", words);
    }

    @Test
    void hostile_text_is_shown_as_text_and_key_and_passphrase_stay_in_the_browser() throws Exception {
        confide(HOSTILE, "<b onclick=alert(1)>某人</b>");
        confide("第二条：学校乱收费。" + "很长".repeat(500), "13900000000");
        Page page = inbox();
        open(page, keyFile, PASSPHRASE);
        told(page, "已打开 2");
        assertThat(page.locator(".confided").allTextContents())
                .containsExactlyInAnyOrder(HOSTILE, "第二条：学校乱收费。" + "很长".repeat(500));
        assertThat(page.textContent("#opened"))
                .contains(" · 线索 · " + house.place("990100"), "联系方式：<b onclick=alert(1)>某人</b>");
        assertThat(page.evaluate("() => window.ran === undefined")).isEqualTo(true);
        assertThat(page.locator("#opened")
                        .locator("img, script, b, a, [onerror]")
                        .count())
                .isZero();
        assertThat(browser.complaints()).isEmpty();
        assertThat(Browser.axe(page)).isEmpty();
        page.setViewportSize(360, 800);
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))
                .isLessThanOrEqualTo(0);
        picture(page);
        page.setViewportSize(1280, 800);
        picture(page);
        String body = Files.readString(keyFile).replaceAll("-----[A-Z ]+-----|\\s", "");
        assertThat(sent)
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request)
                        .startsWith("GET " + house.address())
                        .doesNotContain(PASSPHRASE, "correct", body.substring(0, 40), "乱收费"));
        assertThat(page.inputValue("#passphrase")).isEmpty();
        assertThat(house.office.log().entries(0, 100).toString()).contains("导出线索密文");
        page.click("#close-clues");
        assertThat(page.locator("#opened li").count()).isZero();
    }

    @Test
    void a_wrong_passphrase_a_wrong_file_and_another_key_are_told_apart() throws Exception {
        confide("一条线索", "无");
        Page page = inbox();
        page.click("#open-clues");
        told(page, "请选择私钥文件");
        open(page, keyFile, "not the passphrase at all");
        told(page, "口令不对");
        Path other = folder.resolve("other.pem");
        Files.writeString(other, OfficeKey.create().pem(PASSPHRASE.toCharArray(), new SecureRandom()));
        open(page, other, PASSPHRASE);
        told(page, "未能打开 1");
        assertThat(page.textContent("#opened")).contains("用另一把公钥加密").doesNotContain("一条线索");
        open(page, folder.resolve(OfficeHouse.CLUE_KEY + ".pub"), PASSPHRASE);
        told(page, "不是办公室的私钥文件");
    }

    /** What the browser opens and what the local command opens are the same. */
    @Test
    void the_local_command_opens_the_same_file() throws Exception {
        confide(HOSTILE, "某人");
        Path exported = folder.resolve("exported.txt");
        house.round.exportClues(exported);
        var key = OfficeKey.read(keyFile, folder.resolve(OfficeHouse.CLUE_KEY + ".pub"), PASSPHRASE.toCharArray());
        assertThat(ClueBox.open(exported, key).clues())
                .singleElement()
                .satisfies(clue -> assertThat(clue.text()).isEqualTo(HOSTILE));
        assertThat(ClueKey.read(folder.resolve(OfficeHouse.CLUE_KEY + ".pub")).fingerprint())
                .hasSize(64);
    }

    @Test
    void the_policy_forbids_inline_scripts_and_eval() throws Exception {
        confide("一条线索", "无");
        Page page = inbox();
        String policy =
                page.request().get(house.address() + "/office/clues").headers().get("content-security-policy");
        assertThat(policy).contains("script-src 'self'").doesNotContain("unsafe");
        String tried = "() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1';"
                + " document.body.append(s); return window.ran === undefined; }";
        assertThat(page.evaluate(tried)).isEqualTo(true);
        assertThat(String.join(" ", browser.complaints())).contains("Content Security Policy");
    }

    private static void picture(Page page) {
        String pictures = System.getProperty("office.pictures");
        if (pictures != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(pictures, "clues-" + page.viewportSize().width + ".png")));
        }
    }
}
