package org.gongshi.evaluation.satisfaction;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.place.PlaceCode;

/**
 * Which places can be told apart by their index (地区比较): every pair tested, Holm's adjustment over all pairs at 5 %. A rank is
 * never said by itself, only the band of ranks that the data leave.
 *
 * @param audience whose index; empty for the composite
 * @param bands one for every place with a shown index, by code
 * @param pairs every pair of them
 * @param among how many places were compared; more than there are bands when only some may be named
 */
public record Ranking(Optional<Audience> audience, List<Band> bands, List<Pair> pairs, int among) {
    public Ranking {
        Objects.requireNonNull(audience, "audience");
        bands = List.copyOf(bands);
        pairs = List.copyOf(pairs);
        Require.that(among >= bands.size(), "at least as many places as bands: ", among);
    }

    /** Of all the places that were compared. */
    public Ranking(Optional<Audience> audience, List<Band> bands, List<Pair> pairs) {
        this(audience, bands, pairs, bands.size());
    }

    /** A place's band of ranks, 1 the best. */
    public record Band(PlaceCode place, int best, int worst) {
        public Band {
            Objects.requireNonNull(place, "place");
            Require.that(best >= 1 && worst >= best, "a band runs from best to worst");
        }
    }

    /**
     * Two places.
     *
     * @param difference released index of {@code a} less that of {@code b}
     * @param p adjusted by Holm over all pairs, rounded up to one of {@link #LEVELS}: with the intervals an exact p would say the
     *     difference more exactly than it is published. Releases of the method {@code gongshi-survey/2} have three decimals
     * @param distinct whether they can be told apart: p ≤ 0.05 before rounding
     */
    public record Pair(PlaceCode a, PlaceCode b, BigDecimal difference, BigDecimal p, boolean distinct) {
        /** What a p-value is rounded up to (显著性档次). */
        public static final List<BigDecimal> LEVELS = List.of(
                new BigDecimal("0.001"),
                new BigDecimal("0.01"),
                new BigDecimal("0.05"),
                new BigDecimal("0.1"),
                new BigDecimal("0.5"),
                BigDecimal.ONE);

        public Pair {
            Require.that(!a.equals(b), "two places");
            Objects.requireNonNull(difference, "difference");
            Require.that(p.signum() > 0 && p.compareTo(BigDecimal.ONE) <= 0, "p lies above 0, at most 1: ", p);
        }

        /** The least of {@link #LEVELS} that is not below a p-value, 0 to 1. */
        public static BigDecimal level(double p) {
            return LEVELS.stream()
                    .filter(level -> p <= level.doubleValue())
                    .findFirst()
                    .orElse(BigDecimal.ONE);
        }
    }

    /** The band of a place. */
    public Optional<Band> band(PlaceCode place) {
        return bands.stream().filter(band -> band.place().equals(place)).findFirst();
    }

    /** What is left when only some places may be named. The bands stay those among all places. */
    public Ranking only(Set<PlaceCode> places) {
        return new Ranking(
                audience,
                bands.stream().filter(band -> places.contains(band.place())).toList(),
                pairs.stream()
                        .filter(pair -> places.contains(pair.a()) && places.contains(pair.b()))
                        .toList(),
                among);
    }
}
