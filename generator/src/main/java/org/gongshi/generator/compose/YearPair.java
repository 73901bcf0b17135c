package org.gongshi.generator.compose;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.publication.ApprovedReport;
import org.gongshi.evaluation.scoring.ContentArea;
import org.gongshi.evaluation.scoring.Indicator;
import org.gongshi.evaluation.scoring.SystemComparison;
import org.gongshi.evaluation.stage.Problem;

/** Two years of one organizer, the earlier and the later, with what they have in common (两个年度). */
record YearPair(RoundView before, RoundView after, SystemComparison systems) {
    static YearPair of(RoundView before, RoundView after) {
        return new YearPair(before, after, SystemComparison.of(before.system(), after.system()));
    }

    /** A place with a published report in both years. */
    record Both(PlaceCode place, ApprovedReport before, ApprovedReport after) {
        BigDecimal change() {
            return after.weightedScore().value().subtract(before.weightedScore().value());
        }
    }

    /** Places in code order. */
    List<Both> places() {
        return after.reports().stream()
                .flatMap(now -> {
                    PlaceCode code = now.dossier().place().code();
                    return before.report(code).map(then -> new Both(code, then, now)).stream();
                })
                .toList();
    }

    /** A problem with the problem of the year before under the same indicator of the same place (重复出现的问题). */
    record Repeated(PlaceCode place, Problem then, Problem now) {}

    /** Problems of the later year whose indicator, meaning the same, already had a problem in that place. */
    List<Repeated> repeated() {
        return places().stream()
                .flatMap(both -> both.after().dossier().problems().problems().stream()
                        .flatMap(now -> both.before().dossier().problems().problems().stream()
                                .filter(then -> then.indicator().equals(now.indicator()) && isSame(now))
                                .limit(1)
                                .map(then -> new Repeated(both.place(), then, now))))
                .toList();
    }

    /** The same area in the earlier year. */
    Optional<ContentArea> earlier(ContentArea area) {
        return before.system().areas().stream()
                .filter(one -> one.id().equals(area.id()))
                .findFirst();
    }

    private boolean isSame(Problem problem) {
        Optional<Indicator> then = before.system().find(problem.indicator());
        Optional<Indicator> now = after.system().find(problem.indicator());
        return then.isPresent()
                && now.isPresent()
                && then.get().name().equals(now.get().name());
    }
}
