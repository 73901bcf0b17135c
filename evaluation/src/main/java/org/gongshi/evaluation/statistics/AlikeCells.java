package org.gongshi.evaluation.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Cells of directly drawn respondents that a calibration step treats alike: same stratum, same category of every margin.
 * Outside a domain all of a group differ only by their weight, so that a variance need not look at them one by one: number,
 * mean weight and squares of the deviations from it say all.
 */
final class AlikeCells {
    private final int[] groupOfCell;
    private final List<Group> groups = new ArrayList<>();

    /**
     * @param after weights after the step
     * @param takesPart whether the step changed the cell
     */
    AlikeCells(
            SurveyDesign design, SamplingStage stage, MarginColumns columns, double[] after, IntPredicate takesPart) {
        groupOfCell = new int[design.cells()];
        Map<List<Integer>, List<Integer>> cellsOfKey = new LinkedHashMap<>();
        for (int cell : stage.cellsOfUnits) {
            List<Integer> key = new ArrayList<>(columns.categories(cell));
            key.add(stage.stratumOfCell[cell]);
            key.add(takesPart.test(cell) ? 1 : 0);
            cellsOfKey.computeIfAbsent(key, absent -> new ArrayList<>()).add(cell);
        }
        for (List<Integer> cells : cellsOfKey.values()) {
            int[] members = cells.stream().mapToInt(Integer::intValue).toArray();
            for (int cell : members) {
                groupOfCell[cell] = groups.size();
            }
            groups.add(Group.of(design, stage.stratumOfCell[members[0]], members, after, takesPart.test(members[0])));
        }
    }

    List<Group> groups() {
        return groups;
    }

    int groupOfCell(int cell) {
        return groupOfCell[cell];
    }

    /**
     * @param respondents of all cells together
     * @param weight their mean weight after the step; 0 when they take no part
     * @param squares Σ (weight − mean)² over the respondents
     */
    record Group(int stratum, int[] cells, long respondents, double weight, double squares) {

        static Group of(SurveyDesign design, int stratum, int[] cells, double[] after, boolean takesPart) {
            long respondents = 0;
            double sum = 0;
            for (int cell : cells) {
                respondents += design.count(cell);
                sum += design.count(cell) * after[cell];
            }
            if (!takesPart || respondents == 0) {
                return new Group(stratum, cells, respondents, 0, 0);
            }
            double mean = sum / respondents;
            double squares = 0;
            for (int cell : cells) {
                squares += design.count(cell) * (after[cell] - mean) * (after[cell] - mean);
            }
            return new Group(stratum, cells, respondents, mean, squares);
        }
    }
}
