package org.gongshi.evaluation.publication;

import java.math.BigDecimal;
import java.util.Optional;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.content.DossierSource;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.outcome.Outcome;
import org.gongshi.evaluation.report.AnnualReport;
import org.gongshi.evaluation.report.Dossier;
import org.gongshi.evaluation.scoring.GradeRule;
import org.gongshi.evaluation.scoring.Indicator;
import org.gongshi.evaluation.scoring.IndicatorScore;
import org.gongshi.evaluation.scoring.PointRule;
import org.gongshi.evaluation.scoring.Score;
import org.gongshi.evaluation.scoring.SelfAssessment;

/**
 * Holds points against the rules they come from and the grade against the score (得分与等级核对): points are never taken on trust.
 */
@Article({8, 14, 15})
final class ScoreCheck {
    private static final int MOST_DECIMALS = 4;

    private final DossierSource source;
    private final Basis basis;
    private final Findings findings;

    ScoreCheck(DossierSource source, Basis basis, Findings findings) {
        this.source = source;
        this.basis = basis;
        this.findings = findings;
    }

    void check() {
        Dossier dossier = source.dossier();
        for (Indicator indicator : dossier.sheet().system().indicators()) {
            IndicatorScore score = dossier.sheet().score(indicator.code());
            decimals(indicator, score);
            rule(indicator.rule(), score);
        }
        SelfAssessment.of(dossier.sheet()).ifPresent(this::claims);
        grade();
    }

    private void rule(PointRule rule, IndicatorScore score) {
        if (rule instanceof PointRule.Rate rate) {
            raw(score).ifPresent(raw -> expect(score, rate.points(raw), rate.trace(raw)));
        } else if (rule instanceof PointRule.Deduction deduction) {
            deduction(deduction, score);
        } else if (rule instanceof PointRule.SurveyIndex index) {
            surveyIndex(index, score);
        } else {
            judged(score);
        }
    }

    // 第八条：被评价的人民政府自查自评
    private void claims(SelfAssessment claims) {
        for (Indicator indicator : claims.sheet().system().indicators()) {
            IndicatorScore score = claims.sheet().score(indicator.code());
            boolean surveyed = indicator.rule() instanceof PointRule.SurveyIndex;
            if (surveyed && score.claimed().isPresent()) {
                findings.error(at(score, "claimed"), "满意度指标没有自评得分", "满意度由调查得出，请留空");
            } else if (!surveyed && score.claimed().isEmpty()) {
                findings.warning(
                        at(score, "claimed"), "指标 " + indicator.code() + " 没有自评得分", "自评报告逐项给分；没有给分的指标两边都不计入自评与核定的比较");
            }
            score.claimed()
                    .filter(claimed -> claimed.value().scale() > MOST_DECIMALS)
                    .ifPresent(claimed -> findings.error(
                            at(score, "claimed"),
                            "自评得分 " + claimed.exact() + " 的小数多于 " + MOST_DECIMALS + " 位",
                            "请照自评报告填写"));
        }
    }

    private void decimals(Indicator indicator, IndicatorScore score) {
        if (score.points().value().scale() > indicator.rule().decimals()) {
            findings.error(
                    at(score, "points"),
                    "得分 " + score.points().exact() + " 的小数多于规则的 "
                            + indicator.rule().decimals() + " 位",
                    "得分按规则四舍五入一次");
        }
    }

    private Optional<BigDecimal> raw(IndicatorScore score) {
        if (score.raw().isEmpty()) {
            findings.error(at(score, "raw"), "缺少原始值", "这个指标的得分由原始值计算");
        }
        return score.raw();
    }

    private void deduction(PointRule.Deduction rule, IndicatorScore score) {
        raw(score).ifPresent(cases -> {
            boolean whole = cases.signum() >= 0 && cases.stripTrailingZeros().scale() <= 0;
            if (whole) {
                expect(score, rule.points(cases), rule.trace(cases));
            } else {
                findings.error(at(score, "raw"), "原始值 " + cases.toPlainString() + " 不是例数", "扣分指标的原始值是不小于 0 的整数");
            }
        });
    }

    private void surveyIndex(PointRule.SurveyIndex rule, IndicatorScore score) {
        Optional<SurveyScore> expected =
                SurveyScore.of(rule, source.dossier().subject().place(), basis.results(), basis.plan());
        if (expected.isEmpty()) {
            findings.error(
                    at(score, "points"),
                    "满意度指数（" + rule.audience() + "）不能计入得分，规则也没有写明 ifWithheld",
                    "指数未公布、未达到应答率或没有调查结果；规则须在调查之前定好");
            return;
        }
        Optional<BigDecimal> index = expected.get().raw();
        if (index.isEmpty() && score.raw().isPresent()) {
            findings.error(at(score, "raw"), "满意度指数不能计入得分，原始值应留空", "得分按规则的 ifWithheld");
        }
        index.filter(value ->
                        score.raw().filter(raw -> raw.compareTo(value) == 0).isEmpty())
                .ifPresent(value -> findings.error(
                        at(score, "raw"),
                        "原始值应为公布的满意度指数 " + value.toPlainString() + "，此处是" + shown(score.raw()),
                        "请照 results.json 填写"));
        expect(
                score,
                expected.get().points(),
                index.map(value -> "公布的满意度指数 " + value.toPlainString()).orElse("满意度指数不能计入得分时的规定分值"));
    }

    private void judged(IndicatorScore score) {
        if (score.raw().isPresent()) {
            findings.error(at(score, "raw"), "评定指标没有原始值，此处是" + shown(score.raw()), "请留空，依据写在 evidence");
        }
        if (score.evidence().isBlank()) {
            findings.error(at(score, "evidence"), "评定指标缺少依据", "请写明依据哪些佐证材料评定");
        }
    }

    private void expect(IndicatorScore score, Score expected, String trace) {
        if (!score.points().equals(expected)) {
            findings.error(
                    at(score, "points"),
                    "得分应为 " + expected.exact() + "，此处是 " + score.points().exact(),
                    trace);
        }
    }

    private void grade() {
        Dossier dossier = source.dossier();
        AnnualReport report = dossier.report();
        boolean blocked = dossier.outcomes().stream().map(Outcome::kind).anyMatch(kind -> kind.blocksExcellent());
        var statement = new GradeRule.Statement(
                report.grade(), report.standards(), dossier.problems().hasProminent(), blocked, report.gradeReason());
        GradeRule.check(dossier.sheet().weightedScore(), statement)
                .forEach(fault -> findings.error(source.report().at("grade"), fault.message(), fault.hint()));
    }

    private Location at(IndicatorScore score, String column) {
        return source.scores().at(score.indicator() + "." + column);
    }

    private static String shown(Optional<BigDecimal> raw) {
        return raw.map(value -> " " + value.toPlainString()).orElse("空格");
    }
}
