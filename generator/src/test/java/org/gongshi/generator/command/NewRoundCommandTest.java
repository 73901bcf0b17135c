package org.gongshi.generator.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewRoundCommandTest {
    private static final Path DEMO = Path.of("../content/demo").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private Path content;
    private Terminal terminal;

    @BeforeEach
    void copy() throws IOException {
        content = folder.resolve("content");
        try (Stream<Path> files = Files.walk(DEMO)) {
            for (Path file : files.sorted().toList()) {
                Files.copy(file, content.resolve(DEMO.relativize(file).toString()));
            }
        }
        terminal = new Terminal(folder, "2026-01-05");
    }

    @Test
    void the_rules_go_on_the_dates_move_and_no_result_comes_along() throws IOException {
        assertThat(make("2026", "--from", "2025"))
                .as(terminal.out() + terminal.err())
                .isZero();
        Path made = content.resolve("2026/990000");

        try (Stream<Path> files = Files.list(made)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "round.yaml",
                            "calendar.yaml",
                            "indicators.yaml",
                            "survey-plan.yaml",
                            "questionnaires",
                            "languages",
                            "populations.csv",
                            "scores.csv",
                            "outcomes.yaml");
        }
        assertThat(Files.readString(made.resolve("round.yaml")))
                .contains("year: 2026", "title: 2026年度", "places: none", "date: 2026-12-25")
                .doesNotContain("2025", "document:");
        assertThat(Files.readString(made.resolve("survey-plan.yaml")))
                .contains("opens: 2026-03-03T08:00+08:00")
                .doesNotContain("2025-");
        // 28 February 2026 is a Saturday.
        assertThat(Files.readString(made.resolve("calendar.yaml")))
                .contains("planned: 2026-02-27")
                .doesNotContain("actual:", "document:", "2025");
        assertThat(Files.readString(made.resolve("indicators.yaml")))
                .contains("document: 待填写", "issued: 2026-02-20", "notes: 评价2025年履行教育职责情况");
        assertThat(Files.readAllLines(made.resolve("scores.csv"))).hasSize(1);
    }

    @Test
    void the_content_with_the_new_round_still_checks_and_builds() {
        make("2026", "--from", "2025");

        assertThat(terminal.run("check", "--content", content))
                .as(terminal.out() + terminal.err())
                .isZero();
    }

    @Test
    void a_round_that_is_there_is_never_touched() throws IOException {
        Path round = content.resolve("2026/990000/round.yaml");
        Files.createDirectories(round.getParent());
        Files.writeString(round, "mine");

        assertThat(make("2026", "--from", "2025")).isEqualTo(1);
        assertThat(Files.readString(round)).isEqualTo("mine");
        assertThat(terminal.err()).contains("已存在，没有改动它");
    }

    @Test
    void a_round_that_cannot_be_read_is_not_copied() throws IOException {
        Files.writeString(content.resolve("2025/990000/calendar.yaml"), "milestones: none\n");

        assertThat(make("2026", "--from", "2025")).isEqualTo(1);
        assertThat(terminal.out()).contains("calendar.yaml:1", "没有建立新的一轮");
        assertThat(content.resolve("2026")).doesNotExist();
    }

    @Test
    void years_that_cannot_be_are_wrong_usage() {
        for (List<String> years : List.of(List.of("2025", "2025"), List.of("26", "2025"), List.of("2026", "2020"))) {
            assertThat(make(years.get(0), "--from", years.get(1))).isEqualTo(64);
        }
    }

    private int make(String... arguments) {
        return terminal.run("new-round", arguments[0], arguments[1], arguments[2], "--content", content);
    }
}
