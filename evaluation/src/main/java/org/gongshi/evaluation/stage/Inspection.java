package org.gongshi.evaluation.stage;

import java.time.LocalDate;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;

/**
 * Inspection on the spot (实地检查) by a randomly drawn team.
 *
 * @param team number of inspectors
 * @param method how the team was drawn
 */
@Article(10)
public record Inspection(LocalDate from, LocalDate to, int team, String method) {
    public Inspection {
        Require.that(!to.isBefore(from), "inspection ends before it begins");
        Require.that(team > 0, "a team has inspectors");
        Require.text(method, "method");
    }
}
