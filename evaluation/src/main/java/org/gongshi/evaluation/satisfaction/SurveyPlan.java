package org.gongshi.evaluation.satisfaction;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.digest.Digest;

/**
 * The survey plan (调查方案), locked before the first answer: the same answers give another index under another mapping.
 *
 * @param digest SHA-256 of the file's bytes
 * @param mapping option value to score, 0 to 100
 * @param satisfied option values that count as satisfied (满意)
 * @param minimumAnswered share of the items, 0 to 1, that a person must answer to have an index
 * @param indexDecimals rounding of the released index, 0 to 2
 * @param stages the school stages that are strata, by audience; none for the public
 * @param weighting the weighting steps
 * @param composite how the audiences make one index; empty: they do not
 * @param languages BCP 47 tags of the languages besides Chinese in which the survey is offered, in the order shown
 */
@Article(9)
public record SurveyPlan(
        Digest digest,
        OffsetDateTime opens,
        OffsetDateTime closes,
        Map<Integer, BigDecimal> mapping,
        Set<Integer> satisfied,
        BigDecimal minimumAnswered,
        int indexDecimals,
        Thresholds thresholds,
        Quality quality,
        Map<Audience, List<SchoolStage>> stages,
        LonelyCluster lonelyCluster,
        WeightingPlan weighting,
        Optional<CompositePlan> composite,
        List<String> languages) {

    public SurveyPlan {
        Objects.requireNonNull(digest, "digest");
        Require.that(opens.isBefore(closes), "the survey closes before it opens");
        mapping = java.util.Collections.unmodifiableMap(new TreeMap<>(mapping));
        mapping.values().forEach(score -> Require.that(inPercent(score), "a score lies between 0 and 100: ", score));
        satisfied = Set.copyOf(satisfied);
        Require.that(mapping.keySet().containsAll(satisfied), "satisfied values stand in the mapping");
        Require.that(isShare(minimumAnswered), "minimumAnswered lies between 0 and 1");
        Require.that(indexDecimals >= 0 && indexDecimals <= 2, "indexDecimals lies between 0 and 2");
        Objects.requireNonNull(thresholds, "thresholds");
        Objects.requireNonNull(quality, "quality");
        Map<Audience, List<SchoolStage>> copy = new EnumMap<>(Audience.class);
        for (Audience audience : Audience.values()) {
            copy.put(audience, List.copyOf(stages.getOrDefault(audience, List.of())));
        }
        stages = java.util.Collections.unmodifiableMap(copy);
        Objects.requireNonNull(lonelyCluster, "lonelyCluster");
        Objects.requireNonNull(weighting, "weighting");
        Objects.requireNonNull(composite, "composite");
        languages = List.copyOf(languages);
        languages.forEach(tag -> Require.that(Translation.isLanguage(tag), "a language tag: ", tag));
    }

    /**
     * When a figure may be shown.
     *
     * @param hide fewer answers than this: hidden, for confidentiality
     * @param insufficient fewer answers, or a smaller effective n: 样本不足
     * @param responseRate a figure that enters a score needs this share of the invited, 0 to 1
     * @param minimumClusters fewer schools than this: 样本不足
     */
    public record Thresholds(int hide, int insufficient, BigDecimal responseRate, int minimumClusters) {
        public Thresholds {
            // Below ten a figure would point at persons; a plan may ask for more, never for less.
            Require.that(hide >= 10, "hide is 10 at least");
            Require.that(insufficient >= hide, "insufficient is not below hide");
            Require.that(isShare(responseRate), "responseRate lies between 0 and 1");
            Require.that(minimumClusters >= 1, "minimumClusters is 1 at least");
        }
    }

    /**
     * When an answer sheet is flagged at receipt; a flag never deletes.
     *
     * @param secondsPerItem faster than this on average
     * @param straightLineItems at least so many items answered, all alike
     * @param crowd doubts about sheets that come together; empty: none are raised
     * @param scatter standard deviation of a person's answers to the items from which on they look drawn by chance; empty: none
     *     do. Marjanovic et al., The inter-item standard deviation (2015)
     */
    public record Quality(
            BigDecimal secondsPerItem, int straightLineItems, Optional<Crowd> crowd, Optional<BigDecimal> scatter) {
        public Quality {
            Require.that(secondsPerItem.signum() >= 0, "secondsPerItem is not below 0");
            Require.that(straightLineItems >= 2, "straightLineItems is 2 at least");
            Objects.requireNonNull(crowd, "crowd");
            scatter.ifPresent(own -> Require.that(own.signum() > 0, "scatter lies above 0: " + own));
        }

        public Quality(BigDecimal secondsPerItem, int straightLineItems) {
            this(secondsPerItem, straightLineItems, Optional.empty(), Optional.empty());
        }
    }

    /**
     * When sheets of one school, or of one place by the open link, look as if one hand had sent them (群发).
     *
     * @param burstSheets more than so many within the seconds
     * @param burstSeconds length of the window
     * @param identicalSheets the so-manieth sheet with the same answers to all items, and those after it
     */
    public record Crowd(int burstSheets, int burstSeconds, int identicalSheets) {
        public Crowd {
            Require.that(burstSheets >= 1 && burstSeconds >= 1, "a burst has sheets and seconds");
            Require.that(identicalSheets >= 2, "identicalSheets is 2 at least");
        }
    }

    /** What happens with a stratum in which only one school answered: its variance cannot be estimated. */
    public enum LonelyCluster {
        /** The release stops and names the strata. */
        FAIL,
        /** The stratum is centred at the overall mean and calibrated together with its neighbour (conservative). */
        ADJUST
    }

    private static boolean isShare(BigDecimal value) {
        return value.signum() >= 0 && value.compareTo(BigDecimal.ONE) <= 0;
    }

    private static boolean inPercent(BigDecimal value) {
        return value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(100)) <= 0;
    }
}
