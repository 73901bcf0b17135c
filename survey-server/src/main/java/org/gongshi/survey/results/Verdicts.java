package org.gongshi.survey.results;

import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.satisfaction.Estimate.Reason;

/**
 * What may be shown of every row: a reason where a figure is withheld, empty where it may be shown.
 *
 * @param row reason that withholds the whole row
 * @param counted whether the number of answer sheets may be shown
 * @param items by item, then by row
 */
record Verdicts(
        List<Optional<Reason>> row,
        List<Boolean> counted,
        List<Optional<Reason>> index,
        List<Optional<Reason>> satisfied,
        List<List<Optional<Reason>>> items) {
    Verdicts {
        row = List.copyOf(row);
        counted = List.copyOf(counted);
        index = List.copyOf(index);
        satisfied = List.copyOf(satisfied);
        items = items.stream().map(List::copyOf).toList();
    }
}
