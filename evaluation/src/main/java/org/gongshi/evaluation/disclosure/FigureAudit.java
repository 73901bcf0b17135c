package org.gongshi.evaluation.disclosure;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gongshi.evaluation.disclosure.Exposure.Kind;
import org.gongshi.evaluation.disclosure.Exposure.Unit;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.Share;
import org.gongshi.evaluation.statistics.Inversion.Range;
import org.gongshi.evaluation.statistics.LinearProgram;

/**
 * Tries every withheld index, or satisfaction rate, as the mean of a larger row less its shown parts (指数和满意率). Unknown is the
 * figure of every leaf, 0 to 100; weights are the people the leaf stands for.
 */
final class FigureAudit {
    private final RowTree tree;
    private final Kind kind;
    private final int items;
    private final Function<AudienceResult, Estimate> figure;
    private final Function<Estimate.Shown, Range> reading;
    /** With exact weights; and with weights only as well known as the numbers of answers, for when that contradicts. */
    private final List<LinearProgram> programmes;

    private FigureAudit(
            RowTree tree,
            Kind kind,
            int items,
            Function<AudienceResult, Estimate> figure,
            Function<Estimate.Shown, Range> reading) {
        this.tree = tree;
        this.kind = kind;
        this.items = items;
        this.figure = figure;
        this.reading = reading;
        this.programmes = List.of(programme(0), programme(1));
    }

    private LinearProgram programme(double blurred) {
        var programme = new LinearProgram(tree.leafCount());
        constrain(programme, blurred, factors -> factors);
        return programme;
    }

    /**
     * Adds what the rows say.
     *
     * @param blurred 0: with exact weights; 1: as well as the numbers of answers let a reader know them
     * @param placed where the leaves stand among the unknowns of the programme
     */
    void constrain(LinearProgram programme, double blurred, UnaryOperator<double[]> placed) {
        for (int row = 0; row < tree.rows().size(); row++) {
            Range range = range(row);
            double blur = blurred * blur(row);
            double[] factors = mean(row);
            if (ItemBlock.dot(factors, factors) > 0) {
                programme.between(placed.apply(factors), range.low() - blur, range.high() + blur);
            }
        }
    }

    /** One item, over the rows of all stages together. */
    static FigureAudit ofItem(RowTree tree, String code, boolean mean) {
        return new FigureAudit(
                tree,
                Kind.ITEM_TREE,
                1,
                row -> row.items().stream()
                        .filter(item -> item.code().equals(code))
                        .findFirst()
                        .map(item -> mean ? item.mean() : item.satisfied())
                        .orElse(new Estimate.Withheld(Estimate.Reason.NO_ANSWERS)),
                mean ? Reading::mean : Reading::rate);
    }

    static FigureAudit ofIndex(RowTree tree, int items) {
        return new FigureAudit(tree, Kind.INDEX, items, AudienceResult::index, Reading::mean);
    }

    /** @param items of the questionnaire: the rate counts answers to all of them */
    static FigureAudit ofRate(RowTree tree, int items) {
        return new FigureAudit(tree, Kind.RATE, items, AudienceResult::satisfied, Reading::rate);
    }

    void run(List<Exposure> found) {
        for (int row = 0; row < tree.rows().size(); row++) {
            Estimate own = figure.apply(tree.rows().get(row));
            if (own instanceof Estimate.Withheld) {
                if (hides(row)) {
                    judge(row, Room.POINTS, found);
                }
            } else if (((Estimate.Shown) own).bound() != Share.Bound.ABOUT) {
                double answers = ((Estimate.Shown) own).n() * (double) Math.max(1, items);
                judge(row, 100 * (Room.PERSONS - 0.5) / answers, found);
            }
        }
    }

    /** Whether the row has a figure that is not shown. */
    boolean hides(int row) {
        return figure.apply(tree.rows().get(row)) instanceof Estimate.Withheld withheld
                && withheld.reason() != Estimate.Reason.NO_ANSWERS
                && withheld.reason() != Estimate.Reason.NO_INFERENCE;
    }

    private void judge(int row, double room, List<Exposure> found) {
        Optional<Range> open = programmes.stream()
                .map(programme -> programme.range(mean(row)))
                .flatMap(Optional::stream)
                .findFirst();
        if (open.isEmpty()) {
            report(row, new Range(0, 0), "合计与各部分（互相矛盾或无法核实）", found);
        } else if (open.get().width() < room) {
            report(row, open.get(), "合计减去已公布的部分", found);
        }
    }

    private void report(int row, Range range, String source, List<Exposure> found) {
        AudienceResult own = tree.rows().get(row);
        found.add(new Exposure(
                kind,
                own.place(),
                own.audience(),
                own.stage(),
                own.mode(),
                Optional.empty(),
                kind == Kind.INDEX ? "指数" : "满意率",
                range.low(),
                range.high(),
                Unit.POINTS,
                source));
    }

    private Range range(int row) {
        return figure.apply(tree.rows().get(row)) instanceof Estimate.Shown shown
                ? reading.apply(shown)
                : new Range(0, 100);
    }

    /** Weights of the leaves below the row; they sum to 1. */
    double[] mean(int row) {
        double[] factors = tree.factors(row, this::weight);
        double sum = 0;
        for (double factor : factors) {
            sum += factor;
        }
        for (int at = 0; at < factors.length && sum > 0; at++) {
            factors[at] /= sum;
        }
        return factors;
    }

    private double weight(AudienceResult leaf) {
        if (RowTree.hasNoAnswers(leaf)) {
            return 0;
        }
        double sheets = leaf.responded().orElse(0L);
        double answers = figure.apply(leaf) instanceof Estimate.Shown shown ? shown.n() : sheets;
        if (leaf.population() > 0) {
            return leaf.population() * (sheets > 0 ? Math.min(1, answers / sheets) : 1);
        }
        // Volunteers stand for themselves alone; a hidden number of them lies below ten, or is unknown.
        return answers > 0 ? answers : Room.PERSONS - 1.0;
    }

    /** How much the rounding of the numbers of answers blurs the weights of the parts. */
    private double blur(int row) {
        Range own = range(row);
        double all = 0;
        double blur = 0;
        for (int part : tree.children(row)) {
            AudienceResult line = tree.rows().get(part);
            double weight =
                    java.util.Arrays.stream(tree.factors(part, this::weight)).sum();
            all += weight;
            if (figure.apply(line) instanceof Estimate.Shown shown) {
                Range range = range(part);
                double apart = Math.abs(range.low() + range.high() - own.low() - own.high()) / 2;
                blur += weight * error(shown, line) * apart;
            }
        }
        return all > 0 ? blur / all : 0;
    }

    private static double error(Estimate.Shown shown, AudienceResult row) {
        double sheets = Math.max(1, row.responded().orElse(shown.n()));
        return Reading.HALF_FIVE / shown.n() + Reading.HALF_FIVE / sheets + Math.abs(1 - shown.n() / sheets) / 2;
    }
}
