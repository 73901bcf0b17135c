package org.gongshi.evaluation.statistics;

import java.util.function.IntPredicate;

/** Degrees of freedom of a variance estimate: primary sampling units minus strata (R: {@code degf}). */
final class DegreesOfFreedom {
    private DegreesOfFreedom() {}

    /** Over the cells that pass, with all their respondents. */
    static long of(SurveyDesign design, IntPredicate use) {
        var counted = new Counter(design.firstStage());
        for (int cell = 0; cell < design.cells(); cell++) {
            if (design.count(cell) > 0 && use.test(cell)) {
                counted.add(cell, design.count(cell));
            }
        }
        return counted.difference();
    }

    /** Over the respondents of the domain with a valid answer and a weight. */
    static long ofAnswers(SurveyDesign design, Answers answers, Domain domain) {
        var counted = new Counter(design.firstStage());
        for (int cell : domain.members()) {
            if (design.weight(cell) != 0) {
                long valid = answers.valid(cell);
                if (valid > 0) {
                    counted.add(cell, valid);
                }
            }
        }
        return counted.difference();
    }

    /** Distinct units and strata met so far. */
    private static final class Counter {
        private final SamplingStage stage;
        private final boolean[] unitSeen;
        private final boolean[] stratumSeen;
        /** Units and strata so far. */
        private final long[] met = new long[2];

        Counter(SamplingStage stage) {
            this.stage = stage;
            this.unitSeen = new boolean[stage.units];
            this.stratumSeen = new boolean[stage.strata];
        }

        void add(int cell, long respondents) {
            if (stage.unitOfCell[cell] == SamplingStage.NONE) {
                met[0] += respondents;
            } else if (!unitSeen[stage.unitOfCell[cell]]) {
                unitSeen[stage.unitOfCell[cell]] = true;
                met[0]++;
            }
            if (!stratumSeen[stage.stratumOfCell[cell]]) {
                stratumSeen[stage.stratumOfCell[cell]] = true;
                met[1]++;
            }
        }

        long difference() {
            return met[0] - met[1];
        }
    }
}
