package org.gongshi.evaluation.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;

/**
 * What a place gave itself against what was confirmed (自评得分与核定得分), over exactly those indicators for which it claimed
 * points: a survey index is nobody's to claim, and an indicator without a claim counts on neither side.
 *
 * @param sheet the confirmed points with the claims
 * @param indicators those with a claim, in the order of the system; at least one
 */
@Article(8)
public record SelfAssessment(ScoreSheet sheet, List<Indicator> indicators) {
    public SelfAssessment {
        indicators = List.copyOf(indicators);
        Require.that(!indicators.isEmpty(), "a self-assessment claims points for an indicator at least");
        indicators.forEach(one ->
                Require.that(sheet.score(one.code()).claimed().isPresent(), "nothing is claimed for ", one.code()));
    }

    /** The claims of a sheet; empty when the place claimed nothing. */
    public static Optional<SelfAssessment> of(ScoreSheet sheet) {
        List<Indicator> claimed = sheet.system().indicators().stream()
                .filter(one -> sheet.score(one.code()).claimed().isPresent())
                .toList();
        return claimed.isEmpty() ? Optional.empty() : Optional.of(new SelfAssessment(sheet, claimed));
    }

    /** The claimed part of an area; empty when nothing is claimed there. */
    public Optional<SelfAssessment> in(ContentArea area) {
        List<Indicator> claimed =
                indicators.stream().filter(area.indicators()::contains).toList();
        return claimed.isEmpty() ? Optional.empty() : Optional.of(new SelfAssessment(sheet, claimed));
    }

    /** Weight of these indicators, out of 100. */
    public BigDecimal weight() {
        return indicators.stream().map(Indicator::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What the place claims that they bring to the weighted score, out of {@link #weight()}; exact. */
    public BigDecimal claimed() {
        return weighted(score -> score.claimed().orElseThrow());
    }

    /** What they bring to the weighted score, out of {@link #weight()}; exact. */
    public BigDecimal confirmed() {
        return weighted(IndicatorScore::points);
    }

    private BigDecimal weighted(Function<IndicatorScore, Score> points) {
        return indicators.stream()
                .map(one -> one.weight()
                        .multiply(points.apply(sheet.score(one.code())).value()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .movePointLeft(2);
    }
}
