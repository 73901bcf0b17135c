package org.gongshi.evaluation.scoring;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;

/**
 * A place's points for every indicator of a system (得分表), complete and in the system's order.
 */
@Article(14)
public record ScoreSheet(IndicatorSystem system, List<IndicatorScore> scores) {
    public ScoreSheet {
        scores = inOrder(system, scores);
    }

    /** @throws IllegalArgumentException when the sheet has no such indicator */
    public IndicatorScore score(IndicatorCode code) {
        return scores.stream()
                .filter(score -> score.indicator().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such indicator: " + code));
    }

    /** Σ weight × points ÷ 100, exact: the decimal point moves, nothing is rounded. */
    // 第十四条：加权分数
    public Score weightedScore() {
        return new Score(weighted(system.indicators()));
    }

    /** What an area brings to the weighted score, out of {@link ContentArea#weight()}; exact. */
    public BigDecimal areaPoints(ContentArea area) {
        return weighted(area.indicators());
    }

    /** What one indicator brings to the weighted score, out of its weight; exact. */
    public BigDecimal contribution(Indicator indicator) {
        return weighted(List.of(indicator));
    }

    private BigDecimal weighted(List<Indicator> indicators) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Indicator indicator : indicators) {
            sum = sum.add(
                    indicator.weight().multiply(score(indicator.code()).points().value()));
        }
        return sum.movePointLeft(2);
    }

    private static List<IndicatorScore> inOrder(IndicatorSystem system, List<IndicatorScore> scores) {
        Map<IndicatorCode, IndicatorScore> byCode = new HashMap<>();
        for (IndicatorScore score : scores) {
            Require.that(byCode.put(score.indicator(), score) == null, "score twice: ", score.indicator());
        }
        List<IndicatorScore> ordered = system.indicators().stream()
                .map(indicator -> {
                    IndicatorScore score = byCode.remove(indicator.code());
                    Require.that(score != null, "no score for ", indicator.code());
                    return score;
                })
                .toList();
        Require.that(byCode.isEmpty(), "scores for unknown indicators: ", byCode.keySet());
        return ordered;
    }
}
