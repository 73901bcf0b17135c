package org.gongshi.generator.compose;

import static org.gongshi.generator.compose.DataTable.Type.BOOLEAN;
import static org.gongshi.generator.compose.DataTable.Type.CODE;
import static org.gongshi.generator.compose.DataTable.Type.DATE;
import static org.gongshi.generator.compose.DataTable.Type.DECIMAL;
import static org.gongshi.generator.compose.DataTable.Type.TEXT;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.evaluation.report.AnnualReport;
import org.gongshi.evaluation.satisfaction.Analysis;
import org.gongshi.evaluation.scoring.ContentArea;
import org.gongshi.evaluation.scoring.Indicator;
import org.gongshi.evaluation.scoring.IndicatorScore;
import org.gongshi.evaluation.scoring.Score;
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
        SystemData system = new SystemData(site, round);
        tables.add(system.indicators());
        tables.add(system.calendar());
        round.published().objections().ifPresent(period -> tables.add(StageData.objections(site, round, period)));
        if (round.hasReports()) {
            tables.add(data.grades());
            tables.add(data.areas());
            tables.add(data.scores());
            tables.add(data.problems());
            tables.add(data.outcomes());
            tables.add(StageData.table(site, round));
            round.published().draw().ifPresent(draw -> tables.add(StageData.inspection(site, round, draw)));
            round.published().results().ifPresent(results -> {
                tables.add(new SurveyData(site, round, results).table());
                if (!results.analysis().equals(Analysis.NONE)) {
                    tables.add(new AnalysisData(site, round, results).table());
                }
                DeviationData.table(site, round, results).ifPresent(tables::add);
            });
        }
        return tables;
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
                .columns(TEXT, "evidence")
                .columns(DECIMAL, "claimed");
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
                        SystemData.kind(indicator.rule()),
                        indicator.rule().wording(),
                        TraceComposer.calculation(indicator.rule(), score.raw()),
                        score.points().exact(),
                        Numbers.exact(report.dossier().sheet().contribution(indicator)),
                        score.evidence(),
                        score.claimed().map(Score::exact));
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

    private static Object code(ApprovedReport report) {
        return report.dossier().place().code();
    }

    private static String name(ApprovedReport report) {
        return report.dossier().place().name();
    }

    private TableBuilder table(String name) {
        return new TableBuilder(
                name, site.paths().data(round.key(), name + ".csv"), site.say("table." + name, round.title()));
    }
}
