package org.gongshi.evaluation.disclosure;

import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.ItemResult;

/**
 * One item of one audience: the whole first, then the places.
 *
 * @param items how many items the questionnaire has
 */
record ItemTable(Audience audience, AudienceResult.Mode mode, String code, int items, List<Line> lines) {
    ItemTable {
        lines = List.copyOf(lines);
    }

    /**
     * A row's part of the table.
     *
     * @param item empty where the whole row is withheld
     */
    record Line(PlaceCode place, long population, Optional<Long> responded, Estimate index, Optional<ItemResult> item) {

        /** Whether any figure of the item is shown. */
        boolean isShown() {
            return item.filter(found -> found.mean() instanceof Estimate.Shown
                            || found.satisfied() instanceof Estimate.Shown
                            || !found.shares().isEmpty())
                    .isPresent();
        }

        /** Nobody of the place answered: it has no part in the whole. */
        boolean isEmpty() {
            Estimate told = item.map(ItemResult::satisfied).orElse(index);
            return told instanceof Estimate.Withheld withheld && withheld.reason() == Estimate.Reason.NO_ANSWERS;
        }

        Optional<Estimate.Shown> mean() {
            return item.map(ItemResult::mean)
                    .filter(Estimate.Shown.class::isInstance)
                    .map(Estimate.Shown.class::cast);
        }

        Optional<Estimate.Shown> satisfied() {
            return item.map(ItemResult::satisfied)
                    .filter(Estimate.Shown.class::isInstance)
                    .map(Estimate.Shown.class::cast);
        }

        /** Published number of persons behind the item, else behind the row; empty when neither is known. */
        Optional<Long> persons() {
            return mean().or(this::satisfied).map(Estimate.Shown::n).or(this::responded);
        }
    }
}
