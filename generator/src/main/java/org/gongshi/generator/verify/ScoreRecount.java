package org.gongshi.generator.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.scoring.Indicator;
import org.gongshi.evaluation.scoring.IndicatorCode;
import org.gongshi.evaluation.scoring.IndicatorScore;
import org.gongshi.evaluation.scoring.IndicatorSystem;
import org.gongshi.evaluation.scoring.PointRule;
import org.gongshi.evaluation.scoring.Score;
import org.gongshi.evaluation.scoring.ScoreSheet;

/** Points from raw values by the rules, contributions from points and weights: {@code scores.csv} counted again. */
final class ScoreRecount {
    private final RoundFiles round;
    private final IndicatorSystem system;
    private final Recount recount;
    private final Map<List<String>, String> indices = new HashMap<>();

    ScoreRecount(RoundFiles round, IndicatorSystem system, Recount recount) {
        this.round = round;
        this.system = system;
        this.recount = recount;
        round.table("survey").ifPresent(survey -> survey.rows().forEach(this::index));
    }

    /** Keeps the released index of a place and audience: of the probability sample, over all stages and items. */
    private void index(Map<String, String> figure) {
        boolean whole = "index".equals(figure.get("measure"))
                && "probability".equals(figure.get("mode"))
                && "".equals(figure.get("stage"))
                && "".equals(figure.get("item"));
        if (whole) {
            indices.put(
                    List.of(figure.getOrDefault("place", ""), figure.getOrDefault("audience", "")),
                    figure.getOrDefault("value", ""));
        }
    }

    /** A complete sheet for each place; a place whose rows are not complete is told and left out. */
    Map<String, ScoreSheet> sheets(CsvTable scores) {
        scores.with("place", "indicator", "weight", "raw", "points", "contribution");
        Map<String, List<IndicatorScore>> byPlace = new LinkedHashMap<>();
        for (Map<String, String> row : scores.rows()) {
            recount.guarded(
                    round.path("scores"),
                    where(row),
                    () -> byPlace.computeIfAbsent(row.get("place"), place -> new ArrayList<>())
                            .add(score(row)));
        }
        Map<String, ScoreSheet> sheets = new LinkedHashMap<>();
        byPlace.forEach((place, list) ->
                recount.guarded(round.path("scores"), place, () -> sheets.put(place, new ScoreSheet(system, list))));
        return sheets;
    }

    private IndicatorScore score(Map<String, String> row) {
        var code = new IndicatorCode(row.get("indicator"));
        Indicator indicator =
                system.find(code).orElseThrow(() -> new IllegalArgumentException("indicators.csv 没有这个指标"));
        Optional<BigDecimal> raw =
                row.get("raw").isEmpty() ? Optional.empty() : Optional.of(SystemReader.decimal(row, "raw"));
        var points = new Score(SystemReader.decimal(row, "points"));
        String path = round.path("scores");
        recount.expect(path, where(row) + " weight", indicator.weight(), row.get("weight"));
        expected(indicator.rule(), row, raw)
                .ifPresent(score -> recount.expect(path, where(row) + " points", score.value(), row.get("points")));
        String claimed = row.getOrDefault("claimed", "");
        recount.require(
                path,
                where(row) + " claimed",
                claimed.isEmpty() || Score.isValid(SystemReader.decimal(row, "claimed")),
                "自评得分不在 0 至 100 之间");
        BigDecimal contribution = indicator.weight().multiply(points.value()).movePointLeft(2);
        recount.expect(path, where(row) + " contribution", contribution, row.get("contribution"));
        return new IndicatorScore(code, raw, points, "");
    }

    /** The points that the rule gives; empty for points that experts judged. */
    private Optional<Score> expected(PointRule rule, Map<String, String> row, Optional<BigDecimal> raw) {
        if (rule instanceof PointRule.Rate rate) {
            return Optional.of(rate.points(needed(raw)));
        }
        if (rule instanceof PointRule.Deduction deduction) {
            return Optional.of(deduction.points(needed(raw)));
        }
        if (rule instanceof PointRule.SurveyIndex index) {
            return Optional.of(surveyPoints(index, row, raw));
        }
        return Optional.empty();
    }

    /** The released index as it stands, or what the rule fixed beforehand for one that is withheld. */
    private Score surveyPoints(PointRule.SurveyIndex rule, Map<String, String> row, Optional<BigDecimal> raw) {
        if (raw.isEmpty()) {
            return rule.ifWithheld().orElseThrow(() -> new IllegalArgumentException("没有满意度指数，规则也没有写明代替的得分"));
        }
        String released = indices.getOrDefault(List.of(row.get("place"), rule.audience()), "");
        recount.expect(round.path("scores"), where(row) + " raw", raw.get(), released);
        return new Score(raw.get());
    }

    private static BigDecimal needed(Optional<BigDecimal> raw) {
        return raw.orElseThrow(() -> new IllegalArgumentException("缺少原始值"));
    }

    private static String where(Map<String, String> row) {
        return row.get("place") + " " + row.get("indicator");
    }
}
