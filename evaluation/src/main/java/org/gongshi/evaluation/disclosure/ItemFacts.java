package org.gongshi.evaluation.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.gongshi.evaluation.disclosure.ItemTable.Line;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.ItemResult;
import org.gongshi.evaluation.satisfaction.Share;
import org.gongshi.evaluation.statistics.Inversion.Range;

/** Everything published of one item in one row as bounds on its option shares. */
final class ItemFacts {
    private final Scale scale;
    private final int items;
    private final Line line;
    private final List<Known> known = new ArrayList<>();

    private ItemFacts(Scale scale, int items, Line line) {
        this.scale = scale;
        this.items = items;
        this.line = line;
    }

    /** @param items how many items the questionnaire has */
    static List<Known> of(Scale scale, int items, Line line) {
        return line.isShown() ? new ItemFacts(scale, items, line).all() : List.of();
    }

    private List<Known> all() {
        shares(line.item().orElseThrow());
        line.satisfied().ifPresent(rate -> add(scale.satisfied(), Reading.rate(rate), "满意率"));
        line.mean().ifPresent(mean -> {
            add(scale.points(), Reading.mean(mean), "平均分");
            Range squares = Reading.squares(mean);
            add(scale.squares(), new Range(squares.low(), squares.high()), "平均分的区间和设计效应");
        });
        if (line.index() instanceof Estimate.Shown index) {
            index(index);
        }
        return known;
    }

    private void shares(ItemResult item) {
        for (int option = 0; option < scale.size(); option++) {
            Share share = item.shares().get(scale.values().get(option));
            if (share != null) {
                add(scale.option(option), Reading.share(share), "各选项比例");
            }
        }
    }

    /**
     * A person's index is the mean of at most all items: points missing in one item cost the index at least their part, and
     * points won in it are at most what the index holds, but for those who answered too few items to have one.
     */
    private void index(Estimate.Shown index) {
        Range read = Reading.mean(index);
        double persons = index.n();
        double answered = line.persons().orElse(index.n());
        double without = line.responded().isPresent()
                ? Math.max(0, line.responded().get() - persons) + 2 * Reading.HALF_FIVE
                : Double.POSITIVE_INFINITY;
        double spare = 100 * (items == 1 ? 2 * Reading.HALF_FIVE : without);
        double missing = (items * (persons + Reading.HALF_FIVE) * (100 - read.low()) + spare)
                / Math.max(1, answered - Reading.HALF_FIVE);
        double won = (items * (persons + Reading.HALF_FIVE) * read.high() + spare)
                / Math.max(1, answered - Reading.HALF_FIVE);
        if (missing < 100 || won < 100) {
            add(scale.points(), new Range(Math.max(0, 100 - missing), Math.min(100, won)), "指数");
        }
    }

    private void add(double[] factors, Range range, String source) {
        known.add(new Known(factors, range.low(), range.high(), source));
    }
}
