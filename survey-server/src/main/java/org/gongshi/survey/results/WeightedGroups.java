package org.gongshi.survey.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.evaluation.satisfaction.ProfileMargin;
import org.gongshi.evaluation.satisfaction.SurveyPlan;

/** The groups whose population a reader knows (总体公开的各组): strata, and the categories of the plan's profile margins. */
final class WeightedGroups {
    private final Sample sample;
    private final SurveyPlan plan;

    WeightedGroups(Sample sample, SurveyPlan plan) {
        this.sample = sample;
        this.plan = plan;
    }

    /** Shares of the audience's weight that groups of one to {@code hide} − 1 sheets have. */
    List<Double> fewOf(Audience audience) {
        Map<String, double[]> groups = new TreeMap<>();
        double all = 0;
        for (int cell = 0; cell < sample.cells().size(); cell++) {
            CountedCell own = sample.cells().get(cell);
            if (own.stratum().audience() == audience) {
                double weight = sample.design().weight(cell) * own.cell().sheets();
                all += weight;
                for (String name : names(audience, own)) {
                    double[] sums = groups.computeIfAbsent(name, absent -> new double[2]);
                    sums[0] += own.cell().sheets();
                    sums[1] += weight;
                }
            }
        }
        double whole = all;
        return groups.values().stream()
                .filter(sums -> sums[0] > 0 && sums[0] < plan.thresholds().hide())
                .map(sums -> sums[1] / whole)
                .toList();
    }

    private List<String> names(Audience audience, CountedCell cell) {
        List<String> names = new ArrayList<>(List.of(cell.stratum().toString()));
        List<ProfileMargin> margins = plan.weighting().margins(audience);
        for (int number = 0; number < margins.size(); number++) {
            int option = cell.key().profile().get(number);
            // Of those who left the question out nobody knows the population.
            if (option >= 0) {
                String scope =
                        margins.get(number).isByPlace() ? cell.stratum().place().value() : "";
                names.add(number + " " + scope + " " + option);
            }
        }
        return names;
    }
}
