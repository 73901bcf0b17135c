package org.gongshi.evaluation.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.disclosure.Exposure.Kind;
import org.gongshi.evaluation.disclosure.Exposure.Unit;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.statistics.Inversion.Range;
import org.gongshi.evaluation.statistics.LinearProgram;
import org.gongshi.evaluation.statistics.LinearProgram.Extreme;

/**
 * Tries every hidden number of answer sheets as a total less its shown parts (答卷数). Unknown are the sheets of every leaf; known
 * are the rounded numbers, the numbers behind shown figures, and what a reason for withholding itself says.
 */
final class SheetAudit {
    /** Rounding to five moves a whole number by two at most. */
    private static final int ROUNDING = 2;

    private static final int FEW = 9;

    private final RowTree tree;
    /**
     * One for every exact number that the rounded one of the whole may stand for: the list of receipts is published, and whoever
     * counts it may know the whole exactly.
     */
    private final List<LinearProgram> programmes = new ArrayList<>();

    SheetAudit(RowTree tree) {
        this.tree = tree;
        int whole = tree.root();
        Range all = whole < 0 ? new Range(0, 0) : told(tree.rows().get(whole));
        if (whole < 0 || tree.rows().get(whole).responded().isEmpty()) {
            programmes.add(programme(-1, all));
            return;
        }
        for (double exact = all.low(); exact <= all.high(); exact++) {
            programmes.add(programme(whole, new Range(exact, exact)));
        }
    }

    private LinearProgram programme(int exact, Range known) {
        var programme = new LinearProgram(tree.leafCount());
        for (int row = 0; row < tree.rows().size(); row++) {
            Range range = row == exact ? known : told(tree.rows().get(row));
            programme.between(tree.factors(row, leaf -> 1), range.low(), range.high());
        }
        return programme;
    }

    void run(List<Exposure> found) {
        for (int row = 0; row < tree.rows().size(); row++) {
            if (tree.rows().get(row).responded().isEmpty()
                    && !RowTree.hasNoAnswers(tree.rows().get(row))) {
                judge(row, found);
            }
        }
    }

    private void judge(int row, List<Exposure> found) {
        AudienceResult own = tree.rows().get(row);
        double[] factors = tree.factors(row, leaf -> 1);
        Optional<Range> all = Optional.empty();
        boolean open = true;
        for (LinearProgram programme : programmes) {
            Extreme least = programme.smallest(factors);
            Extreme most = programme.largest(factors);
            if (least instanceof Extreme.Contradiction && programmes.size() > 1) {
                continue;
            }
            if (!(least instanceof Extreme.Reached low) || !(most instanceof Extreme.Reached high)) {
                all = Optional.empty();
                break;
            }
            Range range = new Range(Math.ceil(low.value() - 1e-6), Math.floor(high.value() + 1e-6));
            open &= isOpen(own, range);
            all = Optional.of(all.map(other -> join(other, range)).orElse(range));
        }
        if (all.isEmpty()) {
            report(own, new Range(0, 0), "答卷总数与各部分（互相矛盾或无法核实）", found);
        } else if (!open) {
            report(own, all.get(), "答卷总数减去已公布的部分", found);
        }
    }

    private static Range join(Range one, Range other) {
        return new Range(Math.min(one.low(), other.low()), Math.max(one.high(), other.high()));
    }

    /** The reason says "fewer than ten": nothing else may narrow that down. 少于 10 人 */
    static boolean isOpen(AudienceResult own, Range range) {
        Range told = told(own);
        return isToldFew(own)
                ? range.low() <= told.low() && range.high() >= told.high()
                : range.width() >= Room.PERSONS;
    }

    private static void report(AudienceResult row, Range range, String source, List<Exposure> found) {
        found.add(new Exposure(
                Kind.SHEETS,
                row.place(),
                row.audience(),
                row.stage(),
                row.mode(),
                Optional.empty(),
                "答卷数",
                range.low(),
                range.high(),
                Unit.PERSONS,
                source));
    }

    private static boolean isToldFew(AudienceResult row) {
        return row.satisfied() instanceof Estimate.Withheld withheld && withheld.reason() == Estimate.Reason.TOO_FEW;
    }

    /** What is said of the row by itself. */
    static Range told(AudienceResult row) {
        if (RowTree.hasNoAnswers(row)) {
            return new Range(0, 0);
        }
        double most = row.invited() > 0 ? row.invited() + ROUNDING : Double.POSITIVE_INFINITY;
        if (row.responded().isPresent()) {
            long sheets = row.responded().get();
            return new Range(
                    Math.max(Room.PERSONS, Math.max(sheets - ROUNDING, behindFigures(row))), sheets + ROUNDING);
        }
        boolean byCode = row.mode() == AudienceResult.Mode.PROBABILITY;
        return isToldFew(row)
                ? new Range(byCode ? 1 : 0, Math.min(FEW, most))
                : new Range(Math.max(byCode ? 1 : 0, behindFigures(row)), most);
    }

    private static double behindFigures(AudienceResult row) {
        return List.of(row.index(), row.satisfied()).stream()
                .filter(Estimate.Shown.class::isInstance)
                .mapToDouble(shown -> ((Estimate.Shown) shown).n() - ROUNDING)
                .max()
                .orElse(0);
    }
}
