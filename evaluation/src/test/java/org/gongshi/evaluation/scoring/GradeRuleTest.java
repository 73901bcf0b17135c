package org.gongshi.evaluation.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 第十四条，逐句对照；第十五条的阻断。 */
class GradeRuleTest {

    // 第十四条：加权分数≥85分的为优秀；60分≤加权分数＜85分的……为合格；加权分数＜60分的为不合格
    @ParameterizedTest
    @CsvSource({
        "100, EXCELLENT",
        "85, EXCELLENT",
        "85.00, EXCELLENT",
        "85.00000001, EXCELLENT",
        "84.999999, QUALIFIED",
        "84.9963, QUALIFIED",
        "84.995, QUALIFIED",
        "60, QUALIFIED",
        "60.0, QUALIFIED",
        "59.9999, UNQUALIFIED",
        "59.99999999, UNQUALIFIED",
        "0, UNQUALIFIED"
    })
    void the_band_is_taken_from_the_unrounded_score(String score, Grade band) {
        assertThat(GradeRule.band(Score.of(score))).isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({"84.995, 84.99", "84.999999, 84.99", "85, 85.00", "59.9999, 59.99", "0, 0.00", "100, 100.00"})
    void a_score_is_never_shown_above_what_it_is(String score, String shown) {
        assertThat(Score.of(score).shown()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # score   | grade       | standards     | prominent | blocked | reason | contradiction
                    90        | EXCELLENT   | MET           | false     | false   |        |
                    85        | EXCELLENT   | MET           | false     | false   |        |
                    70        | QUALIFIED   | BASICALLY_MET | true      | false   |        |
                    60        | QUALIFIED   | BASICALLY_MET | true      | false   |        |
                    59.9999   | UNQUALIFIED | NOT_MET       | true      | false   |        |
                    30        | UNQUALIFIED | NOT_MET       | false     | false   |        |
                    84.999999 | EXCELLENT   | MET           | false     | false   |        | 高于分数段
                    84.999999 | EXCELLENT   | MET           | false     | false   | 理由    | 高于分数段
                    59.9999   | QUALIFIED   | BASICALLY_MET | true      | false   | 理由    | 高于分数段
                    90        | EXCELLENT   | BASICALLY_MET | false     | false   | 理由    | 矛盾
                    90        | EXCELLENT   | NOT_MET       | false     | false   | 理由    | 矛盾
                    70        | QUALIFIED   | NOT_MET       | true      | false   | 理由    | 矛盾
                    90        | QUALIFIED   | BASICALLY_MET | true      | false   |        | 低于分数段且没有书面理由
                    90        | QUALIFIED   | BASICALLY_MET | true      | false   | 理由    |
                    70        | UNQUALIFIED | NOT_MET       | true      | false   |        | 低于分数段且没有书面理由
                    70        | UNQUALIFIED | NOT_MET       | true      | false   | 理由    |
                    70        | UNQUALIFIED | BASICALLY_MET | true      | false   | 理由    |
                    40        | UNQUALIFIED | BASICALLY_MET | true      | false   |        | 低于评价结论
                    40        | UNQUALIFIED | MET           | true      | false   | 理由    |
                    90        | EXCELLENT   | MET           | true      | false   |        | 评为“优秀”但问题清单中有突出问题
                    90        | EXCELLENT   | MET           | true      | false   | 理由    |
                    70        | QUALIFIED   | BASICALLY_MET | false     | false   |        | 评为“合格”但问题清单中没有突出问题
                    70        | QUALIFIED   | BASICALLY_MET | false     | false   | 理由    |
                    90        | EXCELLENT   | MET           | false     | true    | 理由    | 不得评为“优秀”
                    90        | QUALIFIED   | BASICALLY_MET | true      | true    | 理由    |
                    70        | QUALIFIED   | BASICALLY_MET | true      | true    |        |
                    """)
    void a_stated_grade_is_held_against_the_article(
            String score,
            Grade grade,
            Standards standards,
            boolean prominent,
            boolean blocked,
            String reason,
            String expected) {
        var stated = new GradeRule.Statement(grade, standards, prominent, blocked, Optional.ofNullable(reason));
        var found = GradeRule.check(Score.of(score), stated);
        if (expected == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found)
                    .extracting(GradeRule.Contradiction::message)
                    .anyMatch(message -> message.contains(expected));
        }
    }

    @ParameterizedTest
    @CsvSource({"' '", "''"})
    void a_blank_reason_is_none(String reason) {
        var stated =
                new GradeRule.Statement(Grade.QUALIFIED, Standards.BASICALLY_MET, true, false, Optional.of(reason));
        assertThat(GradeRule.check(Score.of("90"), stated)).hasSize(1);
    }
}
