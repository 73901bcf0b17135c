package org.gongshi.survey.console;

import java.util.OptionalLong;

/**
 * A running count as it may be shown (进度数): exact ones, read again and again, would tell when a single answer came in. Counts
 * below ten are not told, zero included; others go down to a multiple of five.
 */
final class ShownCount {
    private static final int FEW = 10;
    private static final int STEP = 5;

    private ShownCount() {}

    static OptionalLong of(long exact) {
        return exact < FEW ? OptionalLong.empty() : OptionalLong.of(exact - exact % STEP);
    }

    /** Percent of the invited, from the shown count, so that it tells no more; -1 where it is not told. */
    static int percent(long exact, long invited) {
        OptionalLong shown = of(exact);
        return shown.isEmpty() || invited == 0 ? -1 : (int) Math.min(100, shown.getAsLong() * 100 / invited);
    }
}
