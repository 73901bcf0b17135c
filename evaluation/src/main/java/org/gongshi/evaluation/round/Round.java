package org.gongshi.evaluation.round;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.gongshi.evaluation.Article;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.place.PlaceCode;

/**
 * One organizer evaluates its places in one year (一轮评价); the same type serves both tiers (第十六条).
 *
 * @param places the subjects, in the order of their codes
 * @param agency the commissioned third party (第三方专业机构)
 * @param release what is to be published; empty while the round is at work
 */
@Article({2, 5, 16})
public record Round(
        RoundKey key,
        String title,
        List<PlaceCode> places,
        String agency,
        Bodies bodies,
        List<Milestone> calendar,
        Optional<Release> release) {
    public Round {
        Objects.requireNonNull(key, "key");
        Require.text(title, "title");
        Require.that(new TreeSet<>(places).size() == places.size(), "a place twice");
        places = List.copyOf(new TreeSet<>(places));
        Require.text(agency, "agency");
        Objects.requireNonNull(bodies, "bodies");
        calendar = List.copyOf(calendar);
        Objects.requireNonNull(release, "release");
    }

    public EvaluationYear year() {
        return key.year();
    }

    /** The milestone of a step, when the calendar has it. */
    public Optional<Milestone> milestone(Step step) {
        return calendar.stream().filter(milestone -> milestone.step() == step).findFirst();
    }
}
