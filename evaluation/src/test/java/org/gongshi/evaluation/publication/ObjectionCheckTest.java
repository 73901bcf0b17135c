package org.gongshi.evaluation.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectionCheckTest {
    @TempDir
    Path root;

    private ContentFixture content;

    @BeforeEach
    void write() {
        content = ContentFixture.valid(root);
    }

    @Test
    void a_period_that_ended_before_the_approval_lets_it_pass() {
        period("2025-01-06", "2025-01-10", "[]");
        assertThat(content.build()).isInstanceOf(GateResult.Passed.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-01-06 | 2025-01-09 | [] | 只有 4 个工作日",
                "2025-01-04 | 2025-01-09 | [] | 只有 4 个工作日",
                "2025-01-10 | 2025-01-06 | [] | 早于开始日期",
                "2025-12-08 | 2025-12-19 | [] | 才结束",
                "2025-01-06 | 2025-01-10 | [{received: 2025-01-07, about: 某项得分}] | 还没有处理",
                "2025-01-06 | 2025-01-10 | '[{received: 2025-01-07, about: 得分, handled: 2025-12-19, result: 不成立}]' | 才结束",
                "2025-01-06 | 2025-01-10 | '[{received: 2025-01-07, about: 得分, handled: 2025-01-09}]' | 同时写明",
            })
    void what_is_wrong_with_the_period_stops_the_build_and_the_check(
            String from, String to, String objections, String message) {
        period(from, to, objections);
        GateResult result = content.build();
        assertThat(result).isInstanceOf(GateResult.Refused.class);
        List<String> found = ((GateResult.Refused) result)
                .findings().stream().map(Finding::toLine).toList();
        assertThat(found).anyMatch(line -> line.contains(message) && line.contains("objections.yaml"));
        assertThat(content.check().stream().map(Finding::toLine)).anyMatch(line -> line.contains(message));
    }

    @Test
    void a_publication_without_a_record_of_the_period_is_told() throws java.io.IOException {
        java.nio.file.Files.delete(content.path("2025/990000/objections.yaml"));
        assertThat(content.check().stream().map(Finding::toLine))
                .anyMatch(line -> line.startsWith("2025/990000/objections.yaml:") && line.contains("没有公示期的记录"));
    }

    @Test
    void only_what_was_known_on_the_day_is_shown() {
        period("2025-01-06", "2025-01-10", "[{received: 2025-01-07, about: 得分, handled: 2025-01-09, result: 不成立}]");
        var published = ((GateResult.Passed) content.build()).content().rounds().get(0);
        var period = published.objections().orElseThrow();
        assertThat(period.asOf(java.time.LocalDate.of(2025, 1, 8)).objections())
                .singleElement()
                .matches(one -> one.handled().isEmpty() && one.result().isEmpty());
        assertThat(period.asOf(java.time.LocalDate.of(2025, 1, 6)).objections()).isEmpty();
    }

    private void period(String from, String to, String objections) {
        content.write(
                "2025/990000/objections.yaml",
                "from: " + from + "\nto: " + to + "\nchannel: 书面提出\nphone: 0000-0000000\naddress: 教育路1号\nobjections: "
                        + objections + "\n");
    }
}
