package org.gongshi.evaluation.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.satisfaction.AudienceResult;
import org.gongshi.evaluation.satisfaction.Estimate;

/**
 * The published rows of one audience and mode as a tree (层级): the organizer's whole, its places, their school stages. What nothing
 * stands below is a leaf; every row's figure is a weighted mean, or sum, of its leaves.
 */
final class RowTree {
    private final List<AudienceResult> rows;
    private final List<List<Integer>> leaves = new ArrayList<>();
    private final Map<Integer, Integer> parents = new HashMap<>();
    private final int[] positionOfLeaf;

    /** @param rows of one audience and mode */
    RowTree(PlaceCode organizer, List<AudienceResult> rows) {
        this.rows = List.copyOf(rows);
        List<List<Integer>> children = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            children.add(new ArrayList<>());
        }
        for (int row = 0; row < rows.size(); row++) {
            int parent = parent(organizer, rows.get(row));
            if (parent >= 0) {
                children.get(parent).add(row);
                parents.put(row, parent);
            }
        }
        this.positionOfLeaf = new int[rows.size()];
        int position = 0;
        for (int row = 0; row < rows.size(); row++) {
            positionOfLeaf[row] = children.get(row).isEmpty() ? position++ : -1;
        }
        for (int row = 0; row < rows.size(); row++) {
            List<Integer> below = new ArrayList<>();
            collect(row, children, below);
            leaves.add(below);
        }
    }

    private int parent(PlaceCode organizer, AudienceResult own) {
        boolean whole = own.place().equals(organizer) && own.stage().isEmpty();
        for (int row = 0; row < rows.size() && !whole; row++) {
            AudienceResult other = rows.get(row);
            PlaceCode above = own.stage().isPresent() ? own.place() : organizer;
            if (other.stage().isEmpty() && other.place().equals(above)) {
                return row;
            }
        }
        return -1;
    }

    private static void collect(int row, List<List<Integer>> children, List<Integer> found) {
        if (children.get(row).isEmpty()) {
            found.add(row);
        }
        children.get(row).forEach(child -> collect(child, children, found));
    }

    List<AudienceResult> rows() {
        return rows;
    }

    int leafCount() {
        return leaves.stream().mapToInt(List::size).max().orElse(0);
    }

    /** The row above all others; −1 when there is none, or it stands alone. */
    int root() {
        for (int row = 0; row < rows.size(); row++) {
            if (!parents.containsKey(row) && positionOfLeaf[row] < 0) {
                return leaves.get(row).size() == leafCount() ? row : -1;
            }
        }
        return -1;
    }

    /** Rows directly below. */
    List<Integer> children(int row) {
        return parents.keySet().stream()
                .filter(child -> parents.get(child) == row)
                .sorted()
                .toList();
    }

    /** One factor for every leaf: what it adds to the row. */
    double[] factors(int row, ToDoubleFunction<AudienceResult> weight) {
        double[] factors = new double[leafCount()];
        for (int leaf : leaves.get(row)) {
            factors[positionOfLeaf[leaf]] = weight.applyAsDouble(rows.get(leaf));
        }
        return factors;
    }

    static boolean hasNoAnswers(AudienceResult row) {
        return row.satisfied() instanceof Estimate.Withheld withheld && withheld.reason() == Estimate.Reason.NO_ANSWERS;
    }
}
