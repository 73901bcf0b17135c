package org.gongshi.generator.compose;

import static org.gongshi.generator.compose.DataTable.Type.BOOLEAN;
import static org.gongshi.generator.compose.DataTable.Type.CODE;
import static org.gongshi.generator.compose.DataTable.Type.DATE;
import static org.gongshi.generator.compose.DataTable.Type.DECIMAL;
import static org.gongshi.generator.compose.DataTable.Type.TEXT;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.evaluation.report.AnnualReport;
import org.gongshi.evaluation.round.Milestone;
import org.gongshi.evaluation.scoring.ContentArea;
import org.gongshi.evaluation.scoring.Indicator;
import org.gongshi.evaluation.scoring.IndicatorScore;
import org.gongshi.evaluation.scoring.PointRule;
import org.gongshi.evaluation.stage.Problem;

/**
 * The tables of a round, from which anybody can recompute every published number: raw values, rules, points and weights give
 * the weighted score; the score gives the band.
 */
final class OpenData {
    private final Composition site;
    private final RoundView round;

    private OpenData(Composition site, RoundView round) {
        this.site = site;
        this.round = round;
    }

    /** All tables of a round in the order in which they are listed. */
    static List<DataTable> files(Composition site, RoundView round) {
        OpenData data = new OpenData(site, round);
        List<DataTable> tables = new ArrayList<>();
        tables.add(data.indicators());
        tables.add(data.calendar());
        if (round.hasReports()) {
            tables.add(data.grades());
            tables.add(data.areas());
            tables.add(data.scores());
            tables.add(data.problems());
            tables.add(data.outcomes());
            round.published().results().ifPresent(results -> tables.add(new SurveyData(site, round, results).table()));
        }
        return tables;
    }

    private DataTable indicators() {
        TableBuilder table = table("indicators")
                .columns(CODE, "indicator", "area")
                .columns(TEXT, "area_name", "name", "definition", "source")
                .columns(DECIMAL, "weight")
                .columns(BOOLEAN, "key")
                .columns(TEXT, "unit")
                .columns(CODE, "rule")
                .columns(DECIMAL, "floor", "target", "full", "each")
                .columns(CODE, "audience")
                .columns(DECIMAL, "if_withheld", "decimals")
                .columns(TEXT, "wording");
        for (ContentArea area : round.system().areas()) {
            for (Indicator indicator : area.indicators()) {
                PointRule rule = indicator.rule();
                table.row(
                        indicator.code(),
                        area.id(),
                        area.name(),
                        indicator.name(),
                        indicator.definition(),
                        indicator.source(),
                        Numbers.exact(indicator.weight()),
                        indicator.key(),
                        indicator.unit(),
                        kind(rule),
                        rate(rule).map(one -> one.floor().toPlainString()),
                        rate(rule).map(one -> one.target().toPlainString()),
                        deduction(rule).map(one -> one.full().toPlainString()),
                        deduction(rule).map(one -> one.each().toPlainString()),
                        index(rule).map(PointRule.SurveyIndex::audience),
                        index(rule).flatMap(PointRule.SurveyIndex::ifWithheld).map(points -> points.exact()),
                        rule.decimals(),
                        rule.wording());
            }
        }
        return table.build();
    }

    private DataTable calendar() {
        TableBuilder table = table("calendar")
                .columns(CODE, "step")
                .columns(TEXT, "step_name")
                .columns(DECIMAL, "article")
                .columns(DATE, "last_day", "planned", "actual")
                .columns(TEXT, "document", "note");
        for (Milestone milestone : round.published().round().calendar()) {
            table.row(
                    milestone.step().key(),
                    milestone.step().label(),
                    milestone.step().article(),
                    milestone.step().lastDay(round.key().year()),
                    milestone.planned(),
                    milestone.actual(),
                    milestone.document(),
                    milestone.note());
        }
        return table.build();
    }

    private DataTable grades() {
        TableBuilder table = table("grades")
                .columns(CODE, "place")
                .columns(TEXT, "place_name")
                .columns(DECIMAL, "score", "score_shown")
                .columns(TEXT, "band", "grade", "standards", "standards_basis")
                .columns(DECIMAL, "problems", "prominent_problems")
                .columns(TEXT, "reason", "document")
                .columns(DATE, "drawn_up")
                .columns(TEXT, "review_body", "review_document")
                .columns(DATE, "reviewed")
                .columns(TEXT, "approval_body", "approval_document")
                .columns(DATE, "approved", "published")
                .columns(CODE, "approved_digest");
        for (ApprovedReport report : round.reports()) {
            AnnualReport text = report.dossier().report();
            List<Problem> problems = report.dossier().problems().problems();
            table.row(
                    code(report),
                    name(report),
                    report.weightedScore().exact(),
                    report.weightedScore().shown(),
                    report.band().label(),
                    report.grade().label(),
                    text.standards().label(),
                    text.standardsBasis(),
                    problems.size(),
                    problems.stream().filter(Problem::prominent).count(),
                    text.gradeReason(),
                    text.document(),
                    text.drawnUp(),
                    report.review().body(),
                    report.review().document(),
                    report.review().date(),
                    report.approval().body(),
                    report.approval().document(),
                    report.approval().date(),
                    report.publishedOn(),
                    report.approval().digest());
        }
        return table.build();
    }

    private DataTable areas() {
        TableBuilder table = table("areas")
                .columns(CODE, "place")
                .columns(TEXT, "place_name")
                .columns(CODE, "area")
                .columns(TEXT, "area_name")
                .columns(DECIMAL, "weight", "area_points", "rate");
        for (ApprovedReport report : round.reports()) {
            for (ContentArea area : round.system().areas()) {
                BigDecimal points = report.dossier().sheet().areaPoints(area);
                table.row(
                        code(report),
                        name(report),
                        area.id(),
                        area.name(),
                        Numbers.exact(area.weight()),
                        Numbers.exact(points),
                        Numbers.percentShown(RoundView.rate(report, area)));
            }
        }
        return table.build();
    }

    private DataTable scores() {
        TableBuilder table = table("scores")
                .columns(CODE, "place")
                .columns(TEXT, "place_name")
                .columns(CODE, "indicator", "area")
                .columns(TEXT, "name")
                .columns(DECIMAL, "weight", "raw")
                .columns(TEXT, "unit")
                .columns(CODE, "rule")
                .columns(TEXT, "wording", "calculation")
                .columns(DECIMAL, "points", "contribution")
                .columns(TEXT, "evidence");
        for (ApprovedReport report : round.reports()) {
            for (Indicator indicator : round.system().indicators()) {
                IndicatorScore score = report.dossier().sheet().score(indicator.code());
                table.row(
                        code(report),
                        name(report),
                        indicator.code(),
                        indicator.code().areaId(),
                        indicator.name(),
                        Numbers.exact(indicator.weight()),
                        score.raw().map(BigDecimal::toPlainString),
                        indicator.unit(),
                        kind(indicator.rule()),
                        indicator.rule().wording(),
                        TraceComposer.calculation(indicator.rule(), score.raw()),
                        score.points().exact(),
                        Numbers.exact(report.dossier().sheet().contribution(indicator)),
                        score.evidence());
            }
        }
        return table.build();
    }

    private DataTable problems() {
        TableBuilder table = table("problems")
                .columns(CODE, "place")
                .columns(TEXT, "place_name")
                .columns(CODE, "problem")
                .columns(TEXT, "title", "text")
                .columns(CODE, "indicator")
                .columns(TEXT, "evidence")
                .columns(BOOLEAN, "prominent")
                .columns(TEXT, "measures")
                .columns(DATE, "deadline")
                .columns(CODE, "status")
                .columns(TEXT, "status_name")
                .columns(BOOLEAN, "overdue")
                .columns(DATE, "as_of", "completed")
                .columns(TEXT, "result")
                .columns(DATE, "rechecked")
                .columns(BOOLEAN, "passed")
                .columns(TEXT, "note");
        for (RoundView.Listed listed : round.problems()) {
            Problem problem = listed.problem();
            table.row(
                    listed.place(),
                    round.name(listed.place()),
                    problem.id(),
                    problem.title(),
                    problem.text(),
                    problem.indicator(),
                    problem.evidence(),
                    problem.prominent(),
                    problem.measures(),
                    problem.deadline(),
                    problem.status().key(),
                    problem.status().label(),
                    problem.isOverdue(site.asOf()),
                    site.asOf(),
                    problem.completed(),
                    problem.result(),
                    problem.recheck().map(check -> check.date()),
                    problem.recheck().map(check -> check.passed()),
                    problem.recheck().map(check -> check.note()));
        }
        return table.build();
    }

    private DataTable outcomes() {
        TableBuilder table = table("outcomes")
                .columns(DATE, "date")
                .columns(CODE, "place")
                .columns(TEXT, "place_name")
                .columns(CODE, "kind")
                .columns(TEXT, "kind_name", "text", "document", "body");
        round.published()
                .outcomes()
                .forEach(outcome -> table.row(
                        outcome.date(),
                        outcome.place(),
                        round.name(outcome.place()),
                        outcome.kind().key(),
                        outcome.kind().label(),
                        outcome.text(),
                        outcome.document(),
                        outcome.body()));
        return table.build();
    }

    private TableBuilder table(String name) {
        return new TableBuilder(
                name, site.paths().data(round.key(), name + ".csv"), site.say("table." + name, round.title()));
    }

    private static String kind(PointRule rule) {
        if (rule instanceof PointRule.Rate) {
            return "rate";
        }
        if (rule instanceof PointRule.Deduction) {
            return "deduction";
        }
        return rule instanceof PointRule.SurveyIndex ? "survey-index" : "judged";
    }

    private static Optional<PointRule.Rate> rate(PointRule rule) {
        return rule instanceof PointRule.Rate rate ? Optional.of(rate) : Optional.empty();
    }

    private static Optional<PointRule.Deduction> deduction(PointRule rule) {
        return rule instanceof PointRule.Deduction deduction ? Optional.of(deduction) : Optional.empty();
    }

    private static Optional<PointRule.SurveyIndex> index(PointRule rule) {
        return rule instanceof PointRule.SurveyIndex index ? Optional.of(index) : Optional.empty();
    }

    private static Object code(ApprovedReport report) {
        return report.dossier().place().code();
    }

    private static String name(ApprovedReport report) {
        return report.dossier().place().name();
    }
}
