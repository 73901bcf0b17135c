package org.gongshi.evaluation.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.content.DossierSource;
import org.gongshi.evaluation.content.Positions;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.report.Dossier;
import org.gongshi.evaluation.round.Step;
import org.gongshi.evaluation.scoring.IndicatorCode;
import org.gongshi.evaluation.stage.Practice;
import org.gongshi.evaluation.stage.Recheck;
import org.gongshi.evaluation.stage.Rectification;
import org.gongshi.evaluation.stage.Stages;

/** Holds a place's steps against the regulation's order and time (环节核对), articles 8 to 13. */
@Article({8, 9, 10, 11, 12, 13})
final class StageCheck {
    private final DossierSource source;
    private final Basis basis;
    private final Findings findings;

    StageCheck(DossierSource source, Basis basis, Findings findings) {
        this.source = source;
        this.basis = basis;
        this.findings = findings;
    }

    void check() {
        Stages stages = source.dossier().stages();
        feedback(stages);
        rectification(stages);
        report(stages);
        happened(stages);
        late(stages);
        practices();
        new ProblemCheck(source, basis, findings).check();
    }

    // 第十一条：根据盟市级人民政府自评、第三方专业机构监测和实地检查情况……形成评价意见，反馈
    private void feedback(Stages stages) {
        LocalDate feedback = stages.feedback().date();
        order("自评报告报送", stages.selfEvaluation().received(), "feedback.date", "反馈", feedback);
        order("第三方监测", stages.monitoring().to(), "feedback.date", "反馈", feedback);
        order("实地检查", stages.inspection().to(), "feedback.date", "反馈", feedback);
    }

    // 第十二条：按照反馈意见制定整改方案，在规定时间内完成整改任务，并将整改结果报……视整改落实情况进行复查
    private void rectification(Stages stages) {
        Rectification rectification = stages.rectification();
        order("反馈", stages.feedback().date(), "rectification.plan", "整改方案", rectification.plan());
        rectification
                .reported()
                .ifPresent(
                        reported -> order("整改方案", rectification.plan(), "rectification.reported", "整改结果报送", reported));
        rectification
                .reported()
                .filter(day -> day.isAfter(rectification.due()))
                .ifPresent(day -> findings.warning(
                        source.stages().at("rectification.reported"),
                        "整改结果 " + day + " 报送，晚于期限 " + rectification.due(),
                        "第十二条：在规定时间内完成整改任务"));
        LocalDate before = rectification.reported().orElse(rectification.plan());
        stages.recheck().ifPresent(recheck -> order("整改", before, "recheck.date", "复查", recheck.date()));
    }

    // 第十三条：综合盟市级自查自评、第三方专业机构监测、实地检查、整改复查等情况，形成年度评价报告
    private void report(Stages stages) {
        LocalDate drawnUp = source.dossier().report().drawnUp();
        LocalDate last = stages.recheck()
                .map(Recheck::date)
                .or(() -> stages.rectification().reported())
                .orElse(stages.feedback().date());
        if (drawnUp.isBefore(last)) {
            findings.error(
                    source.report().at("drawnUp"),
                    "报告形成日期 " + drawnUp + " 早于它所综合的环节（" + last + "）",
                    "第十三条：报告综合自评、监测、检查、整改复查等情况形成");
        }
    }

    private void happened(Stages stages) {
        Positions at = source.stages();
        past(at, "selfEvaluation.received", Optional.of(stages.selfEvaluation().received()));
        past(at, "monitoring.to", Optional.of(stages.monitoring().to()));
        past(at, "inspection.to", Optional.of(stages.inspection().to()));
        past(at, "feedback.date", Optional.of(stages.feedback().date()));
        past(at, "rectification.plan", Optional.of(stages.rectification().plan()));
        past(at, "rectification.reported", stages.rectification().reported());
        past(at, "recheck.date", stages.recheck().map(Recheck::date));
        past(source.report(), "drawnUp", Optional.of(source.dossier().report().drawnUp()));
        source.outcomes()
                .forEach(outcome ->
                        past(outcome.at(), "date", Optional.of(outcome.value().date())));
    }

    private void late(Stages stages) {
        late(
                "selfEvaluation.received",
                Step.SELF_EVALUATION,
                stages.selfEvaluation().received());
        late("monitoring.to", Step.MONITORING, stages.monitoring().to());
    }

    private void late(String field, Step step, LocalDate day) {
        step.lastDay(basis.round().year())
                .filter(day::isAfter)
                .ifPresent(last -> findings.warning(
                        source.stages().at(field),
                        step.label() + " " + day + " 晚于规定的 " + last,
                        "第" + (step == Step.MONITORING ? "九" : "八") + "条"));
    }

    private void practices() {
        Dossier dossier = source.dossier();
        List<Practice> practices = dossier.problems().practices();
        for (int i = 0; i < practices.size(); i++) {
            IndicatorCode indicator = practices.get(i).indicator();
            if (dossier.sheet().system().find(indicator).isEmpty()) {
                findings.error(
                        source.problems().at("practices[" + i + "].indicator"),
                        "指标体系中没有指标 " + indicator,
                        "请核对 indicators.yaml");
            }
        }
    }

    private void past(Positions at, String field, Optional<LocalDate> day) {
        day.filter(date -> date.isAfter(basis.asOf()))
                .ifPresent(date -> findings.error(
                        at.at(field), "已发生的事的日期 " + date + " 晚于截至日期 " + basis.asOf(), "请核对日期，或更新 site.yaml 的 asOf"));
    }

    private void order(String earlier, LocalDate first, String field, String later, LocalDate second) {
        if (second.isBefore(first)) {
            findings.error(
                    source.stages().at(field),
                    later + "（" + second + "）早于" + earlier + "（" + first + "）",
                    "各环节按第八条至第十三条的顺序进行；请核对日期");
        }
    }
}
