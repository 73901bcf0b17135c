package org.gongshi.evaluation.disclosure;

import java.util.List;
import org.gongshi.evaluation.satisfaction.SurveyPlan;

/** The options of a scale in the order of their values, as the sums that are published of them. */
final class Scale {
    private final SurveyPlan plan;
    private final List<Integer> values;

    Scale(SurveyPlan plan) {
        this.plan = plan;
        this.values = List.copyOf(plan.mapping().keySet());
    }

    int size() {
        return values.size();
    }

    List<Integer> values() {
        return values;
    }

    /** Picks one option. */
    double[] option(int at) {
        double[] factors = new double[size()];
        factors[at] = 1;
        return factors;
    }

    /** The total of all shares. */
    double[] all() {
        return values.stream().mapToDouble(value -> 1).toArray();
    }

    double[] satisfied() {
        return values.stream()
                .mapToDouble(value -> plan.satisfied().contains(value) ? 1 : 0)
                .toArray();
    }

    /** Points ÷ 100: with shares in percent the sum is a mean of 0 to 100. */
    double[] points() {
        return values.stream()
                .mapToDouble(value -> plan.mapping().get(value).doubleValue() / 100)
                .toArray();
    }

    /** Squared points ÷ 100. */
    double[] squares() {
        return values.stream()
                .mapToDouble(value -> Math.pow(plan.mapping().get(value).doubleValue(), 2) / 100)
                .toArray();
    }
}
