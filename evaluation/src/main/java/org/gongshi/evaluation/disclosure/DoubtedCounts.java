package org.gongshi.evaluation.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.Sensitivity;
import org.gongshi.evaluation.statistics.Inversion.Range;
import org.gongshi.evaluation.statistics.LinearProgram;

/**
 * Tries the number of doubted sheets of every silent place as the whole's less what the other places say (存疑答卷数). Silence beside a
 * shown index means one to nine: nothing may narrow that down.
 */
final class DoubtedCounts {
    private static final int ROUNDING = 2;
    private static final int FEW = 9;

    private final AudienceResult whole;
    private final List<AudienceResult> places;

    /** @param places all that the whole is made of, without those where nobody answered */
    DoubtedCounts(AudienceResult whole, List<AudienceResult> places) {
        this.whole = whole;
        this.places = places.stream().filter(row -> !RowTree.hasNoAnswers(row)).toList();
    }

    /** The silent places whose number is told. */
    List<AudienceResult> exposed() {
        Optional<Long> all = whole.sensitivity().flatMap(Sensitivity::doubted);
        if (all.isEmpty()) {
            return List.of();
        }
        var programme = new LinearProgram(places.size());
        double[] ones = new double[places.size()];
        java.util.Arrays.fill(ones, 1);
        Range total = told(all.get());
        programme.between(ones, total.low(), total.high());
        for (int place = 0; place < places.size(); place++) {
            Range range = range(places.get(place));
            programme.between(one(place), range.low(), range.high());
        }
        List<AudienceResult> exposed = new ArrayList<>();
        for (int place = 0; place < places.size(); place++) {
            if (isSilent(places.get(place)) && !isOpen(programme, place)) {
                exposed.add(places.get(place));
            }
        }
        return exposed;
    }

    private boolean isOpen(LinearProgram programme, int place) {
        return programme
                .range(one(place))
                .filter(range -> Math.ceil(range.low() - 1e-6) <= 1 && Math.floor(range.high() + 1e-6) >= FEW)
                .isPresent();
    }

    private double[] one(int place) {
        double[] one = new double[places.size()];
        one[place] = 1;
        return one;
    }

    private static boolean isSilent(AudienceResult row) {
        return row.index() instanceof Estimate.Shown
                && row.sensitivity().flatMap(Sensitivity::doubted).isEmpty();
    }

    private static Range range(AudienceResult row) {
        Optional<Long> said = row.sensitivity().flatMap(Sensitivity::doubted);
        if (said.isPresent()) {
            return told(said.get());
        }
        return isSilent(row)
                ? new Range(1, FEW)
                : new Range(
                        0,
                        row.responded()
                                .map(sheets -> sheets + (double) ROUNDING)
                                .orElse(Double.POSITIVE_INFINITY));
    }

    private static Range told(long rounded) {
        return rounded == 0
                ? new Range(0, 0)
                : new Range(Math.max(Room.PERSONS, rounded - ROUNDING), rounded + ROUNDING);
    }
}
