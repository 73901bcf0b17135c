package org.gongshi.evaluation.draw;

import java.util.List;
import org.gongshi.evaluation.Require;

/** What becomes of a draw: teams, or why there can be none. */
public sealed interface DrawOutcome {

    /**
     * The teams.
     *
     * @param deals how often the places were dealt to the teams before seats could be filled; mostly 1
     * @param order the available inspectors in the drawn order
     * @param passedOver whoever's turn came without a seat
     */
    record Drawn(List<Team> teams, int deals, List<String> order, List<PassedOver> passedOver) implements DrawOutcome {
        public Drawn {
            Require.that(deals > 0, "places are dealt at least once");
            teams = List.copyOf(teams);
            order = List.copyOf(order);
            passedOver = List.copyOf(passedOver);
        }
    }

    /**
     * No assignment keeps all rules, whatever the places that a team gets.
     *
     * @param seats seats to be filled
     * @param fillable the most that can be filled under the last dealing of the places
     * @param withoutShares the most that could be filled if teams need not mirror the roster's groups
     * @param lacking teams that lack inspectors under the last dealing, with the places they would inspect
     */
    record Infeasible(int seats, int fillable, int withoutShares, List<Team> lacking) implements DrawOutcome {
        public Infeasible {
            lacking = List.copyOf(lacking);
        }
    }
}
