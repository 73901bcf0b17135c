package org.gongshi.survey.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import org.gongshi.evaluation.content.SurveySampleJson;
import org.gongshi.evaluation.content.source.SourceFile;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.sampling.BaseWeight;
import org.gongshi.evaluation.sampling.SampleRecord;
import org.gongshi.survey.browser.Browser;
import org.gongshi.survey.command.OfficeHouse;
import org.gongshi.survey.office.Role;
import org.gongshi.survey.sample.FrameReader;
import org.gongshi.survey.sample.SampleReplay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The survey's sample from the console in a real browser: frame, plan, commitment, draw, codes; replayed from its record. */
class SamplePageTest {
    private static final String HOSTILE = "<img src=x onerror=window.ran=1>小学";

    @TempDir
    Path folder;

    private Browser browser;
    private OfficeHouse house;
    private Page page;

    @BeforeEach
    void start() {
        browser = Browser.startOrSkip();
        house = OfficeHouse.open(folder);
        house.account("clerk", "经办<b>甲</b>", Role.CLERK);
        house.clock.move(Duration.ofSeconds(60));
        page = browser.page(1280, 800, true);
        page.navigate(house.address() + "/office");
        page.fill("#name", "clerk");
        page.fill("#password", OfficeHouse.PASSWORD);
        page.fill("#code", house.apps.get("clerk").code(house.clock.instant()));
        page.click("main button");
        page.waitForSelector("nav.doors");
        page.click("nav.doors a[href='/office/sample']");
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            browser.close();
            house.close();
        }
    }

    private Path schools(String students) throws IOException {
        var text = new StringBuilder("地区代码,学段,学校,班级,学生数\n");
        for (String school : List.of(HOSTILE, "第二小学", "第三小学", "第四小学", "第五小学")) {
            for (int number = 1; number <= 4; number++) {
                text.append("990100,小学,")
                        .append(school)
                        .append(',')
                        .append(number)
                        .append("班,")
                        .append(students);
                text.append('\n');
            }
        }
        return Files.writeString(folder.resolve("班级表.csv"), text);
    }

    private Path addresses() throws IOException {
        var text = new StringBuilder("地区代码,住址编号\n");
        for (int number = 1; number <= 60; number++) {
            text.append("990100,C").append(number).append('\n');
        }
        return Files.writeString(folder.resolve("住址表.csv"), text);
    }

    private void add(Path file) {
        page.setInputFiles("#file", file);
        page.click("form[action='/office/sample/frame'] button");
    }

    private void look(String name) {
        for (int width : new int[] {360, 1280}) {
            page.setViewportSize(width, 800);
            assertThat(Browser.axe(page)).as(name).isEmpty();
            assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))
                    .as(name + " sticks out at " + width)
                    .isLessThanOrEqualTo(0);
        }
        assertThat(page.evaluate("() => window.ran === undefined && !document.querySelector('main img, main b')"))
                .as(name + " runs nothing")
                .isEqualTo(true);
    }

    private void promise() {
        for (String audience : List.of("public", "parent", "student")) {
            page.fill("#" + audience + "-halfWidth", "0.15");
        }
        for (String audience : List.of("parent", "student")) {
            page.uncheck("[name=" + audience + "-junior]");
            page.uncheck("[name=" + audience + "-senior]");
        }
        page.fill("#beacon", "第 8 期\"开奖\": [号码]");
        page.click("#promise-go");
    }

    @Test
    void a_sample_is_drawn_by_clicks_alone_and_its_record_is_replayed() throws IOException {
        add(schools("很多"));
        page.waitForSelector(".fault");
        assertThat(page.textContent(".fault")).contains("班级表.csv 第 2 行", "很多");
        add(schools("30"));
        page.waitForSelector("text=已核对并加入：班级表.csv");
        add(addresses());
        page.waitForSelector("text=已核对并加入：住址表.csv");
        look("sample-plan");
        page.fill("#share", "一半");
        page.click("#promise-go");
        page.waitForSelector(".fault");
        assertThat(page.textContent(".fault")).contains("按多大的比例计算精度：应为数字");
        assertThat(page.inputValue("#share"))
                .as("what was typed is still there")
                .isEqualTo("一半");
        page.fill("#share", "0.5");
        promise();
        page.waitForSelector("#promise");
        look("sample-promise");
        assertThat(page.textContent("pre")).contains("commitment: sha256:").doesNotContain("secret");
        page.fill("#beacon", "07 11 19 22");
        page.check("#go ~ form input[name=sure]");
        page.click("#go ~ form button");
        page.waitForSelector("#drawn");
        look("sample-drawn");

        SampleRecord record = record();
        assertThat(page.locator("table tbody tr").count())
                .isEqualTo(BaseWeight.of(record.sample()).size());
        var findings = new Findings();
        List<SourceFile> files = List.of(source("住址表.csv"), source("班级表.csv"));
        SampleRecord again = SampleReplay.draw(
                        record.sample().plan(),
                        record.planText(),
                        files.get(0).at(),
                        record.sample().seed(),
                        files,
                        FrameReader.read(files, Set.of(), findings).orElseThrow(),
                        findings)
                .orElseThrow();
        assertThat(SampleReplay.difference(recordFile(), again)).isEmpty();
        assertThat(house.office.log().entries(0, 100).toString())
                .contains("抽样方案 sha256:", "公开随机事件的结果 07 11 19 22")
                .doesNotContain(record.sample().seed().secret());
        codes(record);
    }

    private void codes(SampleRecord record) throws IOException {
        page.check("#codes ~ form input[name=sure]");
        Path zip =
                page.waitForDownload(() -> page.click("#codes ~ form button")).path();
        List<String> names = new ArrayList<>();
        long codes = 0;
        try (var file = new ZipFile(zip.toFile())) {
            for (var entry : java.util.Collections.list(file.entries())) {
                names.add(entry.getName());
                String html = new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                codes += html.split("<svg", -1).length - 1;
            }
        }
        long wanted = BaseWeight.of(record.sample()).stream()
                .mapToLong(BaseWeight::invited)
                .sum();
        assertThat(codes).isEqualTo(wanted);
        assertThat(names).noneMatch(name -> name.contains("<") || name.contains("/"));
        assertThat(house.round.batches()).hasSize(BaseWeight.of(record.sample()).size());
        page.navigate(house.address() + "/office/sample");
        assertThat(page.textContent("main")).contains("已于", "全部生成");
        assertThat(page.locator("form[action='/office/sample/codes']").count()).isZero();
    }

    @Test
    void a_frame_of_another_place_a_plan_that_cannot_be_drawn_and_a_promise_taken_back() throws IOException {
        add(Files.writeString(folder.resolve("别处.csv"), "地区代码,住址编号\n150100,C1\n"));
        page.waitForSelector(".fault");
        assertThat(page.textContent(".fault")).contains("150100", "不在本轮");
        add(addresses());
        page.waitForSelector("text=已核对并加入：住址表.csv");
        promise();
        page.waitForSelector(".fault");
        assertThat(page.textContent(".fault")).contains("抽样框中没有这些学段的班级");
        page.uncheck("[name=parent]");
        page.uncheck("[name=student]");
        page.click("#promise-go");
        page.waitForSelector("#promise");
        page.click("summary:has-text('撤回承诺')");
        page.check("form[action='/office/sample/withdraw'] input[name=sure]");
        page.click("form[action='/office/sample/withdraw'] button");
        page.waitForSelector("text=承诺已撤回");
        page.click("form[action='/office/sample/frame/remove'] button");
        page.waitForSelector("text=已移出：住址表.csv");
        assertThat(recordPath()).doesNotExist();
    }

    private Path recordPath() {
        return house.content.resolve("2025/990000/survey-sample.json");
    }

    private SourceFile recordFile() throws IOException {
        return new SourceFile("survey-sample.json", Files.readAllBytes(recordPath()));
    }

    private SampleRecord record() throws IOException {
        return SurveySampleJson.read(recordFile(), new Findings()).orElseThrow();
    }

    private SourceFile source(String name) throws IOException {
        return new SourceFile(name, Files.readAllBytes(folder.resolve(name)));
    }
}
