package org.gongshi.survey.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.gongshi.survey.command.OfficeHouse;
import org.gongshi.survey.command.OfficeHouse.Got;
import org.gongshi.survey.command.OfficeHouse.Visitor;
import org.gongshi.survey.office.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calendar, steps of places, decisions, files: made on a copy, looked at, written by whom it takes; through real HTTP. */
class ChangesTest {
    private static final String ROUND = "2025/990000/";
    private static final String CALENDAR = ROUND + "calendar.yaml";
    private static final String DECISIONS = ROUND + "990100/decisions.yaml";
    private static final String STAGES = ROUND + "990100/stages.yaml";

    private static final String BOUNDS = "x".repeat(20);

    @TempDir
    Path folder;

    private OfficeHouse house;
    private Visitor clerk;
    private Visitor reviewer;

    @BeforeEach
    void start() throws IOException {
        house = OfficeHouse.open(folder);
        Path results = Path.of("..", "content", "demo", ROUND, "results.json");
        Files.copy(results, house.content.resolve(ROUND + "results.json"));
        clerk = house.visitor().signIn("clerk", house.account("clerk", "经办甲", Role.CLERK));
        reviewer = house.visitor().signIn("reviewer", house.account("reviewer", "复核乙", Role.REVIEWER));
    }

    @AfterEach
    void stop() {
        house.close();
    }

    private String text(String name) throws IOException {
        return Files.readString(house.content.resolve(name));
    }

    private void change(String name, String before, String after) throws IOException {
        String text = text(name);
        String changed = text.replaceFirst(before, after);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(house.content.resolve(name), changed);
    }

    /** Sends a form and follows it to the page of its change, as soon as that is no longer under way. */
    private String changed(String path, String... fields) {
        Got got = clerk.post(path, fields);
        assertThat(got.status()).as(got.text()).isEqualTo(303);
        return page(got.header("Location"));
    }

    private String page(String address) {
        long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (System.nanoTime() < deadline) {
            String page = clerk.get(address).text();
            if (!page.contains("data-refresh")) {
                return page;
            }
        }
        throw new AssertionError("the check does not end");
    }

    private Got accept(int number) {
        return clerk.post("/office/changes/" + number + "/accept", "sure", "yes");
    }

    private Got confirm(Visitor who, int number) {
        who.get("/office/changes/" + number);
        return who.post("/office/decisions/" + number + "/confirm", "sure", "yes");
    }

    private String review(String document, String... places) {
        String[] fields = Stream.concat(
                        Stream.of("what", "review", "document", document, "date", "2025-11-29"),
                        Stream.of(places).flatMap(place -> Stream.of("place", place)))
                .toArray(String[]::new);
        return changed("/office/decisions", fields);
    }

    @Test
    void a_step_of_the_calendar_is_moved_and_nothing_else() throws IOException {
        String before = text(CALENDAR);
        String page = changed(
                "/office/calendar/inspection",
                "planned",
                "2025-06-30",
                "actual",
                "2025-06-20",
                "document",
                "云教督办〔2025〕22号",
                "note",
                "随机抽取督学组成六个检查组，实地检查5月12日开始");
        assertThat(page).contains(">待写入<", "− 19      planned: 2025-06-27", "+ 19      planned: 2025-06-30");
        assertThat(text(CALENDAR)).as("not yet").isEqualTo(before);
        assertThat(accept(1).status()).isEqualTo(303);
        assertThat(text(CALENDAR)).isEqualTo(before.replace("2025-06-27", "2025-06-30"));
    }

    @Test
    void a_late_step_is_told_with_a_link_to_its_line() {
        String page = changed("/office/calendar/notice", "planned", "2025-03-20", "document", "云教督〔2025〕3号");
        assertThat(page).contains("提示", "2025-03-01", "/office/file?path=2025%2F990000%2Fcalendar.yaml&amp;line=");
    }

    @Test
    void a_day_that_is_none_is_told_beside_its_field_and_what_was_typed_stays() throws IOException {
        String before = text(CALENDAR);
        Got got = clerk.post(
                "/office/calendar/notice",
                "planned",
                "三月一日",
                "actual",
                "2025-02-30",
                "document",
                "云教督〔2025〕3号",
                "note",
                "长".repeat(301));
        assertThat(got.status()).isEqualTo(422);
        assertThat(got.text())
                .contains(
                        "日期应写为 YYYY-MM-DD：三月一日",
                        "日期应写为 YYYY-MM-DD：2025-02-30",
                        "文字过长，最多 300 字",
                        "id=\"planned-notice\" name=\"planned\" value=\"三月一日\"",
                        "aria-describedby=\"planned-notice-fault\"",
                        "value=\"云教督〔2025〕3号\"");
        assertThat(got.text().split("<details class=\"card\" open>"))
                .as("that form alone is open")
                .hasSize(2);
        assertThat(clerk.post("/office/calendar/notice", "planned", " ").text()).contains("请填写计划日期");
        assertThat(text(CALENDAR)).isEqualTo(before);
        assertThat(house.office.log().entries(0, 100).toString()).contains("日程 notice 填写有误");
    }

    @Test
    void the_steps_of_a_place_are_filled_in_in_the_course_of_the_year() throws IOException {
        // A year at work: nothing is to be published yet.
        change(ROUND + "round.yaml", "places: all", "places: none");
        Files.delete(house.content.resolve(STAGES));
        Files.delete(house.content.resolve(DECISIONS));
        assertThat(clerk.get("/office/stages").text()).contains("未登记");
        String half = changed("/office/stages/990100", "selfEvaluation.received", "2025-04-22");
        assertThat(half).contains("有错误，没有写入", "document");
        String whole = changed(
                "/office/stages/990100",
                "selfEvaluation.received",
                "2025-04-22",
                "selfEvaluation.document",
                "1: {x} # 号",
                "selfEvaluation.signedBy",
                "市政府办公室",
                "selfEvaluation.truthfulness",
                "承诺\"真实\"、准确");
        assertThat(whole).contains(">待写入<").doesNotContain("错误</th>");
        assertThat(accept(2).status()).isEqualTo(303);
        assertThat(text(STAGES)).contains("document: \"1: {x} # 号\"", "signedBy: 市政府办公室");
        assertThat(clerk.get("/office/stages/990100").text()).contains("1: {x} # 号", "承诺\"真实\"、准确");
    }

    @Test
    void a_decision_is_entered_by_one_and_confirmed_by_another_on_exactly_that_content() throws IOException {
        change(ROUND + "990100/report.md", "澄川市", "澄川市市");
        assertThat(clerk.get("/office/decisions").text()).contains("内容已改动，决定失效");
        String page = review("云督审〔2025〕9号", "990100");
        assertThat(page).contains(">待写入<", "90.889339", "优秀", "sha256:", "等待另一位复核人");
        assertThat(confirm(clerk, 1).status()).as("not by the same role").isEqualTo(403);
        assertThat(accept(1).status()).as("not as any other change").isEqualTo(409);
        String before = text(DECISIONS);
        change(ROUND + "990100/report.md", "澄川市市", "澄川市市市");
        Got moved = confirm(reviewer, 1);
        assertThat(moved.status()).isEqualTo(409);
        assertThat(moved.text()).contains("登记之后内容又有改动");
        assertThat(text(DECISIONS)).isEqualTo(before);
        change(ROUND + "990100/report.md", "澄川市市市", "澄川市市");
        assertThat(confirm(reviewer, 1).status()).isEqualTo(303);
        assertThat(text(DECISIONS)).contains("云督审〔2025〕9号").doesNotContain("kind: approval");
        assertThat(house.office.log().entries(0, 100).toString()).contains("经办甲 登记，复核乙 复核", DECISIONS);
        assertThat(reviewer.get("/office/decisions").text()).contains("已审定，待批准");
    }

    @Test
    void what_a_place_still_lacks_is_told_and_its_report_is_headed_by_a_form() throws IOException {
        change(ROUND + "round.yaml", "places: all", "places: none");
        String report = ROUND + "990100/report.md";
        String before = text(report);
        assertThat(clerk.get("/office/reports").text()).contains("已齐").doesNotContain("待补");
        Files.delete(house.content.resolve(report));
        assertThat(clerk.get("/office/reports").text()).contains("待补");
        assertThat(clerk.get("/office/decisions").text()).contains("材料未齐", "/office/reports");
        String form = clerk.get("/office/reports/990100").text();
        assertThat(form).contains("分数段", "还没有正文");
        Got missing = clerk.post("/office/reports/990100", "title", "澄川市报告 <b>", "grade", "合格");
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.text()).contains("请填写：评价结论", "澄川市报告 &lt;b");
        String[] head = {
            "title",
            "澄川市报告",
            "grade",
            "合格",
            "standards",
            "met",
            "standardsBasis",
            "六个方面都达到",
            "document",
            "云教督评〔2025〕1号",
            "drawnUp",
            "2025-11-26",
            "index",
            "990000-2025-0001"
        };
        Got low = clerk.post("/office/reports/990100", head);
        assertThat(low.status()).isEqualTo(422);
        assertThat(low.text()).contains("低于分数段且没有书面理由", "“等级的理由”一栏");
        head[3] = "优秀";
        assertThat(changed("/office/reports/990100", head)).contains(">待写入<", "title: 澄川市报告");
        assertThat(accept(1).status()).isEqualTo(303);
        assertThat(text(report)).startsWith("---\ntitle: 澄川市报告\ngrade: 优秀\n").contains("{{加权分数}}");
        assertThat(clerk.get("/office/reports").text()).doesNotContain("待补");
        Files.writeString(house.content.resolve(report), before);
        head[1] = "又一个题目";
        assertThat(changed("/office/reports/990100", head)).contains("又一个题目");
        assertThat(accept(2).status()).isEqualTo(303);
        String after = text(report);
        assertThat(after.substring(after.indexOf("\n---")))
                .as("the text keeps every byte")
                .isEqualTo(before.substring(before.indexOf("\n---")));
    }

    @Test
    void what_is_published_is_corrected_and_decided_anew() throws IOException {
        String page = changed(
                "/office/file/edit",
                "path",
                STAGES,
                "digest",
                digest(STAGES),
                "text",
                text(STAGES).replaceFirst("(?m)^(  truthfulness: .*)$", "$1。更正"));
        assertThat(page).contains(">待写入<", "审定后被修改", "写入之后请重新登记审定和批准");
        assertThat(accept(1).status()).isEqualTo(303);
        assertThat(clerk.get("/office/decisions").text()).contains("内容已改动，决定失效");
        assertThat(review("云教督〔2025〕9号", "990100")).contains(">待写入<", "云教督〔2025〕9号");
        assertThat(confirm(reviewer, 2).status()).isEqualTo(303);
        assertThat(text(DECISIONS)).contains("云教督〔2025〕9号").doesNotContain("kind: approval");
    }

    @Test
    void a_self_evaluation_is_received_whole_however_long() {
        String path = "/office/intake/990100/check";
        String body = withFile(300_000);
        Got told = clerk.multipart(path, BOUNDS, body);
        assertThat(told.status()).isLessThan(400);
        assertThat(told.status() == 303 ? clerk.get(told.header("Location")).text() : told.text())
                .contains("与收到的各份都不一致");
        assertThat(house.visitor().multipart(path, BOUNDS, body).status()).isEqualTo(413);
    }

    @Test
    void a_file_that_is_too_long_is_told_in_words_also_when_it_is_many_times_too_long() {
        for (int length : List.of(6_500_000, 9_000_000, 30_000_000)) {
            Got told = clerk.multipart("/office/workbooks", BOUNDS, withFile(length));
            assertThat(told.status()).isEqualTo(413);
            assertThat(told.text()).contains("太大了，没有收下", "一次最多上传 6 MB", "./gongshi import");
        }
    }

    private String withFile(int length) {
        String head = "--" + BOUNDS + "\r\nContent-Disposition: form-data; name=";
        return head + "\"token\"\r\n\r\n" + clerk.token() + "\r\n" + head
                + "\"file\"; filename=\"report.pdf\"\r\nContent-Type: application/pdf\r\n\r\n" + "p".repeat(length)
                + "\r\n--" + BOUNDS + "--\r\n";
    }

    private String digest(String name) throws IOException {
        return org.gongshi.evaluation.digest.Digest.of(Files.readAllBytes(house.content.resolve(name)))
                .toString();
    }

    @Test
    void two_accounts_of_one_person_are_no_two_people() {
        Visitor same = house.visitor().signIn("second", house.account("second", "经办甲", Role.REVIEWER));
        review("云督审〔2025〕9号", "990100");
        Got got = confirm(same, 1);
        assertThat(got.status()).isEqualTo(409);
    }

    @Test
    void an_approval_waits_for_the_end_of_the_objection_period() {
        review("云督审〔2025〕9号", "990100", "990200");
        // The review stands already: it is refused as a second one, with its reason.
        assertThat(page("/office/changes/1")).contains("有错误，没有写入", "审定重复");
        String page = changed(
                "/office/decisions", "what", "approval", "document", "云政批1号", "date", "2025-12-04", "place", "990100");
        assertThat(page).contains("批准不能早于 2025-12-05");
    }

    @Test
    void what_waits_outlives_a_restart_and_goes_after_two_weeks() throws IOException {
        changed("/office/calendar/recheck", "planned", "2025-11-22");
        stop();
        house = OfficeHouse.open(folder);
        var app = house.account("clerk2", "经办丙", Role.CLERK);
        clerk = house.visitor().signIn("clerk2", app);
        assertThat(clerk.get("/office").text()).contains("改动待写入");
        assertThat(page("/office/changes/1")).contains(">待写入<", "planned: 2025-11-22");
        house.clock.move(ChangeDesk.WAITS.plusHours(1));
        clerk = house.visitor().signIn("clerk2", app);
        assertThat(page("/office/changes/1")).contains("已过期").doesNotContain("2025-11-22");
        assertThat(accept(1).status()).isEqualTo(409);
        try (Stream<Path> left = Files.walk(folder.resolve("works/changes"))) {
            assertThat(left.filter(Files::isRegularFile)
                            .map(one -> one.getFileName().toString()))
                    .containsExactly("job.json");
        }
        assertThat(Files.readString(folder.resolve("works/changes/1/job.json"))).doesNotContain("2025-11-22");
    }

    @Test
    void a_file_is_shown_with_its_line_and_nothing_outside_the_content() throws IOException {
        assertThat(clerk.get("/office/file?path=" + CALENDAR + "&line=12").text())
                .contains("<li id=\"L12\" class=\"marked\"><mark>", "云岭监评〔2025〕1号");
        Files.writeString(folder.resolve("secret.yaml"), "a secret");
        Files.createSymbolicLink(house.content.resolve("link.yaml"), folder.resolve("secret.yaml"));
        Files.writeString(house.content.resolve(".hidden.yaml"), "a secret");
        Files.writeString(house.content.resolve("site.key"), "a secret");
        for (String name : List.of(
                "../secret.yaml",
                "2025/../../secret.yaml",
                "/etc/passwd",
                folder.resolve("secret.yaml").toString(),
                "link.yaml",
                ".hidden.yaml",
                "site.key",
                "2025",
                "",
                "nothing.yaml")) {
            Got got = clerk.get("/office/file?path=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
            assertThat(got.status()).as(name).isEqualTo(404);
            assertThat(got.text()).as(name).doesNotContain("a secret");
            assertThat(clerk.post("/office/file/edit", "path", name, "digest", "", "text", "x: 1")
                            .status())
                    .as("edit of " + name)
                    .isIn(303, 409);
        }
        assertThat(Files.readString(folder.resolve("secret.yaml"))).isEqualTo("a secret");
    }

    @Test
    void a_file_without_a_form_is_edited_and_two_who_edit_do_not_overwrite_each_other() throws IOException {
        String name = ROUND + "objections.yaml";
        String form = clerk.get("/office/file/edit?path=" + name).text();
        String digest = form.replaceFirst("(?s).*name=\"digest\" value=\"([^\"]*)\".*", "$1");
        String text = text(name);
        String bad = changed("/office/file/edit", "path", name, "digest", digest, "text", text + "\nwrong: 1");
        assertThat(bad).contains("有错误，没有写入", "未知的键");
        String good = changed("/office/file/edit", "path", name, "digest", digest, "text", "# 备注\r\n" + text);
        assertThat(good).contains(">待写入<", "+ 1  # 备注");
        assertThat(accept(2).status()).isEqualTo(303);
        assertThat(text(name)).isEqualTo("# 备注\n" + text);
        Got late = clerk.post("/office/file/edit", "path", name, "digest", digest, "text", text);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text())
                .as("what was typed is still there, beside what somebody else wrote")
                .contains("别人改动了这个文件", "+ 1  # 备注", text.lines().findFirst().orElseThrow());
        for (String forbidden : List.of(DECISIONS, ROUND + "results.json", "notes.txt")) {
            assertThat(clerk.post("/office/file/edit", "path", forbidden, "digest", "", "text", "x")
                            .status())
                    .as(forbidden)
                    .isEqualTo(409);
        }
    }

    @Test
    void what_is_published_and_when_is_arranged_without_touching_the_rest_of_the_round() throws IOException {
        String before = text(ROUND + "round.yaml");
        String some = changed("/office/decisions/release", "place", "990100", "place", "990300", "date", "2025-12-20");
        assertThat(some).contains(">待写入<");
        Got written = accept(1);
        assertThat(written.status()).as(written.text()).isEqualTo(303);
        assertThat(text(ROUND + "round.yaml"))
                .startsWith(before.substring(0, before.indexOf("publication:")))
                .endsWith("publication:\n  places: [\"990100\", \"990300\"]\n  date: 2025-12-20\n");
        changed("/office/decisions/release", "none", "yes", "date", "2025-12-20");
        assertThat(accept(2).status()).isEqualTo(303);
        assertThat(text(ROUND + "round.yaml")).endsWith("publication:\n  places: none\n  date: 2025-12-20\n");
    }
}
