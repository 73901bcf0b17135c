package org.gongshi.evaluation.stage;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;

/** What the team commends and what it lists as problems (典型经验与问题清单). */
@Article(11)
public record ProblemList(List<Practice> practices, List<Problem> problems) {
    public ProblemList {
        practices = List.copyOf(practices);
        problems = List.copyOf(problems);
        Set<String> ids = new HashSet<>();
        problems.forEach(problem -> Require.that(ids.add(problem.id()), "problem twice: ", problem.id()));
    }

    public boolean hasProminent() {
        return problems.stream().anyMatch(Problem::prominent);
    }
}
