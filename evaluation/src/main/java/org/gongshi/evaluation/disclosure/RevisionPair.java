package org.gongshi.evaluation.disclosure;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.ItemResult;
import org.gongshi.evaluation.statistics.Inversion.Range;
import org.gongshi.evaluation.statistics.LinearProgram;

/**
 * Two versions of one release read together (两个版本合并推算). Where nobody's answers changed but populations did, a hidden figure is
 * the same in both, while the totals weigh it differently: two equations where each version alone gives one. And a hidden number
 * of sheets is rounded off twice. Both are tried as linear programmes over the rows of both versions.
 */
final class RevisionPair {
    private final RowTree before;
    private final RowTree now;
    private final int leaves;
    private final BiConsumer<AudienceResult, String> error;

    /**
     * @param before the rows of one audience and mode
     * @param now the same rows, in the same order, in the other version
     */
    RevisionPair(RowTree before, RowTree now, BiConsumer<AudienceResult, String> error) {
        this.before = Objects.requireNonNull(before, "before");
        this.now = Objects.requireNonNull(now, "now");
        this.leaves = now.leafCount();
        this.error = error;
    }

    void run() {
        sheets();
        int items =
                now.rows().stream().mapToInt(row -> row.items().size()).max().orElse(0);
        figures("指数", FigureAudit.ofIndex(before, items), FigureAudit.ofIndex(now, items));
        figures("满意率", FigureAudit.ofRate(before, items), FigureAudit.ofRate(now, items));
    }

    /** The items, where these are the rows of all stages together. */
    void items() {
        List<String> codes = now.rows().stream()
                .flatMap(row -> row.items().stream())
                .map(ItemResult::code)
                .distinct()
                .toList();
        for (String code : codes) {
            for (boolean mean : new boolean[] {true, false}) {
                figures(
                        code + (mean ? " 平均分" : " 满意率"),
                        FigureAudit.ofItem(before, code, mean),
                        FigureAudit.ofItem(now, code, mean));
            }
        }
    }

    private void figures(String name, FigureAudit first, FigureAudit second) {
        boolean[] hidden = new boolean[now.rows().size()];
        boolean any = false;
        for (int row = 0; row < hidden.length; row++) {
            hidden[row] = first.hides(row) && second.hides(row);
            any |= hidden[row];
        }
        if (!any) {
            return;
        }
        UnaryOperator<double[]> later = later(hidden);
        List<LinearProgram> programmes = List.of(both(first, second, 0, later), both(first, second, 1, later));
        for (int row = 0; row < hidden.length; row++) {
            double[] mean = second.mean(row);
            Optional<Range> range = hidden[row]
                    ? programmes.stream()
                            .map(programme -> programme.range(later.apply(mean)))
                            .flatMap(Optional::stream)
                            .findFirst()
                    : Optional.empty();
            // Where nothing fits, the hidden figures are not the same in both, and nothing follows from the two
            // together.
            if (range.isPresent() && range.get().width() < Room.POINTS) {
                report(row, name, range.get());
            }
        }
    }

    private LinearProgram both(FigureAudit first, FigureAudit second, double blurred, UnaryOperator<double[]> later) {
        var programme = new LinearProgram(2 * leaves);
        first.constrain(programme, blurred, this::earlier);
        second.constrain(programme, blurred, later);
        return programme;
    }

    private void sheets() {
        boolean[] hidden = new boolean[now.rows().size()];
        for (int row = 0; row < hidden.length; row++) {
            hidden[row] = hidesSheets(before.rows().get(row))
                    && hidesSheets(now.rows().get(row));
        }
        UnaryOperator<double[]> later = later(hidden);
        var programme = new LinearProgram(2 * leaves);
        for (int row = 0; row < hidden.length; row++) {
            Range first = SheetAudit.told(before.rows().get(row));
            Range second = SheetAudit.told(now.rows().get(row));
            programme.between(earlier(before.factors(row, leaf -> 1)), first.low(), first.high());
            programme.between(later.apply(now.factors(row, leaf -> 1)), second.low(), second.high());
        }
        for (int row = 0; row < hidden.length; row++) {
            Optional<Range> range = hidden[row]
                    ? programme
                            .range(later.apply(now.factors(row, leaf -> 1)))
                            .map(real -> new Range(Math.ceil(real.low() - 1e-6), Math.floor(real.high() + 1e-6)))
                    : Optional.empty();
            if (range.isPresent() && !SheetAudit.isOpen(now.rows().get(row), range.get())) {
                report(row, "答卷数", range.get());
            }
        }
    }

    private static boolean hidesSheets(AudienceResult row) {
        return row.responded().isEmpty() && !RowTree.hasNoAnswers(row);
    }

    private double[] earlier(double[] factors) {
        double[] placed = new double[2 * leaves];
        System.arraycopy(factors, 0, placed, 0, leaves);
        return placed;
    }

    /** A leaf that is hidden in both versions is one unknown, any other has one of its own in each. */
    private UnaryOperator<double[]> later(boolean[] hidden) {
        int[] place = new int[leaves];
        for (int row = 0; row < hidden.length; row++) {
            if (now.children(row).isEmpty()) {
                double[] own = now.factors(row, leaf -> 1);
                for (int leaf = 0; leaf < leaves; leaf++) {
                    place[leaf] = own[leaf] == 0 ? place[leaf] : hidden[row] ? leaf : leaves + leaf;
                }
            }
        }
        return factors -> {
            double[] placed = new double[2 * leaves];
            for (int leaf = 0; leaf < leaves; leaf++) {
                placed[place[leaf]] += factors[leaf];
            }
            return placed;
        };
    }

    private void report(int row, String name, Range range) {
        error.accept(
                now.rows().get(row), name + "可由两个版本合并推出为 " + Math.round(range.low()) + "–" + Math.round(range.high()));
    }
}
