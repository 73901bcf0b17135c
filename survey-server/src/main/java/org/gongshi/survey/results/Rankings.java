package org.gongshi.survey.results;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.Ranking;
import org.gongshi.evaluation.statistics.JointMeans;
import org.gongshi.evaluation.statistics.PairwiseRanks;

/**
 * Which places can be told apart (地区比较): by the index of every audience and by the composite, with the covariances of the one
 * design. Only places whose index is shown; volunteers are never compared.
 */
final class Rankings {
    private static final double LEVEL = 0.95;

    private final IndexSample indices;
    private final Released released;
    private final Optional<Composites> composites;

    Rankings(IndexSample indices, Released released, Optional<Composites> composites) {
        this.indices = indices;
        this.released = released;
        this.composites = composites;
    }

    /** A place that is compared: its released value, and what its estimate is made of. */
    private record Unit(PlaceCode place, BigDecimal value, double df, Map<Audience, Double> parts) {}

    List<Ranking> all() {
        List<Ranking> all = new ArrayList<>();
        for (Audience audience : Audience.values()) {
            List<Unit> units = new ArrayList<>();
            for (PlaceCode place : released.places()) {
                released.index(place, audience)
                        .ifPresent(index -> units.add(
                                new Unit(place, index.value(), index.df().orElse(1), Map.of(audience, 1.0))));
            }
            ranking(Optional.of(audience), units).ifPresent(all::add);
        }
        composites.ifPresent(found -> ranking(Optional.empty(), units(found)).ifPresent(all::add));
        return all;
    }

    private List<Unit> units(Composites found) {
        List<Unit> units = new ArrayList<>();
        found.all().stream()
                .filter(composite -> !released.isWhole(composite.place()))
                .forEach(composite -> {
                    if (composite.index() instanceof Estimate.Shown shown) {
                        units.add(new Unit(
                                composite.place(),
                                shown.value(),
                                found.df(composite.place()),
                                found.weights(composite.place())));
                    }
                });
        return units;
    }

    private Optional<Ranking> ranking(Optional<Audience> audience, List<Unit> units) {
        if (units.size() < 2) {
            return Optional.empty();
        }
        List<JointMeans.Part> parts = new ArrayList<>();
        List<double[]> coefficients = coefficients(units, parts);
        JointMeans means = JointMeans.of(indices.sample().design(), parts);
        double[] estimate = new double[units.size()];
        double[][] covariance = new double[units.size()][units.size()];
        for (int a = 0; a < estimate.length; a++) {
            for (int part = 0; part < means.size(); part++) {
                double own = coefficients.get(a)[part];
                estimate[a] += own == 0 ? 0 : own * means.estimate(part).orElseThrow();
            }
            for (int b = 0; b < estimate.length; b++) {
                covariance[a][b] = covariance(means, coefficients.get(a), coefficients.get(b));
            }
        }
        double[] df = units.stream().mapToDouble(Unit::df).toArray();
        PairwiseRanks ranks = PairwiseRanks.of(estimate, covariance, df, LEVEL);
        return Optional.of(new Ranking(audience, bands(units, ranks), pairs(units, ranks)));
    }

    /** Every unit's means become parts; its coefficients pick them out again. */
    private List<double[]> coefficients(List<Unit> units, List<JointMeans.Part> parts) {
        int all = units.stream().mapToInt(unit -> unit.parts().size()).sum();
        List<double[]> coefficients = new ArrayList<>();
        for (Unit unit : units) {
            double[] own = new double[all];
            unit.parts().forEach((audience, weight) -> {
                own[parts.size()] = weight;
                parts.add(new JointMeans.Part(indices.answers(), indices.domain(audience, Optional.of(unit.place()))));
            });
            coefficients.add(own);
        }
        return coefficients;
    }

    private static double covariance(JointMeans means, double[] left, double[] right) {
        double sum = 0;
        for (int a = 0; a < left.length; a++) {
            for (int b = 0; left[a] != 0 && b < right.length; b++) {
                sum += right[b] == 0 ? 0 : left[a] * right[b] * means.covariance(a, b);
            }
        }
        return sum;
    }

    private static List<Ranking.Band> bands(List<Unit> units, PairwiseRanks ranks) {
        List<Ranking.Band> bands = new ArrayList<>();
        for (int unit = 0; unit < units.size(); unit++) {
            var band = ranks.bands().get(unit);
            bands.add(new Ranking.Band(units.get(unit).place(), band.low(), band.high()));
        }
        return bands;
    }

    private static List<Ranking.Pair> pairs(List<Unit> units, PairwiseRanks ranks) {
        return ranks.pairs().stream()
                .map(pair -> new Ranking.Pair(
                        units.get(pair.a()).place(),
                        units.get(pair.b()).place(),
                        units.get(pair.a()).value().subtract(units.get(pair.b()).value()),
                        Ranking.Pair.level(pair.holm().orElse(1)),
                        pair.distinct()))
                .toList();
    }
}
