package org.gongshi.generator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawCommandTest {
    private static final String HEADER = "id,name,home,avoids,group,available\n";

    @TempDir
    private Path folder;

    private Path roster;
    private Path record;
    private Terminal terminal;

    @BeforeEach
    void write() throws IOException {
        ContentFixture.undecided(folder.resolve("content"));
        roster = Files.writeString(
                folder.resolve("roster.csv"),
                HEADER + "D01,甲,990100,,基础教育,true\nD02,乙,,990200 990300,基础教育,true\nD03,丙,,,基础教育,true\n"
                        + "D04,丁,990221,,职业教育,true\nD05,戊,,,职业教育,true\nD06,己,,,职业教育,true\nD07,庚,,,职业教育,false\n");
        record = folder.resolve("content/2025/990000/inspection-draw.json");
        terminal = new Terminal(folder, "2025-05-06");
    }

    @Test
    void a_draw_is_written_once_and_drawn_again_by_anyone() throws IOException {
        assertThat(draw("--teams", "3", "--size", "2", "--seed", "一个秘密", "--beacon", "07 11 19"))
                .as(terminal.out() + terminal.err())
                .isZero();
        assertThat(terminal.out()).contains("第 1 组", "第 3 组", "抽取记录：" + record);
        byte[] first = Files.readAllBytes(record);

        assertThat(draw("--teams", "3", "--size", "2", "--seed", "另一个秘密")).isEqualTo(1);
        assertThat(terminal.err()).contains("一轮只抽取一次");
        assertThat(Files.readAllBytes(record)).isEqualTo(first);
        assertThat(run("draw-check", record.toString(), "--roster", roster.toString()))
                .isZero();
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"deals\" : 1,|\"deals\" : 2,|重新抽取的结果与记录不同",
                "\"seed\" : \"秘密\"|\"seed\" : \"机密\"|重新抽取的结果与记录不同",
                "\"available\" : false|\"available\" : true|重新抽取的结果与记录不同",
                "\"number\" : 1,|\"number\" : 4,|重新抽取的结果与记录不同",
                "\"seed\" : \"秘密\"|\"seed\" : 7|seed",
                "\"schema\" :|\"scheme\" :|schema",
            })
    void a_changed_record_is_found(String old, String now, String said) throws IOException {
        draw("--teams", "3", "--size", "2", "--seed", "秘密");
        String text = Files.readString(record);
        assertThat(text).contains(old);
        Files.writeString(record, text.replace(old, now));

        assertThat(run("draw-check", record.toString())).isEqualTo(1);
        assertThat(terminal.out()).contains(said);
    }

    @Test
    void a_seed_that_was_not_committed_to_draws_nothing() throws IOException {
        Path seed = folder.resolve("keys/draw.seed");
        assertThat(run("draw-seed", "--roster", roster.toString(), "--output", seed.toString()))
                .isZero();
        String promise = terminal.out().replaceAll("(?s).*承诺：(sha256:[0-9a-f]{64}).*", "$1");

        assertThat(draw("--teams", "3", "--size", "2", "--seed", "别的种子", "--commitment", promise))
                .isEqualTo(1);
        assertThat(record).doesNotExist();
        assertThat(draw("--teams", "3", "--size", "2", "--seed", Files.readString(seed), "--commitment", promise))
                .isZero();
        assertThat(run("draw-check", record.toString(), "--commitment", promise))
                .isZero();
        assertThat(run("draw-check", record.toString(), "--commitment", "sha256:" + "0".repeat(64)))
                .isEqualTo(1);
    }

    @Test
    void every_fault_of_a_roster_is_told_with_its_line() throws IOException {
        Files.writeString(roster, HEADER + "D01,甲,15,,g,true\nD01,乙,,99,g,yes\nD02,丙,,,g,true\nD02,丁,,,g,true\n");

        assertThat(draw("--teams", "1", "--seed", "秘密")).isEqualTo(1);
        assertThat(terminal.out())
                .contains("roster.csv:2:", "roster.csv:3:", "roster.csv:5:1: error: id: 编号 D02 重复", "没有抽取");
    }

    @Test
    void a_draw_that_cannot_be_made_says_which_team_lacks_people() {
        assertThat(draw("--teams", "3", "--size", "3", "--seed", "秘密")).isEqualTo(1);
        assertThat(terminal.out()).contains("共 9 个名额，可参加的督学 6 人", "缺人", "请增加可参加的督学");
        assertThat(record).doesNotExist();
    }

    @Test
    void more_teams_than_places_are_wrong_usage() {
        assertThat(draw("--teams", "9", "--seed", "秘密")).isEqualTo(64);
        assertThat(draw("--teams", "1", "--seed", "秘\n密")).isEqualTo(64);
        assertThat(draw("--teams", "1", "--seed", "秘密", "--commitment", "abc")).isEqualTo(64);
    }

    private int draw(String... options) {
        List<String> all = new ArrayList<>(List.of(
                "draw",
                "--content",
                folder.resolve("content").toString(),
                "--year",
                "2025",
                "--roster",
                roster.toString()));
        all.addAll(Arrays.asList(options));
        return run(all.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return terminal.run((Object[]) arguments);
    }
}
