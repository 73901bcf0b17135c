package org.gongshi.survey.results;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.CompositePlan;
import org.gongshi.evaluation.satisfaction.CompositeResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.Share;
import org.gongshi.evaluation.satisfaction.SurveyPlan;
import org.gongshi.evaluation.statistics.CompositeEstimate;

/**
 * The composite index of every place and of the whole (综合满意度指数). Its value comes from the released indices alone, so that
 * anybody can recompute it and it gives no hidden one away; its interval has the covariances, for parents and students are
 * asked at the same schools.
 */
final class Composites {
    static final String METHOD = "composite/1";

    private final IndexSample indices;
    private final SurveyPlan plan;
    private final CompositePlan composite;
    private final Released released;

    Composites(IndexSample indices, SurveyPlan plan, CompositePlan composite, Released released) {
        this.indices = indices;
        this.plan = plan;
        this.composite = composite;
        this.released = released;
    }

    List<CompositeResult> all() {
        List<CompositeResult> all = new ArrayList<>(List.of(of(released.organizer())));
        released.places().forEach(place -> all.add(of(place)));
        return all;
    }

    /** The audiences that are in the composite of a place; none where it is withheld. */
    Map<Audience, Estimate.Shown> audiences(PlaceCode place) {
        Map<Audience, Estimate.Shown> shown = new EnumMap<>(Audience.class);
        for (Audience audience : composite.weights().keySet()) {
            released.index(place, audience).ifPresent(index -> shown.put(audience, index));
        }
        boolean complete = shown.size() == composite.weights().size();
        boolean enough = composite.missing() == CompositePlan.Missing.REWEIGHT && shown.size() > 1;
        return complete || enough ? shown : Map.of();
    }

    /** What each audience's index counts at a place: the plan's weights over their sum. */
    Map<Audience, Double> weights(PlaceCode place) {
        Map<Audience, Double> weights = new EnumMap<>(Audience.class);
        audiences(place)
                .keySet()
                .forEach(audience ->
                        weights.put(audience, composite.weights().get(audience).doubleValue()));
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        weights.replaceAll((audience, weight) -> weight / sum);
        return weights;
    }

    /** The fewest degrees of freedom among them: that of the sum cannot be said to be more. */
    double df(PlaceCode place) {
        return audiences(place).values().stream()
                .mapToDouble(index -> index.df().orElse(1))
                .min()
                .orElse(1);
    }

    private CompositeResult of(PlaceCode place) {
        Map<Audience, Estimate.Shown> shown = audiences(place);
        if (shown.isEmpty()) {
            return new CompositeResult(place, java.util.Set.of(), new Estimate.Withheld(reason(place)));
        }
        Map<Audience, BigDecimal> values = new EnumMap<>(Audience.class);
        shown.forEach((audience, index) -> values.put(audience, index.value()));
        BigDecimal value = CompositeResult.value(values, composite.weights(), plan.indexDecimals());
        CompositeEstimate estimate = estimate(place);
        return new CompositeResult(
                place,
                shown.keySet(),
                new Estimate.Shown(
                        value,
                        interval(estimate, value),
                        shown.values().stream().mapToLong(Estimate.Shown::n).sum(),
                        Optional.empty(),
                        OptionalInt.of((int) df(place)),
                        Optional.empty(),
                        METHOD,
                        Publisher.quality(cv(estimate)),
                        Share.Bound.ABOUT));
    }

    /** Why the first missing audience is withheld. */
    private Estimate.Reason reason(PlaceCode place) {
        return composite.weights().keySet().stream()
                .filter(audience -> released.index(place, audience).isEmpty())
                .findFirst()
                .flatMap(audience -> released.row(place, audience))
                .map(row -> ((Estimate.Withheld) row.index()).reason())
                .orElse(Estimate.Reason.NO_ANSWERS);
    }

    private CompositeEstimate estimate(PlaceCode place) {
        Optional<PlaceCode> where = released.isWhole(place) ? Optional.empty() : Optional.of(place);
        List<CompositeEstimate.Component> components = new ArrayList<>();
        weights(place)
                .forEach((audience, weight) -> components.add(
                        new CompositeEstimate.Component(indices.answers(), indices.domain(audience, where), weight)));
        return CompositeEstimate.of(
                        indices.sample().design(),
                        components,
                        CompositeEstimate.OnMissing.NO_VALUE,
                        IndexSample.PRECISION)
                .withDf(df(place), IndexSample.PRECISION);
    }

    /** Rounded outwards, and never without the value, which is made of rounded indices. */
    private Optional<Estimate.Interval> interval(CompositeEstimate estimate, BigDecimal value) {
        if (estimate.ciLow().isEmpty() || estimate.se().orElse(0) <= 0) {
            return Optional.empty();
        }
        int decimals = plan.indexDecimals();
        double low = Math.max(0, estimate.ciLow().getAsDouble());
        double high = Math.min(100, estimate.ciHigh().orElseThrow());
        return Optional.of(new Estimate.Interval(
                Released.decimal(low, decimals, RoundingMode.FLOOR).min(value),
                Released.decimal(high, decimals, RoundingMode.CEILING).max(value)));
    }

    private static OptionalDouble cv(CompositeEstimate estimate) {
        double value = estimate.estimate().orElse(0);
        return value > 0 && estimate.se().isPresent()
                ? OptionalDouble.of(estimate.se().getAsDouble() / value)
                : OptionalDouble.empty();
    }
}
