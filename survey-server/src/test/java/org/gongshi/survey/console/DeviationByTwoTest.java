package org.gongshi.survey.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.content.DeviationJson;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Deviation;
import org.gongshi.evaluation.satisfaction.SchoolStage;
import org.gongshi.survey.command.OfficeHouse;
import org.gongshi.survey.command.OfficeHouse.Got;
import org.gongshi.survey.command.OfficeHouse.Visitor;
import org.gongshi.survey.command.SurveyCommand;
import org.gongshi.survey.office.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A round in which nobody answered: what is recorded about empty strata, in the console and by the command. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeviationByTwoTest {
    private static final PlaceCode FIRST = new PlaceCode("990100");
    private static final String REASON = "该地初中在调查期间停课，结束前无法补充调查";
    private static final String[] STRATUM = {"place", "990100", "audience", "parent", "stage", "junior"};

    @TempDir
    static Path folder;

    private static OfficeHouse house;
    private static Visitor clerk;
    private static Visitor reviewer;

    @BeforeAll
    static void start() {
        house = OfficeHouse.open(folder);
        clerk = house.visitor().signIn("clerk", house.account("clerk", "经办甲", Role.CLERK));
        house.account("reviewer", "复核乙", Role.REVIEWER);
        house.account("same", "经办甲", Role.REVIEWER);
        house.account("analyst", "调查机构丙", Role.ANALYST);
        house.clock.moveTo(Instant.parse("2025-03-03T02:00:00Z"));
        house.round.open();
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    private static Visitor in(String name) {
        Visitor visitor = house.visitor().signIn(name, Optional.of(house.apps.get(name)));
        visitor.get("/office/deviations");
        return visitor;
    }

    private static Got send(Visitor visitor, String step, String... more) {
        String[] fields = new String[STRATUM.length + more.length];
        System.arraycopy(STRATUM, 0, fields, 0, STRATUM.length);
        System.arraycopy(more, 0, fields, STRATUM.length, more.length);
        return visitor.post("/office/deviations/" + step, fields);
    }

    /** For a round in which everybody else answered: merged with the primary stage by two people. */
    static void merge(OfficeHouse house, Visitor proposes, Visitor confirms) {
        confirms.get("/office/deviations");
        proposes.get("/office/deviations");
        assertThat(send(proposes, "propose", "way", "merged primary", "reason", REASON)
                        .status())
                .isEqualTo(303);
        assertThat(send(confirms, "confirm", "sure", "yes").status()).isEqualTo(303);
        assertThat(house.round.record().aftermath().deviations())
                .singleElement()
                .matches(one -> !one.resultsSeen());
    }

    @Test
    @Order(1)
    void nothing_deviates_before_the_close() {
        clerk = in("clerk");
        assertThat(clerk.get("/office/deviations").text())
                .contains("调查结束之后才能登记偏离方案")
                .doesNotContain("<select");
        assertThat(send(clerk, "propose", "way", "merged primary", "reason", REASON)
                        .status())
                .isEqualTo(409);
    }

    @Test
    @Order(2)
    void empty_strata_stop_the_release_and_say_what_to_do() {
        house.clock.moveTo(Instant.parse("2025-03-28T11:00:00Z"));
        house.round.closeSurvey();
        reviewer = in("reviewer");
        clerk = in("clerk");
        assertThat(reviewer.get("/office/results").text())
                .contains("却没有一份有效答卷", "由两人登记偏离方案", "/office/deviations")
                .doesNotContain("<table");
        assertThat(clerk.get("/office").text()).contains("层无法按方案加权");
        assertThat(clerk.get("/office/deviations").text())
                .contains("家长（初中）", "98650 人，发码 95 个", "声明未覆盖")
                .doesNotContain("并入高中加权");
        assertThat(house.round.record().aftermath().seen())
                .as("nothing could be seen")
                .isEmpty();
    }

    @Test
    @Order(3)
    void one_person_proposes_and_another_records() {
        assertThat(send(clerk, "propose", "way", "not-covered", "reason", "短").status())
                .as("a reason is told")
                .isEqualTo(409);
        assertThat(send(clerk, "propose", "way", "adjusted", "reason", REASON).text())
                .contains("不能改变误差估计方法");
        assertThat(send(clerk, "propose", "way", "merged primary", "reason", REASON)
                        .text())
                .contains("没有答卷足够的相邻学段");
        assertThat(send(clerk, "propose", "way", "not-covered", "reason", REASON)
                        .status())
                .isEqualTo(303);
        assertThat(send(clerk, "propose", "way", "not-covered", "reason", REASON)
                        .text())
                .contains("已有人办理");
        assertThat(send(clerk, "confirm", "sure", "yes").status())
                .as("the first of two may not be the second")
                .isEqualTo(403);
        assertThat(send(in("same"), "confirm", "sure", "yes").text()).contains("须由另一个人复核");
        reviewer = in("reviewer");
        assertThat(reviewer.get("/office").text()).contains("复核偏离方案：1 项");
        assertThat(reviewer.get("/office/deviations").text()).contains("经办甲于", "声明未覆盖", REASON);
        assertThat(send(reviewer, "confirm").status()).as("unsure").isEqualTo(409);
        assertThat(send(reviewer, "confirm", "sure", "yes").status()).isEqualTo(303);
        assertThat(reviewer.get("/office/deviations").text()).contains("家长（初中）未覆盖，结果不代表其 98650 人", "登记前没有人看过结果");
        assertThat(send(clerk, "propose", "way", "not-covered", "reason", REASON)
                        .text())
                .as("what is recorded stays")
                .contains("已经登记");
    }

    /** The command writes into the same record and the same log; the agency has got its pack meanwhile. */
    @Test
    @Order(4)
    void another_stratum_is_dealt_with_by_the_command_which_tells_that_answers_were_seen() {
        assertThat(in("analyst").get("/office/handover.zip").status()).isEqualTo(200);
        assertThat(house.round.record().aftermath().seen()).isPresent();
        assertThat(run("deviate")).isZero();
        assertThat(said.toString())
                .contains("已登记", "--place 990100 --audience public（社会公众", "需要偏离方案的层")
                .doesNotContain("--place 990100 --audience parent --stage junior");
        assertThat(run("deviate", "--place", "990100", "--audience", "public", "--not-covered"))
                .as("reason and people are told")
                .isEqualTo(64);
        String[] one = {
            "deviate",
            "--place",
            "990100",
            "--audience",
            "public",
            "--not-covered",
            "--reason",
            REASON,
            "--proposed-by",
            "经办岗"
        };
        assertThat(run(with(one, "--confirmed-by", "经办岗"))).isEqualTo(1);
        assertThat(run(with(one, "--confirmed-by", "复核岗"))).as(said.toString()).isZero();
        assertThat(said.toString()).contains("此前已有人看过结果或答卷");
        assertThat(run(with(one, "--confirmed-by", "复核岗"))).as("once").isEqualTo(1);
        assertThat(said.toString()).contains("已经登记");
    }

    private static final StringWriter said = new StringWriter();

    private static String[] with(String[] words, String... more) {
        return java.util.stream.Stream.of(words, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
    }

    private static int run(String... words) {
        said.getBuffer().setLength(0);
        CommandLine line = SurveyCommand.line();
        line.setOut(new PrintWriter(said, true));
        line.setErr(new PrintWriter(said, true));
        return line.execute(with(
                words,
                "--data",
                house.files.folder().root().toString(),
                "--content",
                house.content.toString(),
                "--office",
                house.office.folder().root().toString()));
    }

    @Test
    @Order(5)
    void the_log_names_every_deviation_and_the_chain_is_whole() {
        List<Deviation> recorded = house.round.record().aftermath().deviations();
        assertThat(recorded).extracting(Deviation::resultsSeen).containsExactly(false, true);
        assertThat(recorded)
                .allSatisfy(one -> assertThat(house.office
                                .log()
                                .tells(DeviationJson.digest(one).toString()))
                        .isTrue());
        assertThat(run("audit", "verify")).as(said.toString()).isZero();
        assertThat(house.office.log().tells("sha256:" + "0".repeat(64))).isFalse();
        house.round.deviate(new Deviation(
                Deviation.Kind.NOT_COVERED,
                FIRST,
                Audience.STUDENT,
                Optional.of(SchoolStage.PRIMARY),
                Optional.empty(),
                1,
                REASON,
                LocalDate.of(2025, 3, 28),
                List.of("甲", "乙"),
                false));
        assertThat(run("audit", "verify")).as("one that no line tells of").isEqualTo(1);
        assertThat(said.toString()).contains("偏离方案没有对应的日志：990100学生（小学）");
    }
}
