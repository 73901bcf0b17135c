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
import java.util.Optional;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.survey.browser.Browser;
import org.gongshi.survey.clue.ClueBox;
import org.gongshi.survey.clue.ClueKey;
import org.gongshi.survey.clue.OfficeKey;
import org.gongshi.survey.command.OfficeHouse;
import org.gongshi.survey.office.AuditEntry;
import org.gongshi.survey.office.Authenticator;
import org.gongshi.survey.office.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of the box of clues are made in the administrator's browser; the server has the public one, and opens the box. */
class ClueKeyTest {
    private static final String PASSPHRASE = "correct horse battery staple";
    private static final String PAGE = "/office/clues/key";

    @TempDir
    Path folder;

    private OfficeHouse house;
    private Optional<Browser> browser = Optional.empty();
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        browser.ifPresent(Browser::close);
        if (house != null) {
            house.close();
        }
    }

    private int confide(String text) throws IOException, InterruptedException {
        var body = JsonText.compact(
                Json.object().put("kind", "clue").put("text", text).build());
        var request = HttpRequest.newBuilder(URI.create(house.address() + "/api/v1/clues"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private Page signedIn(String name, Role role) {
        Authenticator app = house.account(name, name, role).orElseThrow();
        house.clock.move(Duration.ofSeconds(60));
        Page page = browser.orElseThrow().page(1280, 800, true);
        page.navigate(house.address() + "/office");
        page.fill("#name", name);
        page.fill("#password", OfficeHouse.PASSWORD);
        page.fill("#code", app.code(house.clock.instant()));
        page.click("main button");
        page.waitForSelector("nav.doors");
        page.onRequest(request -> sent.add(request.method() + " " + request.url() + " " + request.postData()));
        return page;
    }

    private static void told(Page page, String id, String words) {
        page.waitForFunction(
                "([id, words]) => document.getElementById(id).textContent.includes(words)", List.of(id, words));
    }

    private Path saved(Page page, String link, String name) {
        Path file = folder.resolve(name);
        page.waitForDownload(() -> page.click(link)).saveAs(file);
        return file;
    }

    private static void prove(Page page, Path file, String passphrase) {
        page.setInputFiles("#saved-key", file);
        page.fill("#passphrase-again", passphrase);
        page.click("#check-keys");
    }

    private void read(Page clerk, Path key) {
        clerk.click("nav.doors a[href='/office/clues']");
        clerk.setInputFiles("#key-file", key);
        clerk.fill("#passphrase", PASSPHRASE);
        clerk.click("#open-clues");
        told(clerk, "says", "已打开 1");
    }

    @Test
    void made_in_the_browser_they_open_the_box_and_what_comes_into_it() throws Exception {
        browser = Optional.of(Browser.startOrSkip());
        house = OfficeHouse.open(folder);
        assertThat(confide("还没有箱子")).isEqualTo(404);
        Page page = signedIn("admin", Role.ADMIN);
        page.click("nav.doors a[href='" + PAGE + "']");
        page.fill("#new-passphrase", "too short");
        page.click("#make-keys");
        told(page, "making-says", "不少于 12 个字符");
        page.fill("#new-passphrase", PASSPHRASE);
        page.click("#make-keys");
        told(page, "making-says", "已生成");
        Path file = saved(page, "#save-private", "clues.key");
        Path open = saved(page, "#save-public", "clues.key.pub");
        prove(page, file, "another passphrase");
        told(page, "making-says", "口令不对");
        Path other = folder.resolve("other.key");
        Files.writeString(other, OfficeKey.create().pem(PASSPHRASE.toCharArray(), new SecureRandom()));
        prove(page, other, PASSPHRASE);
        told(page, "making-says", "不是刚才生成的私钥");
        assertThat(Browser.axe(page)).isEmpty();
        assertThat(house.round.clueBox())
                .as("not before the saved file has opened")
                .isEmpty();
        prove(page, file, PASSPHRASE);
        page.waitForSelector("#fingerprint");
        assertThat(page.textContent("#fingerprint"))
                .isEqualTo(ClueKey.read(open).fingerprint());
        assertThat(page.textContent("main")).contains("线索与建议箱已开通");
        assertThat(browser.orElseThrow().complaints()).isEmpty();
        String body = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
        assertThat(sent).anySatisfy(request -> assertThat(request).startsWith("POST " + house.address() + PAGE));
        assertThat(sent)
                .allSatisfy(request -> assertThat(request)
                        .startsWith(request.split(" ")[0] + " " + house.address())
                        .doesNotContain(PASSPHRASE, "correct", body.substring(80, 120), "PRIVATE"));
        assertThat(confide("学校乱收费")).isEqualTo(201);
        assertThat(house.visitor().get("/").text()).contains("href=\"/clues\"");
        Page clerk = signedIn("clerk", Role.CLERK);
        read(clerk, file);
        assertThat(clerk.textContent(".confided")).isEqualTo("学校乱收费");
        Path exported = folder.resolve("exported.txt");
        house.round.exportClues(exported);
        assertThat(ClueBox.open(exported, OfficeKey.read(file, open, PASSPHRASE.toCharArray()))
                        .clues())
                .singleElement()
                .satisfies(clue -> assertThat(clue.text()).isEqualTo("学校乱收费"));
    }

    private OfficeHouse.Got send(OfficeHouse.Visitor admin, String pem, String... more) {
        List<String> fields = new ArrayList<>(List.of("public", pem));
        fields.addAll(List.of(more));
        return admin.post(PAGE, fields.toArray(String[]::new));
    }

    @Test
    void another_key_takes_the_place_of_one_only_when_that_is_asked_for_and_the_old_one_is_kept() {
        house = OfficeHouse.open(folder);
        var admin = house.visitor().signIn("admin", house.account("admin", "管理员甲", Role.ADMIN));
        Path file = house.office.folder().cluePublicKey();
        assertThat(admin.get(PAGE).text()).contains("还没有密钥").doesNotContain("name=\"sure\"");
        for (String none : List.of("", "abc", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")) {
            assertThat(send(admin, none).status()).as(none).isEqualTo(409);
        }
        assertThat(file).doesNotExist();
        String first = OfficeKey.create().publicPem();
        assertThat(send(admin, first).status()).isEqualTo(303);
        String before = ClueKey.parse(first).fingerprint();
        assertThat(ClueKey.read(file).fingerprint()).isEqualTo(before);
        String second = OfficeKey.create().publicPem();
        assertThat(send(admin, second).text()).contains("已经有密钥");
        assertThat(send(admin, second, "sure", "yes", "instead", "0".repeat(64)).text())
                .contains("刚刚被换过");
        assertThat(send(admin, first, "sure", "yes", "instead", before).text()).contains("正在使用的公钥");
        assertThat(file).hasContent(first);
        assertThat(admin.get(PAGE).text()).contains(before, "name=\"sure\"");
        assertThat(send(admin, second, "sure", "yes", "instead", before).status())
                .isEqualTo(303);
        String after = ClueKey.parse(second).fingerprint();
        assertThat(house.round.clueBox().orElseThrow().fingerprint()).isEqualTo(after);
        assertThat(file).hasContent(second);
        assertThat(file.resolveSibling(file.getFileName() + "." + before.substring(0, 16)))
                .hasContent(first);
        assertThat(house.office.log().entries(0, 100))
                .filteredOn(entry -> entry.outcome() == AuditEntry.Outcome.DONE)
                .extracting(AuditEntry::object)
                .contains("生成线索箱密钥，公钥指纹 " + before, "更换线索箱密钥，公钥指纹由 " + before + " 换为 " + after);
    }

    @Test
    void a_key_that_the_start_named_is_not_changed_here() throws IOException {
        Files.writeString(
                folder.resolve(OfficeHouse.CLUE_KEY + ".pub"),
                OfficeKey.create().publicPem());
        house = OfficeHouse.open(folder);
        var admin = house.visitor().signIn("admin", house.account("admin", "管理员甲", Role.ADMIN));
        String used = house.round.clueBox().orElseThrow().fingerprint();
        assertThat(admin.get(PAGE).text()).contains(used, "--clue-key").doesNotContain("id=\"making\"");
        assertThat(send(admin, OfficeKey.create().publicPem(), "sure", "yes", "instead", used)
                        .status())
                .isEqualTo(409);
        assertThat(house.round.clueBox().orElseThrow().fingerprint()).isEqualTo(used);
        assertThat(house.office.folder().cluePublicKey()).doesNotExist();
    }
}
