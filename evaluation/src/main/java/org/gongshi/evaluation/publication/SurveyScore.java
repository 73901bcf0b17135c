package org.gongshi.evaluation.publication;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.ReleasedResults;
import org.gongshi.evaluation.satisfaction.Share;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.evaluation.scoring.PointRule;
import org.gongshi.evaluation.scoring.Score;

/**
 * What a survey index brings into a score sheet (满意度得分): exactly the released index, or what the rule fixed beforehand for an
 * index that is withheld or had too few answers.
 *
 * @param raw the released index; empty when it may not enter a score
 */
@Article({9, 14})
public record SurveyScore(Optional<BigDecimal> raw, Score points) {
    public SurveyScore {
        Objects.requireNonNull(raw, "raw");
        Objects.requireNonNull(points, "points");
    }

    /** Raw value and points of a place; empty when the index may not enter and the rule has no {@code ifWithheld}. */
    public static Optional<SurveyScore> of(
            PointRule.SurveyIndex rule, PlaceCode place, Optional<ReleasedResults> results, Optional<SurveyPlan> plan) {
        Optional<BigDecimal> index = usableIndex(rule, place, results, plan);
        return index.isPresent()
                ? index.map(value -> new SurveyScore(index, new Score(value)))
                : rule.ifWithheld().map(points -> new SurveyScore(Optional.empty(), points));
    }

    private static Optional<BigDecimal> usableIndex(
            PointRule.SurveyIndex rule, PlaceCode place, Optional<ReleasedResults> results, Optional<SurveyPlan> plan) {
        BigDecimal minimum =
                plan.map(known -> known.thresholds().responseRate()).orElse(BigDecimal.ZERO);
        return Audience.ofKey(rule.audience())
                .flatMap(audience -> results.flatMap(all -> all.find(place, audience)))
                .filter(found -> found.mayEnterScore(minimum))
                .map(AudienceResult::index)
                .filter(Estimate.Shown.class::isInstance)
                .map(Estimate.Shown.class::cast)
                .filter(shown -> shown.bound() == Share.Bound.ABOUT)
                .map(Estimate.Shown::value);
    }
}
