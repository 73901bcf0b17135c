package org.gongshi.survey.console;

import java.util.List;
import java.util.Objects;
import org.gongshi.evaluation.round.RoundKey;

/** The rounds that the content folder holds, and going from one to another (各轮评价). */
public interface Rounds {
    /**
     * A round.
     *
     * @param surveyed whether it has a survey plan
     * @param released whether the results of its survey are there
     */
    record Line(RoundKey key, String title, boolean surveyed, boolean released) {
        public Line {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(title, "title");
        }
    }

    /** Newest first. */
    List<Line> all();

    /** Whether this server can go on with another round; else it must be started for it. */
    boolean canSwitch();

    /**
     * Goes on with another round, soon after: everything under way ends as at a stop of the server.
     *
     * @throws org.gongshi.survey.round.RoundFault when it cannot
     */
    void switchTo(RoundKey key);

    /** Begins anew with the same round, soon after: pages are then made from the content as it is now. */
    void reload();
}
