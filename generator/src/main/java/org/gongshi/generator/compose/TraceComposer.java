package org.gongshi.generator.compose;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.evaluation.scoring.ContentArea;
import org.gongshi.evaluation.scoring.Indicator;
import org.gongshi.evaluation.scoring.IndicatorScore;
import org.gongshi.evaluation.scoring.PointRule;
import org.gongshi.evaluation.scoring.ScoreSheet;
import org.gongshi.templates.site.Trace;

/** The trace of a score: every number from the raw value to the weighted sum, exact. */
final class TraceComposer {
    static final String NOT_APPLICABLE = "—";

    private final SitePaths paths;
    private final RoundView round;

    TraceComposer(SitePaths paths, RoundView round) {
        this.paths = paths;
        this.round = round;
    }

    Trace trace(ApprovedReport report) {
        ScoreSheet sheet = report.dossier().sheet();
        Optional<String> survey = round.published()
                .results()
                .map(results ->
                        paths.placeSurvey(round.key(), report.dossier().place().code()));
        List<Trace.Area> areas = round.system().areas().stream()
                .map(area -> new Trace.Area(
                        area.id(),
                        area.name(),
                        Numbers.exact(area.weight()),
                        Numbers.exact(sheet.areaPoints(area)),
                        rows(sheet, area, survey)))
                .toList();
        return new Trace(areas, report.weightedScore().exact());
    }

    Trace.Row row(ScoreSheet sheet, Indicator indicator) {
        return row(sheet, indicator, Optional.empty());
    }

    /** @param survey where the results stand that a raw value from the survey was taken from */
    private Trace.Row row(ScoreSheet sheet, Indicator indicator, Optional<String> survey) {
        IndicatorScore score = sheet.score(indicator.code());
        return new Trace.Row(
                indicator.code().value(),
                indicator.name(),
                paths.indicator(round.key(), indicator.code()),
                Numbers.exact(indicator.weight()),
                raw(score, indicator),
                survey.filter(path -> indicator.rule() instanceof PointRule.SurveyIndex),
                indicator.rule().wording(),
                calculation(indicator.rule(), score.raw()),
                score.points().exact(),
                Numbers.exact(sheet.contribution(indicator)));
    }

    static String raw(IndicatorScore score, Indicator indicator) {
        return score.raw().map(raw -> raw.toPlainString() + indicator.unit()).orElse(NOT_APPLICABLE);
    }

    /** The rule with its numbers; where no raw value enters, the rule in words. */
    static String calculation(PointRule rule, Optional<BigDecimal> raw) {
        if (raw.isPresent() && rule instanceof PointRule.Rate rate) {
            return rate.trace(raw.get());
        }
        if (raw.isPresent() && rule instanceof PointRule.Deduction deduction) {
            return deduction.trace(raw.get());
        }
        return rule.wording();
    }

    private List<Trace.Row> rows(ScoreSheet sheet, ContentArea area, Optional<String> survey) {
        return area.indicators().stream()
                .map(indicator -> row(sheet, indicator, survey))
                .toList();
    }
}
