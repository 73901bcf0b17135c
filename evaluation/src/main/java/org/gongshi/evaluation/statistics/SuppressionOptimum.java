package org.gongshi.evaluation.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The best complementary suppression of a two-way table (最优补充抑制): fewest further cells, then the smallest hidden total, so
 * that an attacker's range of every primary cell is at least {@code minWidth} wide.
 *
 * <p>Exact branch and bound. Hiding one more cell never narrows a range. When a primary cell is not safe, a further cell
 * can help only if it crosses the cut that limits the flow in {@link SuppressionAudit}; so the search branches on those.
 *
 * @param primaryCells cells hidden by the threshold
 * @param complementaryCells further cells hidden
 * @param complementaryTotal sum of their counts
 */
public record SuppressionOptimum(int primaryCells, int complementaryCells, double complementaryTotal) {

    /** A cell of the table. */
    private record Cell(int row, int column) {}

    /** Empty when even hiding every cell above 0 is not enough. */
    public static Optional<SuppressionOptimum> of(double[][] counts, boolean[][] primary, double minWidth) {
        var search = new Search(counts, primary, minWidth);
        if (!search.possible()) {
            return Optional.empty();
        }
        for (int cells = 0; ; cells++) {
            double total = search.branch(cells, 0, Double.POSITIVE_INFINITY);
            if (total < Double.POSITIVE_INFINITY) {
                return Optional.of(new SuppressionOptimum(search.primaries.size(), cells, total));
            }
        }
    }

    private static final class Search {
        private final double[][] counts;
        private final double minWidth;
        private final List<Cell> primaries = new ArrayList<>();
        private final boolean[][] hidden;
        /** Cells that may be hidden: not hidden yet, above 0, and not excluded by an earlier branch. */
        private final boolean[][] open;

        Search(double[][] counts, boolean[][] primary, double minWidth) {
            this.counts = counts;
            this.minWidth = minWidth;
            this.hidden = new boolean[counts.length][];
            this.open = new boolean[counts.length][counts[0].length];
            for (int row = 0; row < counts.length; row++) {
                hidden[row] = primary[row].clone();
                for (int column = 0; column < counts[row].length; column++) {
                    open[row][column] = !primary[row][column] && counts[row][column] > 0;
                    if (primary[row][column]) {
                        primaries.add(new Cell(row, column));
                    }
                }
            }
        }

        boolean possible() {
            boolean[][] all = new boolean[hidden.length][];
            for (int row = 0; row < all.length; row++) {
                all[row] = hidden[row].clone();
                for (int column = 0; column < all[row].length; column++) {
                    all[row][column] |= open[row][column];
                }
            }
            var audit = new SuppressionAudit(counts, all);
            return primaries.stream().allMatch(cell -> safe(audit, cell));
        }

        private boolean safe(SuppressionAudit audit, Cell cell) {
            return audit.range(cell.row(), cell.column()).width() >= minWidth;
        }

        /** The smallest total below {@code best} that exactly so many further cells reach, else {@code best}. */
        double branch(int cellsLeft, double total, double best) {
            var audit = new SuppressionAudit(counts, hidden);
            Optional<Cell> unsafe =
                    primaries.stream().filter(cell -> !safe(audit, cell)).findFirst();
            if (unsafe.isEmpty()) {
                // Any further cell would only add to the total; a set of fewer cells was searched before.
                return cellsLeft == 0 ? Math.min(best, total) : best;
            }
            if (cellsLeft == 0) {
                return best;
            }
            double smallest = best;
            List<Cell> helpful = helpful(audit, unsafe.get());
            for (Cell cell : helpful) {
                open[cell.row()][cell.column()] = false;
                double next = total + counts[cell.row()][cell.column()];
                if (next < smallest) {
                    hidden[cell.row()][cell.column()] = true;
                    smallest = branch(cellsLeft - 1, next, smallest);
                    hidden[cell.row()][cell.column()] = false;
                }
            }
            helpful.forEach(cell -> open[cell.row()][cell.column()] = true);
            return smallest;
        }

        /** Open cells that cross a limiting cut, smallest first. */
        private List<Cell> helpful(SuppressionAudit audit, Cell unsafe) {
            boolean[] rise = audit.increase(unsafe.row(), unsafe.column()).reached();
            boolean[] fall = audit.decrease(unsafe.row(), unsafe.column()).reached();
            List<Cell> cells = new ArrayList<>();
            for (int row = 0; row < counts.length; row++) {
                for (int column = 0; column < counts[row].length; column++) {
                    if (open[row][column] && (crosses(rise, row, column) || crosses(fall, row, column))) {
                        cells.add(new Cell(row, column));
                    }
                }
            }
            cells.sort(java.util.Comparator.comparingDouble(cell -> counts[cell.row()][cell.column()]));
            return cells;
        }

        private boolean crosses(boolean[] reached, int row, int column) {
            return reached != null && reached[row] != reached[counts.length + column];
        }
    }
}
