package org.gongshi.evaluation.disclosure;

import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.disclosure.Exposure.Kind;
import org.gongshi.evaluation.disclosure.Exposure.Unit;
import org.gongshi.evaluation.disclosure.ItemTable.Line;
import org.gongshi.evaluation.satisfaction.ItemResult;
import org.gongshi.evaluation.satisfaction.Share;
import org.gongshi.evaluation.statistics.Inversion.Range;

/** The shares of 不了解 of one item: a single sum, so that its extremes follow without a solver. */
final class DontKnowAudit {
    private static final Range ANYTHING = new Range(0, 100);

    private final ItemTable table;

    DontKnowAudit(ItemTable table) {
        this.table = table;
    }

    void run(List<Exposure> found) {
        Optional<Share> whole = share(table.lines().get(0));
        List<Line> lines =
                table.lines().stream().skip(1).filter(line -> !line.isEmpty()).toList();
        if (whole.isEmpty() || lines.isEmpty()) {
            return;
        }
        Weights weights = new Weights(table.lines().get(0), lines);
        double[] weight = weights.shares();
        double[] errors = weights.errors();
        Range total = Reading.share(whole.get());
        double low = 0;
        double high = 0;
        double blur = 0;
        for (int at = 0; at < weight.length; at++) {
            Range own = range(lines.get(at));
            low += weight[at] * own.low();
            high += weight[at] * own.high();
            double apart = (own.low() + own.high() - total.low() - total.high()) / 2;
            blur += weight[at] * errors[at] * Math.abs(apart);
        }
        for (int at = 0; at < weight.length; at++) {
            Line line = lines.get(at);
            Range own = range(line);
            double least = (total.low() - (high - weight[at] * own.high())) / weight[at];
            double most = (total.high() - (low - weight[at] * own.low())) / weight[at];
            Range exactly = own.and(new Range(least, most));
            double slack = exactly.width() < 0 ? blur / weight[at] : 0;
            Range open = own.and(new Range(least - slack, most + slack));
            boolean exact = share(line)
                    .filter(shown -> shown.bound() == Share.Bound.ABOUT)
                    .isPresent();
            Range persons = Room.persons(open, persons(line));
            if (!exact && !Room.provesNobody(persons)) {
                found.add(new Exposure(
                        Kind.DONT_KNOW_TREE,
                        line.place(),
                        table.audience(),
                        Optional.empty(),
                        table.mode(),
                        Optional.of(table.code()),
                        "选择“不了解”的人数",
                        persons.low(),
                        persons.high(),
                        Unit.PERSONS,
                        "全区一行减去其他地区"));
            }
        }
    }

    private static double persons(Line line) {
        return line.persons().map(n -> (double) n).orElse(9.0);
    }

    private static Range range(Line line) {
        return share(line).map(Reading::share).orElse(ANYTHING);
    }

    private static Optional<Share> share(Line line) {
        return line.item().flatMap(ItemResult::dontKnow);
    }
}
