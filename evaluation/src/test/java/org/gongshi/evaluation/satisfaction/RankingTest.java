package org.gongshi.evaluation.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongshi.evaluation.place.PlaceCode;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final PlaceCode A = new PlaceCode("990100");
    private static final PlaceCode B = new PlaceCode("990200");
    private static final PlaceCode C = new PlaceCode("990300");

    private static final Ranking ALL = new Ranking(
            Optional.empty(),
            List.of(new Ranking.Band(A, 1, 1), new Ranking.Band(B, 2, 3), new Ranking.Band(C, 2, 3)),
            List.of(
                    new Ranking.Pair(A, B, BigDecimal.ONE, BigDecimal.ONE, true),
                    new Ranking.Pair(B, C, BigDecimal.ONE, BigDecimal.ONE, false)));

    @Test
    void of_some_places_the_bands_stay_those_among_all() {
        Ranking some = ALL.only(Set.of(B, C));
        assertThat(some.among()).isEqualTo(3);
        assertThat(some.bands()).containsExactly(new Ranking.Band(B, 2, 3), new Ranking.Band(C, 2, 3));
        assertThat(some.pairs())
                .singleElement()
                .satisfies(pair -> assertThat(pair.a()).isEqualTo(B));
        assertThat(some.only(Set.of(C)).among()).isEqualTo(3);
    }

    @Test
    void there_are_no_more_bands_than_places_that_were_compared() {
        assertThatThrownBy(() -> new Ranking(Optional.empty(), ALL.bands(), List.of(), 2))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
