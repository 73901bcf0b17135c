package org.gongshi.evaluation.statistics;

import java.util.List;
import java.util.Objects;

/**
 * A known population distribution that weights are adjusted to (总体边际分布), such as persons by league and audience.
 *
 * @param name what a finding calls it
 * @param categoryOfCell category of every cell, −1 when the cell has no value
 * @param categories names of all categories, of the sample and of the population
 * @param population persons in every category; 0 when the population does not list it
 */
public record Margin(String name, int[] categoryOfCell, List<String> categories, double[] population) {
    public Margin {
        Objects.requireNonNull(name);
        categoryOfCell = categoryOfCell.clone();
        categories = List.copyOf(categories);
        population = population.clone();
        if (population.length != categories.size()) {
            throw new IllegalArgumentException(
                    "margin " + name + ": " + population.length + " counts for " + categories.size() + " categories");
        }
        for (int category : categoryOfCell) {
            if (category < -1 || category >= population.length) {
                throw new IllegalArgumentException("margin " + name + ": no category " + category);
            }
        }
    }

    double total() {
        double sum = 0;
        for (double count : population) {
            sum += count;
        }
        return sum;
    }

    /**
     * Holds the margin against the sample; cells of weight 0 do not count.
     *
     * @throws SurveyFault a value is missing, a count negative, or a category empty on one side only
     */
    void check(SurveyDesign design) {
        boolean[] sampled = new boolean[population.length];
        for (int cell = 0; cell < design.cells(); cell++) {
            if (design.weight(cell) > 0 && design.count(cell) > 0) {
                if (categoryOfCell[cell] < 0) {
                    throw new SurveyFault(
                            FaultCode.MISSING_MARGIN_VALUE,
                            "margin " + name + ": cell " + cell
                                    + " of the sample has no value; give it one or leave it out before weighting");
                }
                sampled[categoryOfCell[cell]] = true;
            }
        }
        for (int category = 0; category < population.length; category++) {
            if (!(population[category] >= 0) || Double.isInfinite(population[category])) {
                throw fault(FaultCode.INVALID_MARGIN, category, "its population count is " + population[category]);
            }
        }
        for (int category = 0; category < population.length; category++) {
            if (sampled[category] && population[category] == 0) {
                throw fault(
                        FaultCode.MARGIN_MISSING_IN_POPULATION,
                        category,
                        "the sample has respondents there, the population counts list none");
            }
        }
        for (int category = 0; category < population.length; category++) {
            if (!sampled[category] && population[category] > 0) {
                throw fault(
                        FaultCode.MARGIN_MISSING_IN_SAMPLE,
                        category,
                        "the population counts " + population[category]
                                + ", the sample has nobody: join it to another category");
            }
        }
    }

    private SurveyFault fault(FaultCode code, int category, String what) {
        return new SurveyFault(code, "margin " + name + ", category " + categories.get(category) + ": " + what);
    }
}
