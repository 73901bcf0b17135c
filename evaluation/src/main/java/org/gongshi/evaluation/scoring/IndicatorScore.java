package org.gongshi.evaluation.scoring;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Article;

/**
 * What one place got for one indicator (指标得分).
 *
 * @param raw the raw value from which the rule derives the points; empty for judged points
 * @param evidence on what it rests (佐证)
 * @param claimed the points that the place gave itself in its self-evaluation (自评得分); empty when it gave none
 */
@Article({8, 14})
public record IndicatorScore(
        IndicatorCode indicator, Optional<BigDecimal> raw, Score points, String evidence, Optional<Score> claimed) {
    public IndicatorScore {
        Objects.requireNonNull(indicator, "indicator");
        Objects.requireNonNull(raw, "raw");
        Objects.requireNonNull(points, "points");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(claimed, "claimed");
    }

    /** Points without a claim of the place. */
    public IndicatorScore(IndicatorCode indicator, Optional<BigDecimal> raw, Score points, String evidence) {
        this(indicator, raw, points, evidence, Optional.empty());
    }
}
