package org.gongshi.generator.compose;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gongshi.evaluation.stage.Problem;
import org.gongshi.evaluation.stage.ProblemStatus;
import org.gongshi.templates.site.ChartText;
import org.gongshi.templates.site.ProblemState;
import org.gongshi.templates.site.StateBar;

/** How problems stand at the as-of date. */
final class ProblemStates {
    private ProblemStates() {}

    static ProblemState of(Problem problem, LocalDate asOf) {
        if (problem.isOverdue(asOf)) {
            return ProblemState.OVERDUE;
        }
        if (problem.status() == ProblemStatus.RECHECKED) {
            boolean passed = problem.recheck().orElseThrow().passed();
            return passed ? ProblemState.PASSED : ProblemState.IN_PROGRESS;
        }
        if (problem.status() == ProblemStatus.DONE) {
            return ProblemState.DONE;
        }
        return problem.status() == ProblemStatus.OPEN ? ProblemState.OPEN : ProblemState.IN_PROGRESS;
    }

    static StateBar bar(String title, List<Problem> problems, LocalDate asOf, Function<ProblemState, String> label) {
        List<StateBar.Segment> segments = new ArrayList<>();
        for (ProblemState state : ProblemState.values()) {
            int count = (int) problems.stream()
                    .filter(problem -> of(problem, asOf) == state)
                    .count();
            segments.add(new StateBar.Segment(state, label.apply(state), count));
        }
        String description = String.join(
                "；",
                segments.stream()
                        .map(segment -> segment.label() + " " + segment.count())
                        .toList());
        return new StateBar(new ChartText("states", title, description, "state-table"), problems.size(), segments);
    }
}
