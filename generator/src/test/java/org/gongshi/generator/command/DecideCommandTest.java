package org.gongshi.generator.command;

import static org.assertj.core.api.Assertions.assertThat;

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

class DecideCommandTest {
    private static final String REVIEW = "云岭教育督导委员会";
    private static final String APPROVAL = "云岭自治区人民政府";

    @TempDir
    private Path folder;

    private ContentFixture content;
    private Terminal terminal;

    @BeforeEach
    void write() {
        content = ContentFixture.undecided(folder.resolve("content"));
        terminal = new Terminal(folder, "2025-12-31");
    }

    @Test
    void review_and_approval_make_the_content_publishable() {
        assertThat(decide("review", REVIEW, "2025-11-20", "--place", "990100", "--place", "990200"))
                .as(terminal.out() + terminal.err())
                .isZero();
        assertThat(terminal.out().lines())
                .hasSize(2)
                .allMatch(line -> line.matches("2025/990000/990[12]00 review sha256:[0-9a-f]{64}"));
        assertThat(decide("approval", APPROVAL, "2025-12-01", "--place", "990100", "--place", "990200"))
                .isZero();
        assertThat(content.check()).isEmpty();
    }

    @Test
    void all_means_every_place_of_the_round() {
        assertThat(decide("review", REVIEW, "2025-11-20", "--place", "all")).isZero();
        assertThat(terminal.out()).contains("2025/990000/990300 review");
    }

    @Test
    void faulty_content_is_refused_and_nothing_is_written() {
        content.change(ContentFixture.SECOND + "/stages.yaml", "team: 7", "team: 0");
        assertThat(decide("review", REVIEW, "2025-11-20", "--place", "990100", "--place", "990200"))
                .isEqualTo(1);
        assertThat(terminal.out()).contains("stages.yaml:14:9: error", "没有登记任何决定");
        assertThat(content.path(ContentFixture.FIRST + "/decisions.yaml")).doesNotExist();
    }

    @Test
    void order_and_body_are_kept() {
        assertThat(decide("approval", APPROVAL, "2025-12-01", "--place", "990100"))
                .isEqualTo(1);
        assertThat(terminal.out()).contains("批准之前没有审定");
        assertThat(decide("review", APPROVAL, "2025-12-01", "--place", "990100"))
                .isEqualTo(1);
        assertThat(terminal.out()).contains("不是 round.yaml 所定的审定机关");
    }

    @ParameterizedTest
    @CsvSource({
        "--place, 9901",
        "--place, somewhere",
        "--year, 1999",
        "--year, 2031",
        "--organizer, 99",
        "--organizer, 990100",
        "--kind, publish",
        "--date, 1.12.2025",
        "--body, ' '"
    })
    void wrong_usage_is_told(String option, String value) {
        List<Object> words = new ArrayList<>(List.of("decide", "--content", folder.resolve("content")));
        List<String> options = new ArrayList<>(List.of(
                "--place",
                "990100",
                "--year",
                "2025",
                "--kind",
                "review",
                "--body",
                REVIEW,
                "--document",
                "1号",
                "--date",
                "2025-11-20"));
        int at = options.indexOf(option);
        if (at >= 0) {
            options.set(at + 1, value);
        } else {
            options.addAll(List.of(option, value));
        }
        words.addAll(options);
        assertThat(terminal.run(words.toArray())).isEqualTo(64);
        assertThat(terminal.err()).isNotBlank();
        assertThat(content.path(ContentFixture.FIRST + "/decisions.yaml")).doesNotExist();
    }

    private int decide(String kind, String body, String date, String... more) {
        List<Object> words = new ArrayList<>(List.of(
                "decide",
                "--content",
                folder.resolve("content"),
                "--year",
                "2025",
                "--kind",
                kind,
                "--body",
                body,
                "--document",
                "云教督〔2025〕40号",
                "--date",
                date));
        words.addAll(Arrays.asList(more));
        return terminal.run(words.toArray());
    }
}
