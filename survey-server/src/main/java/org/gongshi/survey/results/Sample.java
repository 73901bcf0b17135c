package org.gongshi.survey.results;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gongshi.evaluation.statistics.Answers;
import org.gongshi.evaluation.statistics.Domain;
import org.gongshi.evaluation.statistics.SurveyDesign;
import org.gongshi.survey.response.Stratum;

/**
 * One audience's probability sample (概率样本): its cells in a fixed order, the stratum of each, and the weighted design.
 *
 * @param strata the stratum of every cell
 */
record Sample(List<Cell> cells, List<Stratum> strata, SurveyDesign design) {
    Sample {
        cells = List.copyOf(cells);
        strata = List.copyOf(strata);
    }

    /** The cells whose stratum passes. */
    Domain domain(Predicate<Stratum> test) {
        return Domain.where(cells.size(), cell -> test.test(strata.get(cell)));
    }

    /** The answers to one item: counts by option, each worth the given value. */
    Answers item(int item, double[] valueOfOption) {
        int options = valueOfOption.length;
        int[] counts = new int[cells.size() * options];
        for (int cell = 0; cell < cells.size(); cell++) {
            for (int option = 0; option < options; option++) {
                counts[cell * options + option] = cells.get(cell).count(item, option);
            }
        }
        return Answers.ofOptionCounts(cells.size(), counts, valueOfOption);
    }

    /** Numbers of persons as answers: for every cell, number → persons who have it. */
    Answers numbers(Function<Cell, Map<Double, Integer>> numbersOfCell) {
        List<Map<Double, Integer>> maps = cells.stream().map(numbersOfCell).toList();
        double[] values = maps.stream()
                .flatMap(map -> map.keySet().stream())
                .mapToDouble(Double::doubleValue)
                .distinct()
                .sorted()
                .toArray();
        int[] counts = new int[maps.size() * values.length];
        for (int cell = 0; cell < maps.size(); cell++) {
            for (var entry : maps.get(cell).entrySet()) {
                int at = Arrays.binarySearch(values, entry.getKey());
                counts[cell * values.length + at] = entry.getValue();
            }
        }
        return Answers.ofOptionCounts(maps.size(), counts, values);
    }
}
