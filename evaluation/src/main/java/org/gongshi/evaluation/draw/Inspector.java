package org.gongshi.evaluation.draw;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.place.PlaceCode;

/**
 * A person who may be drawn into a team (督学).
 *
 * @param id number on the roster, such as D012; no two are equal
 * @param name as published; may be empty when the roster is published by numbers alone
 * @param home place where the person works; empty for one of the organizer's own offices
 * @param avoids further places that the person must not inspect (回避), for kin, a former post and the like
 * @param group kind of expertise that every team should have its share of; empty when none is told
 * @param available whether the person can take part this time
 */
public record Inspector(
        String id, String name, Optional<PlaceCode> home, Set<PlaceCode> avoids, String group, boolean available) {
    public Inspector {
        Require.text(id, "id");
        Require.that(name != null && group != null, "name and group are texts, perhaps empty");
        avoids = Collections.unmodifiableSet(new TreeSet<>(avoids));
    }

    /** Whether the person must not inspect the place: the own one, one above or below it, or one to be avoided. */
    boolean isBarredFrom(PlaceCode place) {
        // 第十条、回避：督学不检查本地区，也不检查本地区的上级、下级地区。
        return home.filter(own -> related(own, place)).isPresent()
                || avoids.stream().anyMatch(avoided -> related(avoided, place));
    }

    /** A league's code ends in two zeros; the codes of its banners begin with the same four digits. */
    private static boolean related(PlaceCode one, PlaceCode other) {
        boolean above = one.value().endsWith("00") || other.value().endsWith("00");
        return one.equals(other)
                || above && one.value().substring(0, 4).equals(other.value().substring(0, 4));
    }
}
