package org.gongshi.survey.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongshi.survey.command.OfficeHouse;
import org.gongshi.survey.command.OfficeHouse.Got;
import org.gongshi.survey.command.OfficeHouse.Visitor;
import org.gongshi.survey.office.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a clerk would else write as YAML by hand, in forms without a script: faults beside the field, nothing typed lost, nothing else touched. */
class RecordsTest {
    private static final String ROUND = "2025/990000/";
    private static final String HOSTILE = "\"><script>alert(1)</script>: # '";

    @TempDir
    static Path folder;

    private static OfficeHouse house;
    private static Visitor clerk;
    private static Visitor auditor;

    @BeforeAll
    static void start() throws IOException {
        house = OfficeHouse.open(folder);
        Path results = Path.of("..", "content", "demo", ROUND, "results.json");
        Files.copy(results, house.content.resolve(ROUND + "results.json"));
        // As the year is when objections come: nothing approved yet.
        try (Stream<Path> all = Files.walk(house.content.resolve(ROUND))) {
            for (Path one : all.filter(file -> file.endsWith("decisions.yaml")).toList()) {
                Files.delete(one);
            }
        }
        clerk = house.visitor().signIn("clerk", house.account("clerk", "经办甲", Role.CLERK));
        auditor = house.visitor().signIn("auditor", house.account("auditor", "审计乙", Role.AUDITOR));
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    private static String text(String name) throws IOException {
        return Files.readString(house.content.resolve(name));
    }

    private static Got send(String page, String target, String... fields) {
        String shown = clerk.get(page).text();
        Matcher digest = Pattern.compile("name=\"digest\" value=\"([^\"]*)\"").matcher(shown);
        assertThat(digest.find()).as(shown).isTrue();
        List<String> all = new ArrayList<>(List.of("digest", digest.group(1)));
        all.addAll(List.of(fields));
        if (page.contains("announcements")) {
            var body = new StringBuilder();
            all.addAll(List.of("token", clerk.token()));
            for (int at = 0; at < all.size(); at += 2) {
                body.append("--x\r\nContent-Disposition: form-data; name=\"" + all.get(at) + "\"\r\n\r\n"
                        + all.get(at + 1) + "\r\n");
            }
            return clerk.multipart(target, "x", body + "--x--\r\n");
        }
        return clerk.post(target, all.toArray(String[]::new));
    }

    /** The page of the change, as soon as it is no longer under way; then it is written. */
    private static String written(Got got) {
        assertThat(got.status()).as(got.text()).isEqualTo(303);
        String address = got.header("Location");
        long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        String page = clerk.get(address).text();
        while (page.contains("data-refresh") && System.nanoTime() < deadline) {
            page = clerk.get(address).text();
        }
        assertThat(clerk.post(address + "/accept", "sure", "yes").status())
                .as(page)
                .isEqualTo(303);
        return page;
    }

    /** The forms of the page by what they are sent to, with the values of their fields. */
    private static String fault(String page, String id) {
        Matcher found = Pattern.compile("id=\"" + Pattern.quote(id) + "-fault\">([^<]*)<")
                .matcher(page);
        return found.find() ? found.group(1) : "";
    }

    @Test
    void an_objection_is_registered_handled_and_taken_out() throws IOException {
        String file = ROUND + "objections.yaml";
        house.clock.move(Duration.ofDays(300));
        clerk = house.visitor().signIn("clerk", java.util.Optional.of(house.apps.get("clerk")));
        String before = text(file);
        Got wrong = send(
                "/office/records/objections",
                "/office/records/objections/new",
                "received",
                "2025-12-03",
                "about",
                HOSTILE,
                "handled",
                "2025-12-01");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text())
                .contains("id=\"entry-new\" open")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;: # '</textarea>")
                .doesNotContain("<script>alert");
        assertThat(fault(wrong.text(), "new-result")).contains("须同时填写");
        assertThat(fault(wrong.text(), "new-handled")).contains("早于收到日期");
        assertThat(text(file)).isEqualTo(before);
        String page = written(send(
                "/office/records/objections",
                "/office/records/objections/new",
                "received",
                "2025-12-03",
                "about",
                HOSTILE));
        assertThat(page).contains("登记表改动", "+ ").doesNotContain("<script>alert");
        assertThat(text(file)).startsWith(before);
        assertThat(clerk.get("/office/records/objections").text())
                .contains("未处理")
                .doesNotContain("<script>alert");
        written(send(
                "/office/records/objections",
                "/office/records/objections/3",
                "received",
                "2025-12-03",
                "about",
                HOSTILE,
                "handled",
                "2025-12-04",
                "result",
                "不成立"));
        assertThat(text(file)).contains("    handled: 2025-12-04\n    result: 不成立\n");
        written(send("/office/records/objections", "/office/records/objections/3/remove"));
        assertThat(text(file)).isEqualTo(before);
        assertThat(send("/office/records/objections", "/office/records/objections/3/remove")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void a_period_that_is_too_short_and_items_without_their_form_are_told_beside_the_field() throws IOException {
        Got got = send(
                "/office/records/objections",
                "/office/records/objections",
                "from",
                "2025-11-28",
                "to",
                "2025-12-01",
                "channel",
                "书面",
                "phone",
                "",
                "address",
                "教育路1号");
        assertThat(got.status()).isEqualTo(422);
        assertThat(fault(got.text(), "head-to")).contains("只有 2 个工作日");
        assertThat(fault(got.text(), "head-phone")).contains("请填写这一栏");
        String before = text("site.yaml");
        List<String> fields = new ArrayList<>(List.of(
                "name",
                "甲网",
                "domain",
                "https://a.cn/",
                "identifier",
                "12",
                "asOf",
                "2025-12-10",
                "sponsor",
                "甲",
                "operator",
                "乙",
                "icp",
                "12345678",
                "publicSecurity",
                "x",
                "contact.phone",
                "一二三",
                "contact.address",
                "丙",
                "contact.email",
                "d",
                "licence",
                "CC-BY-4.0",
                "subjectCategory",
                "教育"));
        got = send("/office/records/site", "/office/records/site", fields.toArray(String[]::new));
        assertThat(got.status()).isEqualTo(422);
        for (String field : List.of("icp", "publicSecurity", "contact-phone", "contact-email")) {
            assertThat(fault(got.text(), "head-" + field)).as(field).contains("写成");
        }
        assertThat(got.text()).contains("https://a.cn/</textarea>");
        fields.set(fields.indexOf("12345678"), "蒙ICP备12345678号-1");
        fields.set(fields.indexOf("x"), "蒙公网安备15010502000001号");
        fields.set(fields.indexOf("一二三"), "0471-1234567");
        fields.set(fields.indexOf("d"), "a@b.cn");
        got = send("/office/records/site", "/office/records/site", fields.toArray(String[]::new));
        assertThat(fault(got.text(), "head-domain")).contains("域名");
        assertThat(fault(got.text(), "head-identifier")).contains("网站标识码");
        fields.set(fields.indexOf("https://a.cn/"), "a.cn");
        fields.set(fields.indexOf("12"), "bm12345678");
        written(send("/office/records/site", "/office/records/site", fields.toArray(String[]::new)));
        assertThat(text("site.yaml"))
                .startsWith(before.substring(0, before.indexOf("name:")))
                .contains(
                        "name: 甲网\ndomain: \"a.cn\"\nidentifier: \"bm12345678\"\ndemonstration: true\nasOf: 2025-12-10\n")
                .contains(
                        "contact:\n  phone: \"0471-1234567\"\n  address: 丙\n  email: \"a@b.cn\"\nlicence: CC-BY-4.0\n");
        Files.writeString(house.content.resolve("site.yaml"), before);
    }

    @Test
    void outcomes_and_corrections_are_chosen_from_what_there_is() throws IOException {
        String page = clerk.get("/office/records/outcomes").text();
        assertThat(page).contains("<option value=\"falsification\">弄虚作假</option>", "<option value=\"990100\"");
        Got got = send(
                "/office/records/outcomes",
                "/office/records/outcomes/new",
                "place",
                "110000",
                "kind",
                "praise",
                "date",
                "2025-13-01",
                "document",
                "〔2025〕1号",
                "body",
                "政府",
                "text",
                "约谈");
        assertThat(got.status()).isEqualTo(422);
        assertThat(fault(got.text(), "new-date")).contains("2025-13-01");
        got = send(
                "/office/records/outcomes",
                "/office/records/outcomes/new",
                "place",
                "110000",
                "kind",
                "praise",
                "date",
                "2025-12-01",
                "document",
                "〔2025〕1号",
                "body",
                "政府",
                "text",
                "约谈");
        assertThat(fault(got.text(), "new-kind")).isNotEmpty();
        got = send(
                "/office/records/corrections",
                "/office/records/corrections/new",
                "date",
                "2025-12-01",
                "page",
                "yulan",
                "old",
                "1",
                "new",
                "1",
                "reason",
                "录入",
                "document",
                "〔2025〕2号");
        assertThat(fault(got.text(), "new-page")).contains("从“/”写起");
        assertThat(fault(got.text(), "new-new")).contains("相同");
    }

    @Test
    void a_notice_is_written_and_changed() throws IOException {
        Got got = send(
                "/office/announcements/new",
                "/office/announcements/new",
                "name",
                "公示",
                "title",
                "",
                "date",
                "2025-03-02",
                "body",
                "## 小标题\n\n正文 " + HOSTILE);
        assertThat(got.status()).isEqualTo(422);
        assertThat(fault(got.text(), "name")).contains("小写字母");
        assertThat(fault(got.text(), "title")).contains("请填写");
        assertThat(got.text()).contains("## 小标题", "&lt;script&gt;").doesNotContain("<script>alert");
        written(send(
                "/office/announcements/new",
                "/office/announcements/new",
                "name",
                "notice",
                "title",
                "关于: 通知",
                "date",
                "2025-03-02",
                "body",
                "正文\n"));
        String file = "notices/2025-03-02-notice.md";
        assertThat(text(file)).isEqualTo("---\ntitle: \"关于: 通知\"\ndate: 2025-03-02\n---\n正文\n");
        assertThat(send(
                                "/office/announcements/new",
                                "/office/announcements/new",
                                "name",
                                "notice",
                                "title",
                                "甲",
                                "date",
                                "2025-03-02",
                                "body",
                                "乙")
                        .text())
                .contains("已有同名的公告");
        written(send(
                "/office/announcements/2025-03-02-notice",
                "/office/announcements/2025-03-02-notice",
                "title",
                "关于: 通知",
                "date",
                "2025-03-03",
                "body",
                "正文"));
        assertThat(text(file)).isEqualTo("---\ntitle: \"关于: 通知\"\ndate: 2025-03-03\n---\n正文\n");
        assertThat(clerk.get("/office/announcements").text()).contains("关于: 通知");
        assertThat(clerk.get("/office/announcements/..%2Fsite").status()).isEqualTo(404);
    }

    @Test
    void what_changed_meanwhile_is_not_overwritten_and_what_is_no_yaml_is_left_to_the_editor() throws IOException {
        String file = ROUND + "outcomes.yaml";
        String before = text(file);
        Got got = clerk.post("/office/records/outcomes/1", "digest", "sha256:old", "text", "我填的");
        assertThat(got.status()).isEqualTo(409);
        assertThat(got.text()).contains("别人改动了", "我填的</textarea>");
        Files.writeString(house.content.resolve(file), "outcomes: [\n");
        assertThat(clerk.get("/office/records/outcomes").text())
                .contains("语法错误")
                .doesNotContain("entry-new");
        assertThat(clerk.get("/office/records").text()).contains("文件有语法错误");
        Files.writeString(house.content.resolve(file), before);
        assertThat(auditor.get("/office/records/outcomes").text())
                .contains("disabled")
                .doesNotContain("entry-new");
    }
}
