package org.gongshi.evaluation.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.content.DossierSource;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.finding.Location;
import org.gongshi.evaluation.stage.Problem;
import org.gongshi.evaluation.stage.ProblemStatus;
import org.gongshi.evaluation.stage.Stages;

/** Holds the problem list against indicators, stages and dates (问题清单核对): every problem is answered, in time and in order. */
@Article({11, 12})
final class ProblemCheck {
    private final DossierSource source;
    private final Basis basis;
    private final Stages stages;
    private final Findings findings;

    ProblemCheck(DossierSource source, Basis basis, Findings findings) {
        this.source = source;
        this.basis = basis;
        this.stages = source.dossier().stages();
        this.findings = findings;
    }

    void check() {
        List<Problem> problems = source.dossier().problems().problems();
        for (int i = 0; i < problems.size(); i++) {
            String path = "problems[" + i + "].";
            indicator(problems.get(i), path);
            answered(problems.get(i), path);
            dates(problems.get(i), path);
        }
    }

    private void indicator(Problem problem, String path) {
        if (source.dossier().sheet().system().find(problem.indicator()).isEmpty()) {
            findings.error(
                    at(path + "indicator"),
                    "问题 " + problem.id() + "：指标体系中没有指标 " + problem.indicator(),
                    "请核对 indicators.yaml");
        }
    }

    // 第十二条：完成整改任务，并将整改结果报……进行复查
    private void answered(Problem problem, String path) {
        boolean reported = stages.rectification().reported().isPresent();
        if ((reported || stages.recheck().isPresent()) && problem.status() == ProblemStatus.OPEN) {
            // A long deadline may lie ahead; what is past its deadline is told as overdue below.
            findings.warning(
                    at(path + "status"), "整改结果已报送，问题 " + problem.id() + " 却还没有开始整改", "第十二条：每个问题都要有整改情况；请核对状态，或补上整改结果");
        }
        if (problem.recheck().isPresent() && stages.recheck().isEmpty()) {
            findings.error(
                    at(path + "recheck"),
                    "stages.yaml 没有复查，问题 " + problem.id() + " 却有复查结果",
                    "请补上 stages.yaml 的 recheck");
        }
        if (problem.isOverdue(basis.asOf())) {
            findings.warning(
                    at(path + "deadline"),
                    "问题 " + problem.id() + " 已超过整改期限 " + problem.deadline(),
                    "网站会标明逾期；如已完成，请更新状态");
        }
    }

    private void dates(Problem problem, String path) {
        LocalDate feedback = stages.feedback().date();
        if (problem.deadline().isBefore(feedback)) {
            findings.error(at(path + "deadline"), "整改期限 " + problem.deadline() + " 早于反馈 " + feedback, "请核对日期");
        }
        problem.completed()
                .filter(day -> day.isBefore(feedback))
                .ifPresent(day -> findings.error(at(path + "completed"), "完成日期 " + day + " 早于反馈 " + feedback, "请核对日期"));
        past(path + "completed", problem.completed());
        Optional<LocalDate> rechecked = problem.recheck().map(check -> check.date());
        past(path + "recheck.date", rechecked);
        if (rechecked.isPresent()
                && problem.completed().isPresent()
                && rechecked.get().isBefore(problem.completed().get())) {
            findings.error(
                    at(path + "recheck.date"),
                    "复查 " + rechecked.get() + " 早于完成 " + problem.completed().get(),
                    "请核对日期");
        }
    }

    private void past(String field, Optional<LocalDate> day) {
        day.filter(date -> date.isAfter(basis.asOf()))
                .ifPresent(date -> findings.error(
                        at(field), "已发生的事的日期 " + date + " 晚于截至日期 " + basis.asOf(), "请核对日期，或更新 site.yaml 的 asOf"));
    }

    private Location at(String field) {
        return source.problems().at(field);
    }
}
