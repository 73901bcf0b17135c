package org.gongshi.evaluation.draw;

import java.util.List;
import org.gongshi.evaluation.place.PlaceCode;

/**
 * A team that was drawn (检查组).
 *
 * @param number from 1
 * @param places what it inspects, in code order
 * @param members numbers of its inspectors on the roster, in the order in which they were drawn
 */
public record Team(int number, List<PlaceCode> places, List<String> members) {
    public Team {
        places = List.copyOf(places);
        members = List.copyOf(members);
    }
}
