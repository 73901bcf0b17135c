package org.gongshi.survey.results;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Sensitivity;
import org.gongshi.evaluation.satisfaction.SurveyPlan;

/**
 * The lines beside every shown index of a place and of the whole (敏感性): unweighted, and without the doubted sheets. Both say
 * something more of the same people, so that each has a guard:
 *
 * <ul>
 *   <li>unweighted: only where every part of the row shows its own, for with two differently weighted totals two hidden parts
 *       could be solved for; and where the two totals leave every handful of unusual weight open ({@link TwoTotals});
 *   <li>without the doubted: only where none or at least {@code hide} people differ, and for the whole only where what the
 *       places say leaves the silent ones open ({@link DoubtedTotals}).
 * </ul>
 */
final class SensitivityLines {
    private final IndexSample indices;
    private final SurveyPlan plan;
    private final Released released;
    private final boolean guarded;

    /** @param guarded whether the lines keep the rules above; without them somebody is found */
    SensitivityLines(IndexSample indices, SurveyPlan plan, Released released, boolean guarded) {
        this.indices = indices;
        this.plan = plan;
        this.released = released;
        this.guarded = guarded;
    }

    /** The same rows, those with a shown index over all stages from codes with their lines. */
    List<AudienceResult> attach() {
        Map<Audience, Map<PlaceCode, Sensitivity>> lines = new HashMap<>();
        for (Audience audience : Audience.values()) {
            lines.put(audience, lines(audience));
        }
        List<AudienceResult> rows = new ArrayList<>();
        for (AudienceResult row : released.rows()) {
            boolean headline = row.stage().isEmpty()
                    && row.mode() == AudienceResult.Mode.PROBABILITY
                    && Released.shownIndex(row).isPresent();
            rows.add(headline ? row.with(lines.get(row.audience()).get(row.place())) : row);
        }
        return rows;
    }

    private Map<PlaceCode, Sensitivity> lines(Audience audience) {
        Map<PlaceCode, Sensitivity> lines = new HashMap<>();
        var totals = new TwoTotals(indices, plan.thresholds().hide(), plan.indexDecimals());
        boolean allUnweighted = true;
        List<DoubtedTotals.Place> doubts = new ArrayList<>();
        for (PlaceCode place : released.places()) {
            boolean shown = released.index(place, audience).isPresent();
            boolean unweighted =
                    shown && (!guarded || showsStages(place, audience) && totals.isSafe(cells(audience, place)));
            boolean says = shown && isSafe(doubted(audience, Optional.of(place))) && isEnough(audience, place);
            allUnweighted &= unweighted || persons(audience, Optional.of(place), cell -> true) == 0;
            doubts.add(doubts(audience, place, says));
            if (shown) {
                lines.put(place, line(audience, Optional.of(place), unweighted, says));
            }
        }
        boolean says = isSafe(doubted(audience, Optional.empty()))
                && (!guarded || new DoubtedTotals(plan.thresholds().hide(), plan.indexDecimals()).isSafe(doubts));
        lines.put(released.organizer(), line(audience, Optional.empty(), allUnweighted || !guarded, says));
        return lines;
    }

    private List<Integer> cells(Audience audience, PlaceCode place) {
        return indices.cells(audience, Optional.of(place));
    }

    private boolean showsStages(PlaceCode place, Audience audience) {
        return released.stages(place, audience).stream()
                .allMatch(stage -> Released.shownIndex(stage).isPresent() || isEmpty(stage, audience));
    }

    private DoubtedTotals.Place doubts(Audience audience, PlaceCode place, boolean says) {
        double weight = 0;
        double points = 0;
        for (int cell : cells(audience, place)) {
            for (var entry : indices.sample().cell(cell).indices().entrySet()) {
                double mass = isDoubted(cell) ? indices.sample().design().weight(cell) * entry.getValue() : 0;
                weight += mass;
                points += mass * entry.getKey();
            }
        }
        double whole = indices.cells(audience, Optional.empty()).stream()
                .mapToDouble(cell -> indices.sample().design().weight(cell)
                        * indices.answers().valid(cell))
                .sum();
        return new DoubtedTotals.Place(
                released.index(place, audience).isPresent(),
                says,
                persons(audience, Optional.of(place), cell -> true),
                doubted(audience, Optional.of(place)),
                whole > 0 ? weight / whole : 0,
                weight > 0 ? points / weight : 0);
    }

    /** Of few answers nothing is left to compare with. */
    private boolean isEnough(Audience audience, PlaceCode place) {
        return persons(audience, Optional.of(place), cell -> !isDoubted(cell))
                >= plan.thresholds().insufficient();
    }

    /** A stage where nobody answered has nothing to give away. */
    private boolean isEmpty(AudienceResult stage, Audience audience) {
        return indices.cells(audience, Optional.of(stage.place())).stream()
                .noneMatch(cell ->
                        indices.sample().cells().get(cell).stratum().stage().equals(stage.stage()));
    }

    private boolean isSafe(long differing) {
        return differing == 0 || differing >= plan.thresholds().hide();
    }

    private Sensitivity line(Audience audience, Optional<PlaceCode> place, boolean unweighted, boolean says) {
        Optional<BigDecimal> plain = unweighted ? mean(audience, place, cell -> true, cell -> 1) : Optional.empty();
        // Of few answers nothing is left to compare with.
        long kept = persons(audience, place, cell -> !isDoubted(cell));
        Optional<BigDecimal> without = says && kept >= plan.thresholds().insufficient()
                ? mean(
                        audience,
                        place,
                        cell -> !isDoubted(cell),
                        indices.sample().design()::weight)
                : Optional.empty();
        return new Sensitivity(plain, without.map(value -> Bands.toFive(doubted(audience, place))), without);
    }

    private long doubted(Audience audience, Optional<PlaceCode> place) {
        return persons(audience, place, this::isDoubted);
    }

    private boolean isDoubted(int cell) {
        return indices.sample().cells().get(cell).key().doubted();
    }

    private long persons(Audience audience, Optional<PlaceCode> place, IntPredicate test) {
        return indices.cells(audience, place).stream()
                .filter(test::test)
                .mapToLong(cell -> indices.answers().valid(cell))
                .sum();
    }

    private Optional<BigDecimal> mean(
            Audience audience, Optional<PlaceCode> place, IntPredicate test, IntToDoubleFunction weight) {
        double sum = 0;
        double people = 0;
        for (int cell : indices.cells(audience, place)) {
            if (test.test(cell)) {
                for (var entry : indices.sample().cell(cell).indices().entrySet()) {
                    double mass = weight.applyAsDouble(cell) * entry.getValue();
                    sum += mass * entry.getKey();
                    people += mass;
                }
            }
        }
        return people > 0
                ? Optional.of(Released.decimal(sum / people, plan.indexDecimals(), RoundingMode.HALF_UP))
                : Optional.empty();
    }
}
