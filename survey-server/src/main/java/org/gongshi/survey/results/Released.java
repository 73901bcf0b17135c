package org.gongshi.survey.results;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Estimate;

/** The rows as they are published (已定的公布行): what stands beside them may say no more than they allow. */
record Released(PlaceCode organizer, List<PlaceCode> places, List<AudienceResult> rows) {
    Released {
        places = List.copyOf(places);
        rows = List.copyOf(rows);
    }

    /** The row of all stages from codes. */
    Optional<AudienceResult> row(PlaceCode place, Audience audience) {
        return rows.stream()
                .filter(row -> isFromCodes(row, audience)
                        && row.stage().isEmpty()
                        && row.place().equals(place))
                .findFirst();
    }

    /** The rows of the single stages of a place. */
    List<AudienceResult> stages(PlaceCode place, Audience audience) {
        return rows.stream()
                .filter(row -> isFromCodes(row, audience)
                        && row.stage().isPresent()
                        && row.place().equals(place))
                .toList();
    }

    /** The index where it is shown. */
    Optional<Estimate.Shown> index(PlaceCode place, Audience audience) {
        return row(place, audience).flatMap(Released::shownIndex);
    }

    static Optional<Estimate.Shown> shownIndex(AudienceResult row) {
        return row.index() instanceof Estimate.Shown shown ? Optional.of(shown) : Optional.empty();
    }

    boolean isWhole(PlaceCode place) {
        return place.equals(organizer);
    }

    static BigDecimal decimal(double value, int decimals, RoundingMode rounding) {
        return BigDecimal.valueOf(value).setScale(decimals, rounding);
    }

    private static boolean isFromCodes(AudienceResult row, Audience audience) {
        return row.audience() == audience && row.mode() == AudienceResult.Mode.PROBABILITY;
    }
}
