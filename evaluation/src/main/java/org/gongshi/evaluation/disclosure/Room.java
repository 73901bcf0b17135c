package org.gongshi.evaluation.disclosure;

import org.gongshi.evaluation.statistics.Inversion.Range;

/** How much must stay open of a hidden number (余地): the policy of every audit, at the release and at the gate. */
public final class Room {
    /** 少于 10 人的一律不予公布：a hidden number of persons keeps at least so many possible values beyond its least. */
    static final int PERSONS = 10;

    /** A withheld index, mean or rate keeps at least so many of its 100 points open. */
    public static final double POINTS = 10;

    private static final double TOLERANCE = 1e-3;

    private Room() {}

    /** The whole numbers of persons that a share of {@code n} persons allows. */
    static Range persons(Range percent, double n) {
        return new Range(
                Math.max(0, Math.ceil(percent.low() / 100 * n - TOLERANCE)),
                Math.min(n, Math.floor(percent.high() / 100 * n + TOLERANCE)));
    }

    /** A number behind a published band. */
    static boolean isWide(Range persons) {
        return persons.width() >= PERSONS;
    }

    /** A number of which nothing is published itself: nobody can be shown to be among it, or it stays wide. */
    static boolean provesNobody(Range persons) {
        return isWide(persons) || persons.low() == 0;
    }

    /** The same where everybody may be among it, as with a band at the upper end. */
    static boolean provesNobody(Range persons, double n) {
        return provesNobody(persons) || persons.high() >= Math.floor(n);
    }
}
