package org.gongshi.evaluation.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongshi.evaluation.fixture.ContentFixture.FIRST;

import java.nio.file.Path;
import java.util.List;
import org.gongshi.evaluation.content.DecisionKind;
import org.gongshi.evaluation.content.DecisionWriter;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionDeskTest {
    private static final String REVIEW = "云岭教育督导委员会";
    private static final String APPROVAL = "云岭自治区人民政府";

    @TempDir
    private Path root;

    @Test
    void a_review_is_bound_to_each_place_by_itself() {
        var answer = prepare(ContentFixture.undecided(root), DecisionKind.REVIEW, REVIEW, "2025-11-20");
        var decisions = ((DecisionDesk.Answer.Ready) answer).decisions();
        assertThat(decisions)
                .extracting(prepared -> prepared.subject().place().value())
                .containsExactly("990100", "990200");
        assertThat(decisions.get(0).decision().digest())
                .isNotEqualTo(decisions.get(1).decision().digest());
    }

    @Test
    void approval_needs_a_review() {
        assertThat(refused(ContentFixture.undecided(root), DecisionKind.APPROVAL, APPROVAL, "2025-12-01"))
                .anyMatch(line -> line.contains("批准之前没有审定"));
    }

    @Test
    void a_second_review_is_refused() {
        assertThat(refused(ContentFixture.valid(root), DecisionKind.REVIEW, REVIEW, "2025-12-02"))
                .anyMatch(line -> line.contains("审定重复"));
    }

    @Test
    void another_body_is_refused() {
        assertThat(refused(ContentFixture.undecided(root), DecisionKind.REVIEW, APPROVAL, "2025-11-20"))
                .anyMatch(line -> line.contains("不是 round.yaml 所定的审定机关"));
    }

    @Test
    void a_review_before_the_report_was_drawn_up_is_refused() {
        assertThat(refused(ContentFixture.undecided(root), DecisionKind.REVIEW, REVIEW, "2025-11-09"))
                .anyMatch(line -> line.contains("早于前一步（2025-11-10）"));
    }

    @Test
    void approval_of_what_was_changed_after_the_review_is_refused() {
        ContentFixture content = ContentFixture.undecided(root)
                .decide(DecisionKind.REVIEW, REVIEW, "2025-11-20")
                .change(FIRST + "/report.md", "## 总体", "## 总体情况");
        assertThat(refused(content, DecisionKind.APPROVAL, APPROVAL, "2025-12-01"))
                .anyMatch(line -> line.contains("审定后被修改"));
    }

    @Test
    void faulty_content_cannot_be_decided_on_and_one_place_stops_all() {
        ContentFixture content = ContentFixture.undecided(root).change(FIRST + "/stages.yaml", "team: 7", "team: 0");
        assertThat(refused(content, DecisionKind.REVIEW, REVIEW, "2025-11-20"))
                .singleElement()
                .asString()
                .contains(FIRST + "/stages.yaml:14:9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decisions: []\n",
                "# 注释\ndecisions: []  # 尚无\n",
                "decisions: []",
                "\uFEFFdecisions: [ ]\r\n",
                "decisions:\n  []\n# 末尾的注释\n"
            })
    void what_stands_in_an_empty_file_stays(String before) {
        ContentFixture content = ContentFixture.undecided(root).write(FIRST + "/decisions.yaml", before);
        content.decide();
        String after = content.read(FIRST + "/decisions.yaml");
        assertThat(content.check()).isEmpty();
        assertThat(after)
                .contains(before.replaceAll("\\[ ?\\]", "")
                        .strip()
                        .lines()
                        .toList()
                        .get(0)
                        .stripTrailing());
        assertThat(after.contains("\r\n")).isEqualTo(before.contains("\r\n"));
    }

    @Test
    void older_decisions_and_their_comments_stay() {
        ContentFixture content = ContentFixture.undecided(root).decide(DecisionKind.REVIEW, REVIEW, "2025-11-20");
        String commented = content.read(FIRST + "/decisions.yaml").replace("  - kind", "  # 第12次会议\n  - kind");
        content.write(FIRST + "/decisions.yaml", commented);
        content.decide(DecisionKind.APPROVAL, APPROVAL, "2025-12-01");
        assertThat(content.read(FIRST + "/decisions.yaml")).startsWith(commented);
        assertThat(content.check()).isEmpty();
    }

    @Test
    void no_file_is_left_beside() {
        ContentFixture content = ContentFixture.valid(root);
        assertThat(content.path(FIRST).toFile().list())
                .containsExactlyInAnyOrder("report.md", "stages.yaml", "findings.yaml", "decisions.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b\\c: #1", "- x", "云教督〔2025〕1号", "null", "2025"})
    void any_document_number_reads_back(String document) {
        ContentFixture content = ContentFixture.undecided(root);
        var plain = ContentFixture.request(DecisionKind.REVIEW, REVIEW, "2025-11-20");
        var request = new DecisionDesk.Request(
                plain.round(), plain.places(), plain.kind(), plain.body(), document, plain.date());
        var prepared = ((DecisionDesk.Answer.Ready) DecisionDesk.prepare(content.folder(), request))
                .decisions()
                .get(0);
        // A writer gives bytes only when they read back as the decision.
        assertThat(new DecisionWriter(content.write(FIRST + "/decisions.yaml", "decisions: []\n")
                                .folder())
                        .appended(prepared.subject(), prepared.decision(), new Findings()))
                .isPresent();
    }

    private static DecisionDesk.Answer prepare(ContentFixture content, DecisionKind kind, String body, String date) {
        return DecisionDesk.prepare(content.folder(), ContentFixture.request(kind, body, date));
    }

    private static List<String> refused(ContentFixture content, DecisionKind kind, String body, String date) {
        var answer = prepare(content, kind, body, date);
        assertThat(answer).isInstanceOf(DecisionDesk.Answer.Refused.class);
        return ((DecisionDesk.Answer.Refused) answer)
                .findings().stream().map(Finding::toLine).toList();
    }
}
