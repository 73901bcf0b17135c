package org.gongshi.survey.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongshi.survey.command.OfficeHouse;
import org.gongshi.survey.command.OfficeHouse.Got;
import org.gongshi.survey.command.OfficeHouse.Visitor;
import org.gongshi.survey.office.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 第十六条: a league evaluates its banners at the console, without a survey of its own. */
class LeagueOfficeTest {
    private static final String ROUND = "2025/990500";
    private static final String BANNER = "990521";
    private static final List<String> OF_SURVEY =
            List.of("/office/progress", "/office/sample", "/office/codes", "/office/quality", "/office/destruction");

    @TempDir
    Path folder;

    private OfficeHouse house;
    private Visitor clerk;

    @BeforeEach
    void start() {
        open();
        clerk = house.visitor().signIn("clerk", house.account("clerk", "经办甲", Role.CLERK));
    }

    @AfterEach
    void stop() {
        house.close();
    }

    private void open() {
        house = OfficeHouse.of(ROUND, folder, OfficeHouse.generator());
    }

    @Test
    void the_home_page_shows_the_years_steps_and_says_that_there_is_no_survey() {
        String home = clerk.get("/office").text();
        assertThat(home)
                .contains("苍翎盟旗县级人民政府", "本轮评价不另做满意度调查", "/office/survey", "登记自评报告", " / 4 个地区")
                .doesNotContain("填写调查总体人数", "印发访问码", "/office/codes", "/office/progress", "锁定调查方案");
        assertThat(house.visitor().get("/").text()).contains("本轮没有满意度调查").doesNotContain("/survey/public");
        assertThat(house.visitor().get("/survey/public").status()).isEqualTo(404);
        assertThat(house.visitor()
                        .send("POST", "/api/v1/responses", "{}", "Sec-Fetch-Site", "same-origin")
                        .status())
                .isBetween(400, 499);
        assertThat(house.visitor().get("/ready").status()).isEqualTo(200);
    }

    @Test
    void every_page_answers_every_role_and_those_of_the_survey_say_that_there_is_none() {
        for (Role role : Role.values()) {
            Visitor visitor = role == Role.CLERK
                    ? clerk
                    : house.visitor().signIn(role.key(), house.account(role.key(), role.label(), role));
            for (Route route : house.console().routes()) {
                if (route.method() == Route.Method.GET
                        && !route.path().contains("{")
                        && route.action().filter(role::may).isPresent()) {
                    Got got = visitor.get(route.path());
                    assertThat(got.status())
                            .as(role + " " + route.path() + got.text())
                            .isLessThan(500);
                    if (OF_SURVEY.contains(route.path())) {
                        assertThat(got.status()).isEqualTo(409);
                        assertThat(got.text()).contains("本轮没有满意度调查");
                    }
                }
            }
        }
        Got own = house.visitor()
                .signIn("own", house.account("own", "联络员", Role.COORDINATOR))
                .get("/office/progress/own");
        assertThat(own.text()).contains("本轮没有满意度调查");
    }

    @Test
    void the_steps_of_the_year_are_done_as_in_a_round_with_a_survey() throws IOException {
        accept("/office/calendar/notice", "planned", "2025-02-28", "actual", "2025-02-26", "document", "苍教督〔2025〕2号");
        assertThat(text("calendar.yaml")).contains("actual: 2025-02-26");
        assertThat(clerk.get("/office/stages").text()).contains(house.place(BANNER));
        assertThat(clerk.get("/office/records").text()).contains("结果运用");
        assertThat(clerk.get("/office/reports").text()).contains(house.place(BANNER));
        assertThat(clerk.get("/office/decisions").text()).contains(house.place(BANNER));
        String workbooks = clerk.get("/office/workbooks").text();
        if (OfficeHouse.generator().isPresent()) {
            assertThat(workbooks).contains("template/scores").doesNotContain("template/populations", "questionnaire");
            assertThat(clerk.get("/office/workbooks/template/scores").status()).isEqualTo(200);
            assertThat(clerk.get("/office/workbooks/template/populations").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_round_gets_a_survey_from_another_rounds_plan_and_questionnaires_at_once() throws IOException {
        assertThat(clerk.get("/office/survey").text()).contains("2025/990000", "2024/990000");
        assertThat(clerk.post("/office/survey", "from", ROUND).status()).isEqualTo(409);
        // A year at work: what is published rests on no survey that comes afterwards.
        Path round = house.content.resolve(ROUND).resolve("round.yaml");
        Files.writeString(round, Files.readString(round).replace("places: all", "places: none"));
        accept("/office/survey", "from", "2024/990000");
        assertThat(text("survey-plan.yaml")).contains("opens: 2025-").doesNotContain("languages:");
        assertThat(text("populations.csv")).hasLineCount(1);
        try (Stream<Path> questionnaires = Files.list(house.content.resolve(ROUND + "/questionnaires"))) {
            assertThat(questionnaires).hasSize(3);
        }
        assertThat(clerk.get("/office").text()).contains("内容已改动，各页还是原来的", "/office/round/reload");
        assertThat(clerk.get("/office/codes").status())
                .as("not before the pages are made anew")
                .isEqualTo(409);
        assertThat(clerk.post("/office/survey", "from", "2024/990000").status()).isEqualTo(409);
        var app = house.apps.get("clerk");
        house.close();
        open();
        // A code of the phone is good once, also after a restart.
        house.clock.move(Duration.ofDays(1));
        clerk = house.visitor().signIn("clerk", Optional.of(app));
        assertThat(clerk.get("/office").text()).contains("填写调查总体人数", "/office/codes");
        assertThat(clerk.get("/office/codes").status()).isEqualTo(200);
        assertThat(clerk.get("/office/survey").text()).contains("本轮已经有满意度调查");
        assertThat(house.visitor().get("/").text()).contains("调查还没有开始");
    }

    private String text(String name) throws IOException {
        return Files.readString(house.content.resolve(ROUND).resolve(name));
    }

    /** Sends a form, and accepts the change that comes of it. */
    private void accept(String path, String... fields) {
        Got got = clerk.post(path, fields);
        assertThat(got.status()).as(got.text()).isEqualTo(303);
        String address = got.header("Location");
        long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        String page = clerk.get(address).text();
        while (page.contains("data-refresh") && System.nanoTime() < deadline) {
            page = clerk.get(address).text();
        }
        assertThat(page).contains(">待写入<");
        assertThat(clerk.post(address + "/accept", "sure", "yes").status()).isEqualTo(303);
    }
}
