package org.gongshi.evaluation.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gongshi.evaluation.disclosure.Exposure.Kind;
import org.gongshi.evaluation.disclosure.Exposure.Unit;
import org.gongshi.evaluation.disclosure.ItemTable.Line;
import org.gongshi.evaluation.satisfaction.Estimate;
import org.gongshi.evaluation.satisfaction.Share;
import org.gongshi.evaluation.statistics.Inversion.Range;

/** Tries every hidden or banded number of one item: within its row, then as the whole less the other places. */
final class ItemAudit {
    /** A withheld row without a published number of sheets holds fewer than ten, for all a reader knows. */
    private static final int FEW = 9;

    private final Scale scale;
    private final ItemTable table;
    private final List<Exposure> found = new ArrayList<>();

    private final Function<Line, ItemBlock> block;

    private ItemAudit(Scale scale, ItemTable table, Function<Line, ItemBlock> block) {
        this.scale = scale;
        this.table = table;
        this.block = block;
    }

    /** @param block what a line fixes by itself */
    static List<Exposure> of(Scale scale, ItemTable table, Function<Line, ItemBlock> block) {
        var audit = new ItemAudit(scale, table, block);
        audit.run();
        return List.copyOf(audit.found);
    }

    private void run() {
        List<ItemBlock> blocks = table.lines().stream().map(block).toList();
        boolean sound = true;
        for (int row = 0; row < blocks.size(); row++) {
            sound &= within(table.lines().get(row), blocks.get(row));
        }
        // What a row gives away by itself is mended there first.
        if (sound && found.isEmpty() && table.lines().get(0).isShown()) {
            againstTheWhole(blocks);
        }
        new DontKnowAudit(table).run(found);
    }

    private boolean within(Line line, ItemBlock block) {
        if (!block.isSound()) {
            report(Kind.ITEM, line, "各数", new Range(0, 0), Unit.PERSONS, "同一题的比例、满意率、平均分（互相矛盾或无法核实）");
            return false;
        }
        if (line.isShown()) {
            cells(line).forEach(cell -> cell.judge(block.range(cell.factors()), Kind.ITEM, "同一题的比例、满意率、平均分、指数"));
        }
        return true;
    }

    private void againstTheWhole(List<ItemBlock> blocks) {
        List<Line> lines = new ArrayList<>();
        List<ItemBlock> parts = new ArrayList<>();
        for (int row = 1; row < blocks.size(); row++) {
            if (!table.lines().get(row).isEmpty()) {
                lines.add(table.lines().get(row));
                parts.add(blocks.get(row));
            }
        }
        if (lines.isEmpty()) {
            return;
        }
        var tree = new ItemTree(scale, blocks.get(0), table.lines().get(0), parts, lines);
        for (int part = 0; part < lines.size(); part++) {
            for (Cell cell : cells(lines.get(part))) {
                Optional<Range> range = tree.range(part, cell.factors());
                range.ifPresentOrElse(
                        known -> cell.judge(known, Kind.ITEM_TREE, "全区一行减去其他地区"),
                        () -> cell.report(new Range(0, 0), Kind.ITEM_TREE, "全区一行与各地区（互相矛盾或无法核实）"));
            }
        }
    }

    /** What must stay open of a line. */
    private List<Cell> cells(Line line) {
        List<Cell> cells = new ArrayList<>();
        for (int option = 0; option < scale.size(); option++) {
            int value = scale.values().get(option);
            Optional<Share> share = line.item().map(item -> item.shares().get(value));
            if (share.filter(shown -> shown.bound() == Share.Bound.ABOUT).isEmpty()) {
                cells.add(new Cell(line, "选择“" + value + "”的人数", scale.option(option), share.isPresent(), false));
            }
        }
        if (line.satisfied().filter(rate -> rate.bound() == Share.Bound.ABOUT).isEmpty()) {
            boolean beside =
                    line.item().filter(item -> !item.shares().isEmpty()).isPresent();
            cells.add(new Cell(
                    line, "满意的人数", scale.satisfied(), beside && line.satisfied().isPresent(), false));
        }
        if (!line.isShown()) {
            cells.add(new Cell(line, "平均分", scale.points(), false, true));
        }
        return cells;
    }

    private void report(Kind kind, Line line, String cell, Range range, Unit unit, String source) {
        found.add(new Exposure(
                kind,
                line.place(),
                table.audience(),
                Optional.empty(),
                table.mode(),
                Optional.of(table.code()),
                cell,
                range.low(),
                range.high(),
                unit,
                source));
    }

    /**
     * A number that is not published to the percent.
     *
     * @param banded whether it stands as a band among the shares of its item
     * @param figure whether it is a mean, in points
     */
    private final class Cell {
        private final Line line;
        private final String name;
        private final double[] factors;
        private final boolean banded;
        private final boolean figure;

        Cell(Line line, String name, double[] factors, boolean banded, boolean figure) {
            this.line = line;
            this.name = name;
            this.factors = factors;
            this.banded = banded;
            this.figure = figure;
        }

        double[] factors() {
            return factors;
        }

        void judge(Range percent, Kind kind, String source) {
            if (figure) {
                if (percent.width() < Room.POINTS) {
                    ItemAudit.this.report(kind, line, name, percent, Unit.POINTS, source);
                }
                return;
            }
            double n = line.isShown() ? line.persons().orElse((long) FEW) : hiddenPersons();
            Range persons = Room.persons(percent, n);
            boolean open = banded
                    ? Room.isWide(persons)
                    : line.isShown() ? Room.provesNobody(persons, n) : Room.provesNobody(persons);
            if (!open) {
                report(persons, kind, source);
            }
        }

        private double hiddenPersons() {
            boolean noAnswers = line.index() instanceof Estimate.Withheld withheld
                    && withheld.reason() == Estimate.Reason.NO_ANSWERS;
            return noAnswers ? 0 : line.responded().map(sheets -> sheets - 2.0).orElse((double) FEW);
        }

        void report(Range persons, Kind kind, String source) {
            ItemAudit.this.report(kind, line, name, persons, Unit.PERSONS, source);
        }
    }
}
