package org.gongshi.evaluation.satisfaction;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongshi.evaluation.place.PlaceCode;

/**
 * What a release says beside its rows (附加分析): weights, reliability, composite indices, comparisons of places.
 *
 * @param composites the whole first, then by code; none when the plan has no composite
 */
public record Analysis(
        List<WeightsReport> weights,
        List<Reliability> reliability,
        List<CompositeResult> composites,
        List<Ranking> rankings) {
    /** Of a release in the first format, which had none. */
    public static final Analysis NONE = new Analysis(List.of(), List.of(), List.of(), List.of());

    public Analysis {
        weights = List.copyOf(weights);
        reliability = List.copyOf(reliability);
        composites = List.copyOf(composites);
        rankings = List.copyOf(rankings);
    }

    /** The composite of a place. */
    public Optional<CompositeResult> composite(PlaceCode place) {
        return composites.stream().filter(each -> each.place().equals(place)).findFirst();
    }

    /** The comparison by an audience's index; by the composite when empty. */
    public Optional<Ranking> ranking(Optional<Audience> audience) {
        return rankings.stream()
                .filter(each -> each.audience().equals(audience))
                .findFirst();
    }

    /** What is left when only some places may be named. */
    public Analysis only(Set<PlaceCode> places) {
        return new Analysis(
                weights,
                reliability,
                composites.stream()
                        .filter(each -> places.contains(each.place()))
                        .toList(),
                rankings.stream().map(each -> each.only(places)).toList());
    }
}
