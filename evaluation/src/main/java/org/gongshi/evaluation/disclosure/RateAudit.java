package org.gongshi.evaluation.disclosure;

import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.disclosure.Exposure.Kind;
import org.gongshi.evaluation.disclosure.Exposure.Unit;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.ItemResult;
import org.gongshi.evaluation.statistics.Inversion.Range;

/** Tries the rate of a withheld item as the row's rate over all items less its shown items (逐题倒推). */
final class RateAudit {
    private static final Range ANYTHING = new Range(0, 100);

    private final AudienceResult row;

    RateAudit(AudienceResult row) {
        this.row = row;
    }

    void run(List<Exposure> found) {
        if (!(row.satisfied() instanceof Estimate.Shown all) || row.items().isEmpty()) {
            return;
        }
        double[] weight = row.items().stream().mapToDouble(this::answers).toArray();
        double answers = java.util.Arrays.stream(weight).sum();
        double low = 0;
        double high = 0;
        double blur = 0;
        Range total = Reading.rate(all);
        for (int item = 0; item < weight.length; item++) {
            Range own = range(row.items().get(item));
            low += weight[item] * own.low();
            high += weight[item] * own.high();
            boolean shown = row.items().get(item).satisfied() instanceof Estimate.Shown;
            double apart = Math.abs(own.low() + own.high() - total.low() - total.high()) / 2;
            blur += shown ? Reading.HALF_FIVE * apart : 0;
        }
        for (int item = 0; item < weight.length; item++) {
            ItemResult own = row.items().get(item);
            if (own.satisfied() instanceof Estimate.Withheld withheld
                    && withheld.reason() != Estimate.Reason.NO_ANSWERS) {
                Range bound = range(own);
                double least = (answers * total.low() - (high - weight[item] * bound.high())) / weight[item];
                double most = (answers * total.high() - (low - weight[item] * bound.low())) / weight[item];
                double slack = most < least ? blur / weight[item] : 0;
                judge(own, bound.and(new Range(least - slack, most + slack)), weight[item], found);
            }
        }
    }

    private void judge(ItemResult item, Range percent, double n, List<Exposure> found) {
        Range persons = Room.persons(percent, n);
        if (percent.width() < Room.POINTS || !Room.provesNobody(persons, n)) {
            found.add(new Exposure(
                    Kind.ITEM_OF_RATE,
                    row.place(),
                    row.audience(),
                    row.stage(),
                    row.mode(),
                    Optional.of(item.code()),
                    "满意的人数",
                    persons.low(),
                    persons.high(),
                    Unit.PERSONS,
                    "满意率减去其他各题"));
        }
    }

    /** A withheld item may have as many answers as there are sheets: with fewer it would stay wider open. */
    private double answers(ItemResult item) {
        if (item.satisfied() instanceof Estimate.Shown shown) {
            return shown.n();
        }
        if (item.mean() instanceof Estimate.Shown shown) {
            return shown.n();
        }
        boolean nobody = item.satisfied() instanceof Estimate.Withheld withheld
                && withheld.reason() == Estimate.Reason.NO_ANSWERS;
        return nobody ? 0 : Math.max(1, row.responded().orElse(1L));
    }

    private static Range range(ItemResult item) {
        return item.satisfied() instanceof Estimate.Shown shown ? Reading.rate(shown) : ANYTHING;
    }
}
