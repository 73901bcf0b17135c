package org.gongshi.evaluation.draw;

import java.util.List;
import java.util.TreeSet;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.place.PlaceCode;

/**
 * What is to be drawn (抽取方案): every place gets one team, every team one or more places.
 *
 * @param places the places to be inspected, in code order
 * @param teams number of teams, at most one a place
 * @param size inspectors of each team
 */
@Article(10)
public record DrawPlan(List<PlaceCode> places, int teams, int size) {
    public DrawPlan {
        Require.that(
                new TreeSet<>(places).size() == places.size() && !places.isEmpty(),
                "places are told once each, at least one");
        Require.that(teams > 0 && teams <= places.size(), "from one team up to one a place");
        Require.that(size > 0, "a team has inspectors");
        places = List.copyOf(new TreeSet<>(places));
    }

    /** All seats to be filled. */
    public int seats() {
        return teams * size;
    }
}
