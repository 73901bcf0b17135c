package org.gongshi.evaluation.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongshi.evaluation.fixture.ContentFixture.DRAFT;
import static org.gongshi.evaluation.fixture.ContentFixture.FIRST;
import static org.gongshi.evaluation.fixture.ContentFixture.ROUND;
import static org.gongshi.evaluation.fixture.ContentFixture.SECOND;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.gongshi.evaluation.content.DecisionKind;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.scoring.Grade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 第十三条：审定、批准之后公开发布；未经批准的、批准后改动的、未到日期的，都不出闸口。 */
class ContentGateTest {
    private static final String CANARY = "CANARY7f3a";

    @TempDir
    private Path root;

    @Test
    void valid_content_has_no_finding() {
        assertThat(ContentFixture.valid(root).check()).isEmpty();
    }

    @Test
    void approved_places_are_published_and_the_draft_is_awaited() {
        PublishedRound round =
                passed(ContentFixture.valid(root).build()).rounds().get(0);
        assertThat(round.reports())
                .extracting(report -> report.dossier().subject().place().value())
                .containsExactly("990100", "990200");
        assertThat(round.reports().get(0).grade()).isEqualTo(Grade.EXCELLENT);
        assertThat(round.reports().get(0).weightedScore().exact()).isEqualTo("93.64335");
        assertThat(round.reports().get(0).publishedOn()).hasToString("2025-12-08");
        assertThat(round.awaited()).containsExactly(new PlaceCode("990300"));
    }

    @Test
    void results_and_outcomes_of_a_draft_do_not_leave() {
        PublishedRound round =
                passed(ContentFixture.valid(root).build()).rounds().get(0);
        assertThat(round.results().orElseThrow().results())
                .extracting(result -> result.place().value())
                .contains("990000", "990100", "990200")
                .doesNotContain("990300");
        assertThat(round.outcomes())
                .extracting(outcome -> outcome.place().value())
                .containsExactly("990100");
    }

    @Test
    void a_build_opens_no_file_of_a_draft() {
        PublishedContent content = passed(ContentFixture.valid(root).build());
        assertThat(content.inputs().keySet()).contains(FIRST + "/report.md").noneMatch(name -> name.startsWith(DRAFT));
    }

    @Test
    void unapproved_places_are_refused() {
        assertThat(refused(ContentFixture.undecided(root).build()))
                .anyMatch(line -> line.contains(FIRST + "/decisions.yaml") && line.contains("没有审定"))
                .anyMatch(line -> line.contains(FIRST + "/decisions.yaml") && line.contains("没有批准"))
                .anyMatch(line -> line.contains(SECOND + "/decisions.yaml") && line.contains("没有批准"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2025/990000/990100/report.md     | ## 总体             | ## 总体。
                    2025/990000/990100/stages.yaml   | team: 7            | team: 8
                    2025/990000/990100/findings.yaml | 退还费用             | 退还费用。
                    2025/990000/indicators.yaml      | 会议和督办情况        | 会议和督办情况。
                    2025/990000/scores.csv           | 会议纪要6份          | 会议纪要7份
                    2025/990000/outcomes.yaml        | 通报表扬             | 通报表扬。
                    2025/990000/results.json         | 数据员              | 数据员二
                    places.yaml                      | 澄川市人民政府        | 澄川市人民政府。
                    2025/990000/round.yaml           | 云岭教育监测中心      | 云岭教育监测中心。
                    """)
    void one_change_after_the_decision_and_the_build_refuses(String file, String old, String replacement) {
        ContentFixture content = ContentFixture.valid(root).change(file, old, replacement);
        assertThat(refused(content.build()))
                .anyMatch(line -> line.contains(FIRST + "/decisions.yaml") && line.contains("审定后被修改"))
                .anyMatch(line -> line.contains(FIRST + "/decisions.yaml") && line.contains("批准后被修改"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.md", "stages.yaml", "findings.yaml"})
    void every_byte_of_a_places_own_files_counts(String name) {
        ContentFixture content = ContentFixture.valid(root);
        byte[] bytes = content.read(FIRST + "/" + name).getBytes(StandardCharsets.UTF_8);
        byte[] longer = java.util.Arrays.copyOf(bytes, bytes.length + 1);
        longer[bytes.length] = '\n';
        content.write(FIRST + "/" + name, longer);
        assertThat(refused(content.build())).anyMatch(line -> line.contains("审定后被修改"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2025/990000/990200/findings.yaml | 两校违规收费         | 三校违规收费
                    2025/990000/scores.csv           | 会议纪要2份         | 会议纪要3份
                    places.yaml                      | 桦原盟行政公署       | 桦原盟行政公署。
                    2025/990000/round.yaml           | 2025-12-08        | 2025-12-09
                    2025/990000/calendar.yaml        | 向社会公布          | 向社会公开
                    site.yaml                        | 云岭市一号          | 云岭市二号
                    """)
    void what_belongs_to_others_leaves_a_decision_valid(String file, String old, String replacement) {
        ContentFixture content = ContentFixture.valid(root).change(file, old, replacement);
        assertThat(content.errors()).noneMatch(line -> line.contains(FIRST + "/"));
    }

    @Test
    void approval_before_review_is_refused() {
        ContentFixture content = ContentFixture.valid(root);
        String text = content.read(FIRST + "/decisions.yaml");
        int first = text.indexOf("  - kind: review");
        int second = text.indexOf("  - kind: approval");
        content.write(
                FIRST + "/decisions.yaml",
                text.substring(0, first) + text.substring(second) + text.substring(first, second));
        assertThat(refused(content.build()))
                .anyMatch(line -> line.contains("批准之前没有审定"))
                .anyMatch(line -> line.contains("审定写在批准之后"))
                .anyMatch(line -> line.contains("审定日期 2025-11-20 早于前一步（2025-12-01）"));
    }

    @Test
    void another_body_is_refused() {
        ContentFixture content = ContentFixture.valid(root).change(FIRST + "/decisions.yaml", "云岭教育督导委员会", "云岭教育厅");
        assertThat(refused(content.build()))
                .singleElement()
                .asString()
                .contains(FIRST + "/decisions.yaml:5:11: error: decisions[0].body: “云岭教育厅”不是 round.yaml 所定的审定机关")
                .contains("应为云岭教育督导委员会");
    }

    @Test
    void a_decision_twice_is_refused() {
        ContentFixture content = ContentFixture.valid(root);
        String text = content.read(FIRST + "/decisions.yaml");
        content.write(FIRST + "/decisions.yaml", text + text.substring(text.indexOf("  - kind: approval")));
        assertThat(refused(content.build())).anyMatch(line -> line.contains("批准重复"));
    }

    @Test
    void a_release_before_the_approval_is_refused() {
        ContentFixture content =
                ContentFixture.valid(root).change(ROUND + "/round.yaml", "date: 2025-12-08", "date: 2025-11-30");
        assertThat(refused(content.build())).anyMatch(line -> line.contains("公布日期 2025-11-30 早于批准日期 2025-12-01"));
    }

    @Test
    void before_the_release_date_only_calendar_and_indicators_leave() {
        PublishedContent content = passed(ContentFixture.valid(root).build("2025-12-07"));
        PublishedRound round = content.rounds().get(0);
        assertThat(round.reports()).isEmpty();
        assertThat(round.results()).isEmpty();
        assertThat(round.outcomes()).isEmpty();
        assertThat(round.questionnaires()).isEmpty();
        assertThat(round.awaited()).hasSize(3);
        assertThat(content.inputs().keySet()).noneMatch(name -> name.endsWith(".csv") || name.endsWith("results.json"));
    }

    @Test
    void on_the_release_date_the_reports_leave() {
        ContentFixture content =
                ContentFixture.valid(root).change(ROUND + "/outcomes.yaml", "2025-12-10", "2025-12-01");
        content.delete(FIRST + "/decisions.yaml")
                .delete(SECOND + "/decisions.yaml")
                .decide();
        assertThat(passed(content.build("2025-12-08")).rounds().get(0).reports())
                .hasSize(2);
    }

    @Test
    void an_order_to_publish_may_put_the_day_off() {
        ContentFixture content =
                ContentFixture.valid(root).decide(DecisionKind.PUBLICATION, "云岭教育督导委员会办公室", "2026-01-05");
        assertThat(passed(content.build()).rounds().get(0).reports()).isEmpty();
        PublishedRound later = passed(content.build("2026-01-05")).rounds().get(0);
        assertThat(later.reports())
                .extracting(report -> report.publishedOn().toString())
                .containsOnly("2026-01-05");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2025/990000/990300/report.md     | 总体                 | CANARY7f3a {{CANARY7f3a}}
                    2025/990000/990300/findings.yaml | id: P01             | CANARY7f3a: [CANARY7f3a
                    2025/990000/990300/stages.yaml   | team: 7             | team: CANARY7f3a
                    2025/990000/scores.csv           | 990300,A1-01,,80    | 990300,CANARY7f3a,CANARY7f3a,CANARY7f3a
                    2025/990000/scores.csv           | 会议纪要3份           | CANARY7f3a,CANARY7f3a
                    2025/990000/scores.csv           | 会议纪要3份           | "CANARY7f3a
                    2025/990000/scores.csv           | 990300,A1-01        | CANARY7f3a,A1-01
                    2025/990000/outcomes.yaml        | text: 约谈           | text: CANARY7f3a
                    2025/990000/outcomes.yaml        | text: 约谈           | CANARY7f3a: 1
                    2025/990000/outcomes.yaml        | text: 约谈           | text: "CANARY7f3a
                    2025/990000/outcomes.yaml        | text: 约谈           | {CANARY7f3a: 1, CANARY7f3a: 2}
                    2025/990000/outcomes.yaml        | text: 约谈           | text: &CANARY7f3a 1
                    2025/990000/outcomes.yaml        | kind: interview     | kind: interview CANARY7f3a
                    """)
    void a_canary_in_a_draft_gets_nowhere(String file, String old, String canary) {
        ContentFixture content = ContentFixture.valid(root);
        content.change(file, old, canary);
        assertThat(everythingIn(content.build())).doesNotContain(CANARY);
    }

    @Test
    void a_build_tells_of_a_wrong_encoding_in_a_shared_file() {
        ContentFixture content = ContentFixture.valid(root);
        byte[] gbk = content.read(ROUND + "/scores.csv").getBytes(Charset.forName("GBK"));
        assertThat(refused(content.write(ROUND + "/scores.csv", gbk).build()))
                .anyMatch(line ->
                        line.startsWith(ROUND + "/scores.csv:2:20: error: 这里的字节不是 UTF-8") && line.contains("GBK"));
    }

    @Test
    void faults_of_several_files_come_at_once() {
        ContentFixture content = ContentFixture.valid(root)
                .change("places.yaml", "tier: league", "tier: liga")
                .change(ROUND + "/indicators.yaml", "kind: rate", "kind: ratio")
                .change(ROUND + "/survey-plan.yaml", "hide: 10", "hide: 1")
                .change(FIRST + "/stages.yaml", "team: 7", "team: 0")
                .change(SECOND + "/report.md", "grade: 合格", "grade: 良好");
        assertThat(refused(content.build()))
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactly(
                        ROUND + "/990100/stages.yaml",
                        ROUND + "/990200/report.md",
                        ROUND + "/indicators.yaml",
                        ROUND + "/survey-plan.yaml",
                        "places.yaml");
    }

    @Test
    void a_canary_in_a_published_report_does_leave() {
        ContentFixture content = ContentFixture.undecided(root).change(FIRST + "/report.md", "总体", CANARY);
        assertThat(everythingIn(content.decide().build())).contains(CANARY);
    }

    @Test
    void errors_in_a_draft_stop_a_check_but_no_build() {
        ContentFixture content = ContentFixture.valid(root).change(DRAFT + "/stages.yaml", "team: 7", "team: many");
        assertThat(content.errors()).singleElement().asString().contains(DRAFT + "/stages.yaml:14:9: error");
        assertThat(passed(content.build()).rounds()).hasSize(1);
    }

    @Test
    void a_draft_may_be_incomplete() {
        ContentFixture content =
                ContentFixture.valid(root).delete(DRAFT + "/report.md").delete(DRAFT + "/findings.yaml");
        assertThat(content.check()).isEmpty();
    }

    /** All words of a result: messages, or the published content with every dossier. */
    private static String everythingIn(GateResult result) {
        StringBuilder all = new StringBuilder(result.toString());
        if (result instanceof GateResult.Passed passed) {
            for (PublishedRound round : passed.content().rounds()) {
                round.reports().forEach(report -> all.append(report.dossier()));
            }
        }
        return all.toString();
    }

    private static PublishedContent passed(GateResult result) {
        assertThat(result).isInstanceOf(GateResult.Passed.class);
        return ((GateResult.Passed) result).content();
    }

    private static List<String> refused(GateResult result) {
        assertThat(result).isInstanceOf(GateResult.Refused.class);
        return ((GateResult.Refused) result)
                .findings().stream().map(Finding::toLine).toList();
    }
}
