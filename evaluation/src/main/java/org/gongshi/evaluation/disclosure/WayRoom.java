package org.gongshi.evaluation.disclosure;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongshi.evaluation.satisfaction.Way;

/**
 * Which ways of a row are not told (作答方式的隐藏): its ways add up to its sheets, so that few sheets of one way take the next
 * smallest with them until nothing can be told of either.
 */
public final class WayRoom {
    /** Rounding to five moves a whole number by two at most. */
    static final int ROUNDING = 2;

    private WayRoom() {}

    /**
     * The ways whose number must not be told.
     *
     * @param sheets of every way that belongs to one total; those without a sheet are not there
     * @param hide fewest sheets that are told
     */
    public static Set<Way> hidden(Map<Way, Long> sheets, long hide) {
        List<Way> rarest = sheets.keySet().stream()
                .sorted(Comparator.comparing(sheets::get))
                .toList();
        Set<Way> hidden = EnumSet.noneOf(Way.class);
        long together = 0;
        for (Way way : rarest) {
            boolean few = sheets.get(way) < hide;
            if (few || !hidden.isEmpty() && !isEnough(together, hidden.size())) {
                hidden.add(way);
                together += sheets.get(way);
            }
        }
        return hidden;
    }

    /**
     * Whether each of the hidden ways may hold anything from one sheet to eleven, all the others being known exactly.
     *
     * @param together sheets of all hidden ways
     * @param hidden how many ways are hidden; one alone is the row less the others
     */
    static boolean isEnough(long together, int hidden) {
        return hidden > 1 && together - hidden >= Room.PERSONS;
    }
}
