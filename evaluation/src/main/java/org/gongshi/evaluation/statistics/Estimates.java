package org.gongshi.evaluation.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Estimates of a survey with their standard errors (调查估计量). All are pure functions of the design, the answers and the
 * domain. Missing answers count as outside the domain, separately for each question; their sampling units stay in the
 * variance.
 *
 * <p>Every method throws {@link SurveyFault} with {@link FaultCode#LONELY_PSU} when a stratum of one unit meets
 * {@link LonelyPsu#FAIL}.
 */
public final class Estimates {
    private Estimates() {}

    /** Weighted mean. R: {@code svymean(~y, subset(design, domain), na.rm=TRUE, deff=TRUE)}. */
    public static MeanEstimate mean(SurveyDesign design, Answers answers, Domain domain, Precision precision) {
        var moments = new WeightedMoments(design, answers, domain);
        if (moments.n == 0) {
            return MeanEstimate.nobody(moments.missing);
        }
        double se = Math.sqrt(TaylorVariance.of(design, moments.linearisedMean()));
        double df = df(design, answers, domain, precision);
        double half = half(se, df, precision);
        double spread = moments.elementVariance();
        double deffReplace = spread == 0 ? Double.NaN : se * se / (spread / moments.n);
        double deff = spread == 0 || moments.sumWeights <= moments.n
                ? Double.NaN
                : se * se / (spread * (moments.sumWeights - moments.n) / (moments.sumWeights * moments.n));
        return new MeanEstimate(
                moments.n,
                moments.missing,
                moments.sumWeights,
                Finite.of(moments.mean),
                Finite.of(se),
                Finite.of(df),
                Finite.of(moments.mean - half),
                Finite.of(moments.mean + half),
                Finite.of(moments.mean == 0 ? Double.NaN : se / Math.abs(moments.mean)),
                Finite.of(deff),
                Finite.of(deffReplace),
                Finite.of(moments.n / deffReplace),
                Finite.of(moments.kishDeff()));
    }

    /** Population total; 0 with nobody in the domain. R: {@code svytotal(~y, subset(design, domain), na.rm=TRUE)}. */
    public static TotalEstimate total(SurveyDesign design, Answers answers, Domain domain, Precision precision) {
        var moments = new WeightedMoments(design, answers, domain);
        if (moments.n == 0) {
            var none = OptionalDouble.empty();
            return new TotalEstimate(0, OptionalDouble.of(0), OptionalDouble.of(0), none, none, none);
        }
        double se = Math.sqrt(TaylorVariance.of(design, new Linearised(answers, domain, 0, 1)));
        return withInterval(
                moments.n, moments.mean * moments.sumWeights, se, df(design, answers, domain, precision), precision);
    }

    /**
     * Ratio of two totals, Σwx / Σwy, over the respondents with both values; empty over nobody or when the lower total is
     * 0. R: {@code svyratio(~x, ~y, subset(design, domain), na.rm=TRUE)}.
     */
    public static TotalEstimate ratio(SurveyDesign design, AnswerPairs pairs, Domain domain, Precision precision) {
        var below = new WeightedMoments(design, pairs.lower(), domain);
        double denominator = below.n == 0 ? 0 : below.mean * below.sumWeights;
        if (denominator == 0) {
            var none = OptionalDouble.empty();
            return new TotalEstimate(below.n, none, none, none, none, none);
        }
        var above = new WeightedMoments(design, pairs.upper(), domain);
        double ratio = above.mean * above.sumWeights / denominator;
        Answers residuals = pairs.residuals(ratio);
        double se = Math.sqrt(TaylorVariance.of(design, new Linearised(residuals, domain, 0, 1 / denominator)));
        return withInterval(below.n, ratio, se, df(design, residuals, domain, precision), precision);
    }

    /**
     * Share of every option among the valid answers. R: {@code svymean(~factor(y, levels=options), subset(design, domain),
     * na.rm=TRUE)}.
     *
     * @param options the values of the options, in the order wanted; unused ones get share 0
     */
    public static List<OptionShare> distribution(
            SurveyDesign design, Answers answers, Domain domain, double... options) {
        List<OptionShare> shares = new ArrayList<>(options.length);
        for (double option : options) {
            ProportionEstimate share =
                    proportion(design, answers.mapped(value -> value == option ? 1 : 0), domain, Precision.STANDARD);
            shares.add(new OptionShare(option, share.events(), share.estimate(), share.se()));
        }
        return List.copyOf(shares);
    }

    /**
     * Share of the respondents with an event. R: {@code svymean(~event, subset(design, domain), na.rm=TRUE)}.
     *
     * @param events 1 for the event, 0 without it
     */
    public static ProportionEstimate proportion(
            SurveyDesign design, Answers events, Domain domain, Precision precision) {
        Objects.requireNonNull(precision);
        var moments = new WeightedMoments(design, events, domain);
        if (moments.n == 0) {
            return ProportionEstimate.nobody(precision);
        }
        long happened = 0;
        for (int cell : domain.members()) {
            if (design.weight(cell) != 0) {
                for (int entry = events.from(cell); entry < events.to(cell); entry++) {
                    happened += events.value(entry) == 1 ? events.count(entry) : 0;
                }
            }
        }
        double variance = TaylorVariance.of(design, moments.linearisedMean());
        return new ProportionEstimate(
                moments.n,
                happened,
                Finite.of(moments.mean),
                variance,
                df(design, events, domain, precision),
                precision);
    }

    private static TotalEstimate withInterval(long n, double estimate, double se, double df, Precision precision) {
        double half = half(se, df, precision);
        return new TotalEstimate(
                n,
                Finite.of(estimate),
                Finite.of(se),
                Finite.of(df),
                Finite.of(estimate - half),
                Finite.of(estimate + half));
    }

    static double df(SurveyDesign design, Answers answers, Domain domain, Precision precision) {
        return switch (precision.df()) {
            case DESIGN -> design.degreesOfFreedom();
            case DOMAIN -> DegreesOfFreedom.ofAnswers(design, answers, domain);
            case INFINITE -> Double.POSITIVE_INFINITY;
        };
    }

    /** Half the width of an interval, t(df) se; NaN when df ≤ 0. */
    static double half(double se, double df, Precision precision) {
        return StudentT.upperQuantile(precision.alpha() / 2, df) * se;
    }
}
