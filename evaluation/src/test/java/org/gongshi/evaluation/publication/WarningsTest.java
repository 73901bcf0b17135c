package org.gongshi.evaluation.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 第七条至第十三条的时限和顺序：迟了、乱了要提醒。 */
class WarningsTest {
    @TempDir
    private Path root;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2025/990000/calendar.yaml        | actual: 2025-02-26    | actual: 2025-03-02    | 2025/990000/calendar.yaml:4:13: warning: milestones[0].actual: 印发指标体系和通知 2025-03-02 晚于规定的 2025-03-01 (第七条)
                    2025/990000/calendar.yaml        | planned: 2025-04-15   | planned: 2025-04-21   | 2025/990000/calendar.yaml:6:14: warning: milestones[1].planned: 第三方监测报告 2025-04-21 晚于规定的 2025-04-20 (第九条)
                    2025/990000/calendar.yaml        | planned: 2025-04-25   | planned: 2025-05-01   | 2025/990000/calendar.yaml:8:14: warning: milestones[2].planned: 自评报告报送 2025-05-01 晚于规定的 2025-04-30 (第八条)
                    2025/990000/calendar.yaml        | planned: 2025-12-08   | planned: 2025-04-20   | 2025/990000/calendar.yaml:10:14: warning: milestones[3].planned: 向社会公开发布（2025-04-20）早于自评报告报送（2025-04-25） (各步骤按第七条至第十三条的顺序进行)
                    2025/990000/990100/stages.yaml   | received: 2025-04-20  | received: 2025-05-02  | 2025/990000/990100/stages.yaml:2:13: warning: selfEvaluation.received: 自评报告报送 2025-05-02 晚于规定的 2025-04-30 (第八条)
                    2025/990000/990100/stages.yaml   | to: 2025-04-15        | to: 2025-04-21        | 2025/990000/990100/stages.yaml:8:7: warning: monitoring.to: 第三方监测报告 2025-04-21 晚于规定的 2025-04-20 (第九条)
                    2025/990000/990100/stages.yaml   | reported: 2025-10-30  | reported: 2025-11-01  | 2025/990000/990100/stages.yaml:22:13: warning: rectification.reported: 整改结果 2025-11-01 报送，晚于期限 2025-10-31 (第十二条：在规定时间内完成整改任务)
                    2025/990000/990100/findings.yaml | status: in-progress   | status: open          | 2025/990000/990100/findings.yaml:29:13: warning: problems[1].status: 整改结果已报送，问题 P02 却还没有开始整改 (第十二条：每个问题都要有整改情况；请核对状态，或补上整改结果)
                    2025/990000/990100/findings.yaml | deadline: 2026-06-30  | deadline: 2025-11-30  | 2025/990000/990100/findings.yaml:28:15: warning: problems[1].deadline: 问题 P02 已超过整改期限 2025-11-30 (网站会标明逾期；如已完成，请更新状态)
                    """)
    void what_is_late_or_out_of_order_is_told(String file, String old, String replacement, String expected) {
        ContentFixture content = ContentFixture.undecided(root).change(file, old, replacement);
        assertThat(content.warnings()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2025/990000/calendar.yaml      | actual: 2025-02-26   | actual: 2025-03-01
                    2025/990000/calendar.yaml      | planned: 2025-04-15  | planned: 2025-04-20
                    2025/990000/calendar.yaml      | planned: 2025-04-25  | planned: 2025-04-30
                    2025/990000/calendar.yaml      | planned: 2025-04-25  | planned: 2025-04-10
                    2025/990000/990100/stages.yaml | received: 2025-04-20 | received: 2025-04-30
                    """)
    void the_last_day_is_in_time(String file, String old, String replacement) {
        ContentFixture content = ContentFixture.undecided(root).change(file, old, replacement);
        assertThat(content.warnings()).isEmpty();
    }
}
