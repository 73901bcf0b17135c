package org.gongshi.survey.results;

import org.gongshi.evaluation.satisfaction.Share;
import org.gongshi.evaluation.satisfaction.Share.Bound;

/**
 * Percentages that give no single answers away (分档公布): whole, and near 0 or 100 only a bound. The edges are 5 and 95 % up to
 * 99 persons and 1 and 99 % from 100 on, or further in where an exact percentage times n would give a count below ten.
 */
final class Bands {
    private static final int COUNT = 10;

    private Bands() {}

    /** Numbers of persons and answers are published to the nearest five. */
    static long toFive(double n) {
        return Math.round(n / 5) * 5;
    }

    /** The lowest percentage that is shown as it is, for shares of {@code base} people. */
    static int edge(long base) {
        return edge(base, base);
    }

    /**
     * @param persons the people who answered
     * @param base what the share is of: persons, or answers
     */
    static int edge(long persons, long base) {
        int agreed = toFive(persons) < 100 ? 5 : 1;
        // The published base may stand for two fewer: even then the share must mean ten at least.
        long least = Math.max(1, toFive(base) - 2);
        return (int) Math.min(100, Math.max(agreed, -Math.floorDiv(-100L * COUNT, least)));
    }

    static Share of(OptionCount share) {
        return of(share, edge(share.base()));
    }

    static Share of(OptionCount share, int edge) {
        int whole = (int) Math.round(share.percent());
        if (share.count() < COUNT || whole < edge) {
            return new Share(Bound.AT_MOST, Math.max(Math.min(edge, 100), upToFive(share.percent(), edge)));
        }
        if (share.base() - share.count() < COUNT || whole > 100 - edge) {
            return new Share(Bound.AT_LEAST, Math.min(100 - edge, downToFive(share.percent(), edge)));
        }
        return new Share(Bound.ABOUT, whole);
    }

    /** A share turned into an upper bound that is a multiple of five and not below {@code percent}. */
    static Share atMost(double percent) {
        return new Share(Bound.AT_MOST, (int) Math.min(100, 5 * (long) Math.ceil(percent / 5)));
    }

    /** By weights a handful of people can stand for more than the edge: the bound must still be true. */
    private static int upToFive(double percent, int edge) {
        return percent <= edge ? edge : atMost(percent).percent();
    }

    private static int downToFive(double percent, int edge) {
        return percent >= 100 - edge ? 100 - edge : (int) (5 * (long) Math.floor(percent / 5));
    }
}
