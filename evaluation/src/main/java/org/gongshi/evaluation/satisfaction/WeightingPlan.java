package org.gongshi.evaluation.satisfaction;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongshi.evaluation.Require;

/**
 * How answers are weighted (加权步骤), part of the locked survey plan. Base weight, then non-response within stratum × audience, then
 * trimming, then raking to the population of every stratum and to the margins named here.
 *
 * @param trim the largest weight within a stratum, as a multiple of the stratum's median; empty: no trimming
 * @param margins profile margins besides place × audience × stage, which always counts
 * @param excluded doubts whose sheets the second figure of every headline leaves out
 */
public record WeightingPlan(Optional<BigDecimal> trim, List<ProfileMargin> margins, Set<Doubt> excluded) {
    /** Five times the median, no profile margin, all doubts: what holds for a plan that says nothing. */
    public static final WeightingPlan STANDARD =
            new WeightingPlan(Optional.of(BigDecimal.valueOf(5)), List.of(), EnumSet.allOf(Doubt.class));

    public WeightingPlan {
        trim = Objects.requireNonNull(trim, "trim");
        trim.ifPresent(times -> Require.that(times.compareTo(BigDecimal.ONE) > 0, "trim is above 1: ", times));
        margins = List.copyOf(margins);
        Require.that(
                margins.stream()
                                .map(margin -> margin.audience() + margin.question())
                                .distinct()
                                .count()
                        == margins.size(),
                "a margin twice");
        excluded = excluded.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(excluded));
    }

    /** The margins of one audience, in the order of the plan. */
    public List<ProfileMargin> margins(Audience audience) {
        return margins.stream().filter(margin -> margin.audience() == audience).toList();
    }
}
