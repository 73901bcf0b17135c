package org.gongshi.evaluation.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.content.Located;
import org.gongshi.evaluation.finding.Findings;
import org.gongshi.evaluation.round.EvaluationYear;
import org.gongshi.evaluation.round.Milestone;
import org.gongshi.evaluation.round.Step;

/** Warns when a dated step of the round's calendar is late or out of order (日程核对), articles 7 to 13. */
@Article({7, 8, 9, 10, 11, 12, 13})
final class CalendarCheck {
    private final Located<List<Milestone>> calendar;
    private final EvaluationYear year;
    private final Findings findings;

    CalendarCheck(Located<List<Milestone>> calendar, EvaluationYear year, Findings findings) {
        this.calendar = calendar;
        this.year = year;
        this.findings = findings;
    }

    void check(LocalDate asOf) {
        List<Milestone> milestones = calendar.value();
        for (int i = 0; i < milestones.size(); i++) {
            String path = "milestones[" + i + "].";
            Milestone milestone = milestones.get(i);
            late(milestone, path);
            order(milestone, path);
            milestone
                    .actual()
                    .filter(day -> day.isAfter(asOf))
                    .ifPresent(day -> findings.warning(
                            calendar.at().at(path + "actual"), "实际日期 " + day + " 晚于截至日期 " + asOf, "还没有办的步骤只写 planned"));
        }
    }

    private void late(Milestone milestone, String path) {
        if (milestone.isLate(year)) {
            findings.warning(
                    calendar.at().at(path + (milestone.actual().isPresent() ? "actual" : "planned")),
                    milestone.step().label() + " " + milestone.date() + " 晚于规定的 "
                            + milestone.step().lastDay(year).orElseThrow(),
                    "第" + article(milestone.step()) + "条");
        }
    }

    private void order(Milestone milestone, String path) {
        Optional<Milestone> ahead = calendar.value().stream()
                .filter(other -> rank(other.step()) < rank(milestone.step()))
                .filter(other -> other.date().isAfter(milestone.date()))
                .findFirst();
        ahead.ifPresent(other -> findings.warning(
                calendar.at().at(path + (milestone.actual().isPresent() ? "actual" : "planned")),
                milestone.step().label() + "（" + milestone.date() + "）早于"
                        + other.step().label() + "（" + other.date() + "）",
                "各步骤按第七条至第十三条的顺序进行"));
    }

    /** Self-evaluation and monitoring go on side by side: the regulation orders neither before the other. */
    private static int rank(Step step) {
        return step == Step.SELF_EVALUATION ? Step.MONITORING.ordinal() : step.ordinal();
    }

    private static String article(Step step) {
        return switch (step.article()) {
            case 7 -> "七";
            case 8 -> "八";
            default -> "九";
        };
    }
}
