package org.gongshi.survey.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.statistics.Answers;
import org.gongshi.evaluation.statistics.Domain;
import org.gongshi.evaluation.statistics.SurveyDesign;

/**
 * The probability sample of all audiences (概率样本): its cells in a fixed order, the school of each, and the design with the final
 * weights and with none.
 *
 * @param schools number of the school of every cell, −1 where every person is a unit of the sample
 * @param design with the final weights
 * @param unweighted every answer sheet counts as one person
 */
record Sample(List<CountedCell> cells, int[] schools, SurveyDesign design, SurveyDesign unweighted) {
    Sample {
        cells = List.copyOf(cells);
        schools = schools.clone();
    }

    Cell cell(int at) {
        return cells.get(at).cell();
    }

    /** The cells that pass. */
    Domain domain(Predicate<CountedCell> test) {
        return Domain.where(cells.size(), cell -> test.test(cells.get(cell)));
    }

    /** The answers of an audience to one of its items: counts by option, each worth the given value. */
    Answers item(Audience audience, int item, double[] valueOfOption) {
        int options = valueOfOption.length;
        int[] counts = new int[cells.size() * options];
        for (int cell = 0; cell < cells.size(); cell++) {
            for (int option = 0; belongs(cell, audience) && option < options; option++) {
                counts[cell * options + option] = cell(cell).count(item, option);
            }
        }
        return Answers.ofOptionCounts(cells.size(), counts, valueOfOption);
    }

    /** Numbers of an audience's persons as answers: for every cell, number → persons who have it. */
    Answers numbers(Audience audience, Function<Cell, Map<Double, Integer>> numbersOfCell) {
        List<Map<Double, Integer>> maps = new ArrayList<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            maps.add(belongs(cell, audience) ? numbersOfCell.apply(cell(cell)) : Map.of());
        }
        return Answers.ofValueCounts(maps);
    }

    private boolean belongs(int cell, Audience audience) {
        return cells.get(cell).stratum().audience() == audience;
    }
}
