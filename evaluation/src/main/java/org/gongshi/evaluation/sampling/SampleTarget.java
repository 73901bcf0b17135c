package org.gongshi.evaluation.sampling;

import java.math.BigDecimal;
import java.util.List;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.satisfaction.SchoolStage;

/**
 * How precise the figures of one audience are to be in every place (精度要求).
 *
 * @param halfWidth half the width of the interval of a share, 0 to 0.5, such as 0.05
 * @param designEffect assumed design effect, 1 or more
 * @param responseRate expected share of the invited who answer, above 0 up to 1
 * @param stages the school stages asked; none for the public
 */
public record SampleTarget(
        BigDecimal halfWidth, BigDecimal designEffect, BigDecimal responseRate, List<SchoolStage> stages) {
    public SampleTarget {
        Require.that(halfWidth.signum() > 0 && halfWidth.compareTo(new BigDecimal("0.5")) < 0, "half width 0 to 0.5");
        Require.that(designEffect.compareTo(BigDecimal.ONE) >= 0, "a design effect is 1 or more");
        Require.that(responseRate.signum() > 0 && responseRate.compareTo(BigDecimal.ONE) <= 0, "a rate lies in 0 to 1");
        stages = List.copyOf(stages);
    }
}
