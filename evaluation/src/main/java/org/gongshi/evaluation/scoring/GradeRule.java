package org.gongshi.evaluation.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Article;

/**
 * Article 14, exactly. The committee states the grade; the rule checks it against the unrounded score, the qualitative
 * conditions and the blocks of article 15, and never computes it.
 */
@Article({14, 15})
public final class GradeRule {
    private static final BigDecimal EXCELLENT_FROM = BigDecimal.valueOf(85);
    private static final BigDecimal QUALIFIED_FROM = BigDecimal.valueOf(60);

    private GradeRule() {}

    /** The band of a score: the best grade that the number alone allows. */
    public static Grade band(Score weighted) {
        // 第十四条：加权分数≥85分的为优秀
        if (weighted.isAtLeast(EXCELLENT_FROM)) {
            return Grade.EXCELLENT;
        }
        // 第十四条：60分≤加权分数＜85分的为合格；加权分数＜60分的为不合格
        return weighted.isAtLeast(QUALIFIED_FROM) ? Grade.QUALIFIED : Grade.UNQUALIFIED;
    }

    /**
     * What a committee stated and on what it rests.
     *
     * @param prominentProblems whether the problem list has a prominent problem (突出问题)
     * @param blocked whether a falsification or a major safety accident is on record (第十五条)
     * @param reason the written reason, where the text of the article leaves the case open
     */
    public record Statement(
            Grade grade, Standards standards, boolean prominentProblems, boolean blocked, Optional<String> reason) {
        public Statement {
            Objects.requireNonNull(grade, "grade");
            Objects.requireNonNull(standards, "standards");
            reason = reason.filter(text -> !text.isBlank());
        }
    }

    /** A contradiction between a stated grade and what it rests on, in Chinese. */
    public record Contradiction(String message, String hint) {}

    /** All contradictions; empty when the grade may stand. */
    public static List<Contradiction> check(Score weighted, Statement stated) {
        List<Contradiction> found = new ArrayList<>();
        Grade band = band(weighted);
        String shown = "加权分数 " + weighted.exact() + " 属于“" + band.label() + "”分数段";
        if (stated.grade().isAbove(band)) {
            found.add(new Contradiction(
                    "等级“" + stated.grade().label() + "”高于分数段：" + shown, "第十四条不允许等级高于分数段，书面理由也不能改变；请核对得分或改正等级"));
        }
        if (stated.grade().isAbove(stated.standards().bestGrade())) {
            found.add(new Contradiction(
                    "等级“" + stated.grade().label() + "”与评价结论“"
                            + stated.standards().label() + "”矛盾",
                    "第十四条：“" + stated.standards().label() + "”最高评为“"
                            + stated.standards().bestGrade().label() + "”"));
        }
        // 第十五条：出现重特大教育安全事故、有弄虚作假行为的
        if (stated.blocked() && stated.grade() == Grade.EXCELLENT) {
            found.add(new Contradiction("已记录弄虚作假或重特大安全事故，不得评为“优秀”", "请改正等级，或核对 outcomes.yaml 的记录"));
        }
        if (stated.reason().isEmpty()) {
            reasonNeeded(band, shown, stated).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private static Optional<Contradiction> reasonNeeded(Grade band, String shown, Statement stated) {
        String hint = "请在 report.md 的 gradeReason 中写明理由";
        if (band.isAbove(stated.grade())) {
            return Optional.of(new Contradiction("等级“" + stated.grade().label() + "”低于分数段且没有书面理由：" + shown, hint));
        }
        if (stated.standards().bestGrade().isAbove(stated.grade())) {
            return Optional.of(new Contradiction(
                    "等级“" + stated.grade().label() + "”低于评价结论“"
                            + stated.standards().label() + "”所对应的等级且没有书面理由",
                    hint));
        }
        // 第十四条没有规定：达到85分而存在突出问题，或60分至85分而不存在突出问题
        if (stated.grade() == Grade.EXCELLENT && stated.prominentProblems()) {
            return Optional.of(new Contradiction("评为“优秀”但问题清单中有突出问题，第十四条对此没有规定，须记录理由", hint));
        }
        if (stated.grade() == Grade.QUALIFIED && !stated.prominentProblems()) {
            return Optional.of(new Contradiction("评为“合格”但问题清单中没有突出问题，第十四条对此没有规定，须记录理由", hint));
        }
        return Optional.empty();
    }
}
