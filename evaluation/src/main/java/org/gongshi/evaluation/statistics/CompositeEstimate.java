package org.gongshi.evaluation.statistics;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A weighted sum of means, such as 30 % public, 40 % parents, 30 % students (综合指数), with covariances: parents and
 * students share schools. A component nobody answered for is never passed over silently. R: {@code svycontrast}.
 *
 * @param components how many components somebody answered for
 * @param estimate Σ weight × mean; empty when a component is missing and may not be left out
 * @param se standard error
 * @param df degrees of freedom
 * @param ciLow lower end of the interval
 * @param ciHigh upper end
 */
public record CompositeEstimate(
        int components,
        OptionalDouble estimate,
        OptionalDouble se,
        OptionalDouble df,
        OptionalDouble ciLow,
        OptionalDouble ciHigh) {

    /** What becomes of a component without answers. */
    public enum OnMissing {
        /** The composite has no value. */
        NO_VALUE,
        /** The weights of the others grow in proportion to the same sum. */
        REWEIGHT
    }

    /** A component: the mean of some answers in a domain, and its weight. */
    public record Component(Answers answers, Domain domain, double weight) {}

    public static CompositeEstimate of(
            SurveyDesign design, List<Component> components, OnMissing onMissing, Precision precision) {
        JointMeans means = JointMeans.of(
                design,
                components.stream()
                        .map(each -> new JointMeans.Part(each.answers(), each.domain()))
                        .toList());
        int answered = means.nonEmpty().length;
        if (answered == 0 || answered < components.size() && onMissing == OnMissing.NO_VALUE) {
            var none = OptionalDouble.empty();
            return new CompositeEstimate(answered, none, none, none, none, none);
        }
        double[] weight = weights(components, means, onMissing);
        double estimate = means.combined(weight);
        double se = means.combinedSe(weight);
        double df = df(design, components, precision.df());
        double half = Estimates.half(se, df, precision);
        return new CompositeEstimate(
                answered,
                Finite.of(estimate),
                Finite.of(se),
                Finite.of(df),
                Finite.of(estimate - half),
                Finite.of(estimate + half));
    }

    /** The same with other degrees of freedom, such as the fewest among the components, which is on the safe side. */
    public CompositeEstimate withDf(double fewer, Precision precision) {
        if (estimate.isEmpty() || se.isEmpty()) {
            return this;
        }
        double half = Estimates.half(se.getAsDouble(), fewer, precision);
        return new CompositeEstimate(
                components,
                estimate,
                se,
                Finite.of(fewer),
                Finite.of(estimate.getAsDouble() - half),
                Finite.of(estimate.getAsDouble() + half));
    }

    private static double[] weights(List<Component> components, JointMeans means, OnMissing onMissing) {
        double all = 0;
        double answered = 0;
        for (int part = 0; part < components.size(); part++) {
            all += components.get(part).weight();
            answered += means.n(part) > 0 ? components.get(part).weight() : 0;
        }
        double[] weight = new double[components.size()];
        for (int part = 0; part < weight.length; part++) {
            double own = means.n(part) > 0 ? components.get(part).weight() : 0;
            weight[part] = onMissing == OnMissing.REWEIGHT ? own / (answered / all) : own;
        }
        return weight;
    }

    private static double df(SurveyDesign design, List<Component> components, DfRule rule) {
        if (rule != DfRule.DOMAIN) {
            return Contrast.df(design, rule);
        }
        Domain union =
                components.stream().map(Component::domain).reduce(Domain::or).orElseThrow();
        return DegreesOfFreedom.of(design, cell -> design.weight(cell) != 0 && union.contains(cell));
    }
}
