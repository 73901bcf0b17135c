package org.gongshi.survey.results;

import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.SchoolStage;

/**
 * One row as computed: a place (or the whole) and a stage (or all), before disclosure control.
 *
 * @param population people behind it
 * @param invited people invited with a code
 * @param sheets valid answer sheets
 * @param schools schools with an answer sheet; persons for the public
 * @param satisfiedCount satisfied answers among all valid answers, in answers
 */
record RawRow(
        PlaceCode place,
        Optional<SchoolStage> stage,
        long population,
        long invited,
        long sheets,
        long schools,
        Figure index,
        Figure satisfied,
        OptionCount satisfiedCount,
        List<ItemRow> items) {
    RawRow {
        items = List.copyOf(items);
    }
}
